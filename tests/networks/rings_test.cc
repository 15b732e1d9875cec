// Rings of stations, of which no order of stations keeps trains from waiting for each other in a circle: with
// `cap_rings` none freezes, on hundreds of random rings and networks; and many of the same ones freeze
// without.
//
//   ring:  points R0.. of 1 to 3 tracks, each with a spur to (X0).. where trains begin and end; these run
//   over
//          some of its sections, either way round
//   mesh:  points of 1 to 4 tracks, of one length or two, and lines between them at random; trains of two
//          lengths run over paths at random
//
// Lines are single track with or without passing places, some are double.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "models/model_tables.h"
#include "models/replication.h"
#include "tests/networks/random_partitions.h"
#include "tests/networks/ring_network.h"
#include "tests/networks/watchdog_runs.h"

namespace networks {
namespace {

using rail::ModelInput;

Network nothing() {
  Network network(true);
  network.input.dispatching.cap_rings = true;
  network.input.dispatching.notice_s = *rc::gen::element<std::int64_t>(0, 5 * kMinute);
  network.input.counted_s = 400 * kDay;
  return network;
}

void add_line(Network& network, std::uint32_t from, std::uint32_t to) {
  rail::LineInput& line = network.input.lines[network.line(from, to)];
  line.tracks = *rc::gen::element(1, 1, 1, 1, 1, 2);
  line.passing_places = line.tracks == 1 ? *rc::gen::element(0, 0, 1) : 0;
  line.length_km = *rc::gen::inRange(10, 60);
  line.headway_s = *rc::gen::element<std::int64_t>(10 * kMinute, 2 * kHour);
}

// Over the points of `way`.
rail::ServiceInput& add_trains(Network& network, const std::vector<std::uint32_t>& way) {
  std::vector<std::int64_t> times;
  std::int64_t time = 0;
  const int trains = *rc::gen::inRange(3, 12);
  for (int i = 0; i < trains; ++i) times.push_back(time += *rc::gen::inRange<std::int64_t>(0, kHour));
  rail::ServiceInput& service =
      network.trains(numbered("S", network.input.services.size()), way.front(), way.back(), times);
  service.via.assign(way.begin() + 1, way.end() - 1);
  return service;
}

ModelInput random_ring() {
  Network network = nothing();
  const auto size = *rc::gen::inRange<std::uint32_t>(3, 7);
  for (std::uint32_t i = 0; i < size; ++i) network.point(numbered("R", i), *rc::gen::inRange(1, 4));
  for (std::uint32_t i = 0; i < size; ++i) add_line(network, i, (i + 1) % size);
  for (std::uint32_t i = 0; i < size; ++i) add_line(network, network.point(numbered("X", i)), i);
  for (int services = *rc::gen::inRange(3, 9); services > 0; --services) {
    const auto first = *rc::gen::inRange<std::uint32_t>(0, size);
    const auto sections = *rc::gen::inRange<std::uint32_t>(1, size);
    const std::uint32_t on = *rc::gen::arbitrary<bool>() ? 1 : size - 1;
    std::vector<std::uint32_t> way;
    for (std::uint32_t i = 0; i <= sections; ++i) way.push_back((first + i * on) % size);
    if (*rc::gen::inRange(0, 4) > 0) way.insert(way.begin(), size + way.front());
    if (*rc::gen::inRange(0, 4) > 0) way.push_back(size + way.back());
    add_trains(network, way);
  }
  return network.input;
}

// Points next to `point` that are not on the way yet.
std::vector<std::uint32_t> onward(const ModelInput& input, const std::vector<std::uint32_t>& way) {
  std::vector<std::uint32_t> next;
  for (const rail::LineInput& line : input.lines) {
    const std::uint32_t last = way.back();
    if (line.from != last && line.to != last) continue;
    const std::uint32_t other = line.from == last ? line.to : line.from;
    if (std::find(way.begin(), way.end(), other) == way.end()) next.push_back(other);
  }
  return next;
}

ModelInput random_mesh() {
  Network network = nothing();
  const auto size = *rc::gen::inRange<std::uint32_t>(4, 9);
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint32_t point = network.point(numbered("P", i), *rc::gen::inRange(1, 5));
    if (*rc::gen::inRange(0, 3) == 0) network.input.points[point].tracks.push_back({1435, 1, 400});
  }
  for (std::uint32_t i = 0; i < size; ++i) {
    for (std::uint32_t j = i + 1; j < size; ++j) {
      if (j == i + 1 || *rc::gen::inRange(0, 4) == 0) add_line(network, i, j);
    }
  }
  for (int services = *rc::gen::inRange(3, 10); services > 0; --services) {
    std::vector<std::uint32_t> way{*rc::gen::inRange<std::uint32_t>(0, size)};
    for (int steps = *rc::gen::inRange(1, 6); steps > 0; --steps) {
      const std::vector<std::uint32_t> next = onward(network.input, way);
      if (next.empty()) break;
      way.push_back(*rc::gen::elementOf(next));
    }
    add_trains(network, way).locomotive_length_m = *rc::gen::element(100.0, 1000.0);
  }
  return network.input;
}

bool all_arrive(const rail::Model& model) {
  const rail::Observations seen = rail::run_replication(model, {});
  std::int64_t delivered = 0, released = 0;
  for (const rail::ServiceObservation& service : seen.services) {
    delivered += service.containers_delivered;
    released += service.containers_released;
  }
  return seen.stop == rail::StopReason::kQuiescent && released > 0 && delivered == released;
}

void never_freezes(const ModelInput& input) {
  const std::shared_ptr<const rail::Model> model = rail::Model::build(input);
  RC_ASSERT(model->unguaranteed_points().empty());
  RC_ASSERT(all_arrive(*model));
}

RC_GTEST_PROP(Rings, NeverFreezeWithCaps, ()) { never_freezes(random_ring()); }
RC_GTEST_PROP(Rings, NeverFreezeWithCapsWhateverTheNetwork, ()) { never_freezes(random_mesh()); }

// Trains between points in a row, on single track: four each way within an hour.
Network row(const std::vector<int>& tracks) {
  Network network(true);
  network.input.dispatching.cap_rings = true;
  const std::uint32_t west = network.point("W");
  std::uint32_t last = west;
  for (std::size_t i = 0; i <= tracks.size(); ++i) {
    const bool end = i == tracks.size();
    const std::uint32_t next = network.point(numbered("P", i), end ? 0 : tracks[i]);
    network.input.lines[network.line(last, next)].tracks = 1;
    last = next;
  }
  const std::vector<std::int64_t> times{0, 20 * kMinute, 40 * kMinute, kHour};
  network.trains("east", west, last, times);
  network.trains("west", last, west, times);
  return network;
}

// The cap of the only ring and its points; all trains arrive.
void expect_ring(const Network& network, int most, const std::vector<std::uint32_t>& points) {
  const auto model = rail::Model::build(network.input);
  EXPECT_TRUE(model->unguaranteed_points().empty());
  EXPECT_TRUE(all_arrive(*model));
  const std::vector<rail::RingTable>& rings = model->tables().rings.all;
  ASSERT_EQ(rings.size(), 1U);
  EXPECT_EQ(rings[0].most_under_way, most);
  EXPECT_EQ(rings[0].points, points);
}

TEST(Rings, AStationWithOneTrackBetweenOthersIsNone) {
  const auto model = rail::Model::build(row({2, 1, 2}).input);
  EXPECT_TRUE(model->tables().rings.all.empty());
  EXPECT_TRUE(model->unguaranteed_points().empty());
  EXPECT_TRUE(all_arrive(*model));
}

TEST(Rings, TwoStationsWithOneTrackLetOneTrainThroughAtATime) { expect_ring(row({1, 1}), 1, {1, 2}); }

// Each of them and the station between, of two tracks one for each way, take four trains.
TEST(Rings, OneTrackStationsWithAnotherBetween) { expect_ring(row({1, 2, 1}), 3, {1, 2, 3}); }

// Trains of one way only may have all tracks: one train less than there are.
TEST(Rings, RoundWhichTrainsRunOneWayOnly) {
  Network network(true);
  network.input.dispatching.cap_rings = true;
  for (const int tracks : {1, 2, 3}) network.point(numbered("R", static_cast<std::size_t>(tracks)), tracks);
  for (const std::uint32_t from : {0U, 1U, 2U}) {
    network.input.lines[network.line(from, (from + 1) % 3)].tracks = 1;
    network.trains(numbered("S", from), from, (from + 2) % 3, {0, 0, 0, 0, 0}).via = {(from + 1) % 3};
  }
  expect_ring(network, 1 + 2 + 3 - 1, {0, 1, 2});
}

RC_GTEST_PROP(Rings, GiveTheSameBitsWithPartitionsAtRandom, ()) {
  gives_the_same_bits(*rc::gen::arbitrary<bool>() ? random_ring() : random_mesh());
}

TEST(Rings, AreToldOfBeforehandAndSeenToFreeze) {
  const Ring network;
  const auto model = rail::Model::build(network.input);
  EXPECT_EQ(model->unguaranteed_points(), (std::vector<std::uint32_t>{0, 1, 2}));
  expect_circle(network, "x track>y track>z track>", 1);
  // Of two tracks one is kept for trains the other way; at C such a train has it, and waits as well.
  const std::vector<rail::GridlockedTrain> circle = run(*model).gridlock;
  for (const rail::GridlockedTrain& train : circle) EXPECT_EQ(train.holders, train.kept_free ? 1 : 2);
  EXPECT_TRUE(circle.at(0).kept_free);
  EXPECT_FALSE(circle.at(1).kept_free);
}

// Three of them at a time. Of two tracks one is for their way at A and B, where trains of y and z count for
// the other way as they go out; at C both. So four fill the circle. And sooner than one train at a time,
// which takes four hours each.
TEST(Rings, MoveWithACap) {
  Ring network;
  network.input.dispatching.cap_rings = true;
  expect_ring(network, 3, {0, 1, 2});
  expect_end(network);
  EXPECT_LT(run(*rail::Model::build(network.input)).end_time, 12 * 4 * kHour);
}

TEST(Rings, MoveWithFewerTrainsThanFillThem) {
  Ring network;
  network.input.services.pop_back();
  expect_end(network);
}

struct Frozen {
  int without = 0, with = 0, not_told_of = 0;
};

Frozen frozen_of_200(ModelInput (*random_network)()) {
  Frozen frozen;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    ModelInput input = rc::gen::exec(random_network)(rc::Random(seed), rc::kNominalSize).value();
    frozen.with += all_arrive(*rail::Model::build(input)) ? 0 : 1;
    input.dispatching.cap_rings = false;
    const auto model = rail::Model::build(std::move(input));
    if (all_arrive(*model)) continue;
    ++frozen.without;
    if (model->unguaranteed_points().empty()) ++frozen.not_told_of;
  }
  return frozen;
}

// Else the properties above say nothing.
TEST(Rings, FreezeWithoutCaps) {
  for (const auto network : {random_ring, random_mesh}) {
    const Frozen frozen = frozen_of_200(network);
    RecordProperty(network == random_ring ? "frozen rings of 200" : "frozen meshes of 200", frozen.without);
    EXPECT_GE(frozen.without, 200 / 4);
    EXPECT_EQ(frozen.with, 0);
    EXPECT_EQ(frozen.not_told_of, 0);
  }
}

}  // namespace
}  // namespace networks
