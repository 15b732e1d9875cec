// Trains that turn back where station tracks hold trains back: none is left behind, and all engines agree;
// and on the same networks a rule that asks for a free track only, and lets whoever wants to turn, ends in
// gridlock.
//
//   (W0)=[p]=\                        /=[p]=(E0)
//             (J0)==[p]==(J1)==[p]==(J2)         trains both ways, most of them as far as from a W to an E
//   (W1)=[p]=/                        \=[p]=(E1)
//
// Now and then trains run one way only, but for those that turn.
// [p] passing places; J and these with 2 to 4 tracks, ends with as many or without a limit; tracks and trains
// of two lengths; lines of single and of double track. Lines close for a time: then trains turn before them,
// on their way up and on their way down, several times if lines close one after the other. On every other
// network there are paths, quotas, possessions, slow orders, classes of trains and fleets (random_rules.h).
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/model_tables.h"
#include "tests/networks/random_corridors.h"
#include "tests/networks/random_partitions.h"
#include "tests/networks/random_rules.h"
#include "tests/networks/recorded_run.h"

namespace networks {
namespace {

// Some have long tracks only.
std::uint32_t add_point(Network& network, const std::string& id, int fewest) {
  const std::uint32_t point = network.point(id);
  const int tracks = *rc::gen::element(fewest, 2, 2, 3, 4);
  if (tracks == 0) return point;
  std::vector<rail::TrackGroupInput>& groups = network.input.points[point].tracks;
  if (*rc::gen::inRange(0, 3) == 0) groups.push_back({1435, *rc::gen::inRange(1, 3), 400});
  groups.push_back({1435, tracks, 1000});
  return point;
}

void close(ModelInput& input, std::uint32_t index, std::int64_t from, std::int64_t to) {
  rail::DisruptionInput one;
  one.id = numbered("closed", index);
  one.from = from;
  one.to = to;
  one.lines = {index};
  one.turns = true;
  rail::LineInput& line = input.lines[index];
  line.hours = line.closures = static_cast<std::uint32_t>(input.hours.size());
  line.keeps_log = true;
  input.hours.emplace_back(std::vector<rail::OpenInterval>{{0, one.from}, {one.to, rail::kNever}});
  input.disruptions.push_back(one);
}

// Of up to three trains an hour, 100 or 700 m long.
void add_service(Network& network, std::uint32_t from, std::uint32_t to, rail::Direction direction) {
  std::vector<std::int64_t> times;
  std::int64_t time = 0;
  const int trains = *rc::gen::inRange(5, 25);
  for (int i = 0; i < trains; ++i) times.push_back(time += *rc::gen::inRange<std::int64_t>(0, kHour));
  rail::ServiceInput& service =
      network.trains(numbered("S", network.input.services.size()), from, to, std::move(times));
  service.direction = direction;
  service.locomotive_length_m = *rc::gen::element(86.0, 86.0, 686.0);
}

void add_services(Network& network, const std::vector<std::uint32_t>& west,
                  const std::vector<std::uint32_t>& east) {
  for (std::size_t i = 0; i < 2; ++i) {
    add_service(network, west[i], east[i], rail::Direction::kEastbound);
    if (*rc::gen::inRange(0, 4) > 0) add_service(network, east[i], west[1 - i], rail::Direction::kWestbound);
  }
}

void add_rerouting(ModelInput& input) {
  rail::ReroutingInput& rerouting = input.rerouting.emplace();
  for (std::uint32_t s = 0; s < input.services.size(); ++s) rerouting.services.push_back(s);
  rerouting.tolerance_s = *rc::gen::inRange<std::int64_t>(0, 2 * kHour);
  rerouting.publish_every_s = *rc::gen::inRange<std::int64_t>(600, kHour);
  rerouting.notice_s = *rc::gen::inRange<std::int64_t>(60, 1200);
}

void close_for_a_time(ModelInput& input, std::uint32_t line) {
  const std::int64_t from = *rc::gen::inRange<std::int64_t>(0, 12 * kHour);
  close(input, line, from, from + *rc::gen::inRange<std::int64_t>(kHour, 2 * kDay));
}

ModelInput random_network() {
  Network network = nothing();
  network.input.counted_s = 40 * kDay;
  std::vector<std::uint32_t> west, east, inner;
  for (const std::size_t i : {0, 1}) west.push_back(add_point(network, numbered("W", i), 0));
  for (const std::size_t i : {0, 1}) east.push_back(add_point(network, numbered("E", i), 0));
  const std::size_t junctions = *rc::gen::inRange<std::size_t>(2, 5);
  for (std::size_t i = 0; i < junctions; ++i) inner.push_back(add_point(network, numbered("J", i), 2));
  const auto line = [&](std::uint32_t from, std::uint32_t to) {
    add_line(network, from, to, *rc::gen::element(1, 1, 2));
  };
  for (std::size_t i = 0; i + 1 < junctions; ++i) line(inner[i], inner[i + 1]);
  for (const std::uint32_t end : west) line(end, inner.front());
  for (const std::uint32_t end : east) line(end, inner.back());
  add_services(network, west, east);
  for (std::uint32_t one = 0; one < network.input.lines.size(); ++one) {
    if (*rc::gen::inRange(0, 5) < 3) close_for_a_time(network.input, one);
  }
  if (network.input.disruptions.empty()) close_for_a_time(network.input, 0);
  add_rerouting(network.input);
  if (*rc::gen::arbitrary<bool>()) add_rules(network.input);
  return network.input;
}

// (W)==[p]==(J0)==..==(Jn)==[p]==(E) full of trains as the lines at both ends close at once.
ModelInput random_jam() {
  Network network = nothing();
  network.input.counted_s = 40 * kDay;
  std::uint32_t last = network.point("W");
  const int junctions = *rc::gen::inRange(2, 5);
  for (int i = 0; i <= junctions; ++i) {
    const bool end = i == junctions;
    const std::uint32_t next = network.point(end ? "E" : numbered("J", static_cast<std::size_t>(i)),
                                             end ? 0 : *rc::gen::element(2, 2, 2, 3, 4));
    add_line(network, last, next);
    last = next;
  }
  ModelInput& input = network.input;
  for (rail::LineInput& line : input.lines) line.passing_tracks = *rc::gen::element(2, 2, 3);
  std::vector<std::int64_t> times;
  for (int i = *rc::gen::inRange(10, 30); i > 0; --i) times.insert(times.begin(), 10 * kMinute * i);
  network.trains("east", 0, last, times).direction = rail::Direction::kEastbound;
  network.trains("west", last, 0, times).direction = rail::Direction::kWestbound;
  const std::int64_t from = *rc::gen::inRange<std::int64_t>(2 * kHour, 10 * kHour);
  for (const std::size_t line : {std::size_t{0}, input.lines.size() - 1})
    close(input, static_cast<std::uint32_t>(line), from, from + 2 * kDay);
  input.rerouting.emplace();
  input.rerouting->services = {0, 1};
  input.rerouting->publish_every_s = 10 * kMinute;
  input.rerouting->notice_s = kMinute;
  return input;
}

struct Turned {
  std::int64_t trains = 0, missing = 0;
  bool gridlock = false;
};

Turned run_with(ModelInput input, rail::AdmissionRule rule) {
  input.dispatching.admission = rule;
  const rail::Observations seen = run(*rail::Model::build(std::move(input)));
  Turned turned;
  turned.gridlock = !seen.gridlock.empty();
  for (const rail::ServiceObservation& one : seen.services)
    turned.missing += one.containers_released - one.containers_delivered;
  for (const rail::ReroutedTrains& one : seen.rerouted) turned.trains += one.turned;
  return turned;
}

TEST(TurningTracksBind, EveryTrainArrives) {
  std::int64_t turned = 0;
  EXPECT_TRUE(rc::check([&turned] {
    const ModelInput input = with_any_notice(random_network());
    RC_ASSERT(rail::Model::build(input)->unguaranteed_points().empty());
    const Turned one = run_with(input, rail::AdmissionRule::kGuaranteed);
    RC_ASSERT(!one.gridlock);
    RC_ASSERT(one.missing == 0);
    turned += one.trains;
  }));
  EXPECT_GT(turned, 1000) << "else this tests nothing";
}

TEST(TurningTracksBind, EveryTrainOfAJamArrives) {
  std::int64_t turned = 0, frozen = 0;
  EXPECT_TRUE(rc::check([&turned, &frozen] {
    const Turned one = run_with(with_any_notice(random_jam()), rail::AdmissionRule::kGuaranteed);
    frozen += one.gridlock || one.missing > 0 ? 1 : 0;
    turned += one.trains;
  }));
  EXPECT_EQ(frozen, 0);
  EXPECT_GT(turned, 1000) << "else this tests nothing";
}

// (W)==(A: 1)==(B: 1)==(E), eastbound trains only: those that turn before B-E need both tracks as well.
TEST(TurningTracksBind, PointsAreToldOfWhereTheOnlyTrackIsForTheWayBack) {
  for (const bool turns : {false, true}) {
    Network network(true);
    const std::uint32_t west = network.point("W"), a = network.point("A", 1), b = network.point("B", 1),
                        east = network.point("E");
    for (const auto& [from, to] : {std::pair{west, a}, std::pair{a, b}, std::pair{b, east}})
      network.line(from, to);
    network.trains("S", west, east, {0}).direction = rail::Direction::kEastbound;
    close(network.input, 2, kHour, kDay);
    network.input.disruptions[0].turns = turns;
    network.input.rerouting.emplace().services = {0};
    const auto told_of = rail::Model::build(network.input)->unguaranteed_points();
    EXPECT_EQ(told_of, turns ? (std::vector<std::uint32_t>{a, b}) : std::vector<std::uint32_t>{});
  }
}

TEST(TurningTracksBind, GivesTheSameBitsWithPartitionsAtRandom) {
  EXPECT_TRUE(rc::check([] { gives_the_same_bits(random_network()); }));
}

// Of 300 networks, at a notice of so many of their shortest runs; that all trains arrive by the rule is what
// the first property says.
TEST(TurningTracksBind, TheNaiveRuleFreezesWhatTheOtherKeepsMoving) {
  for (const int runs : {0, 1, 2}) {
    int frozen = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      const ModelInput network = with_notice(
          rc::gen::exec([] { return random_network(); })(rc::Random(seed), rc::kNominalSize).value(), runs);
      if (run_with(network, rail::AdmissionRule::kRoomOnly).gridlock) ++frozen;
      const Turned by_rule = run_with(network, rail::AdmissionRule::kGuaranteed);
      EXPECT_TRUE(!by_rule.gridlock && by_rule.missing == 0) << seed << " at " << runs;
    }
    RecordProperty(numbered("frozen of 300, notice L_min times ", static_cast<std::size_t>(runs)), frozen);
    EXPECT_GE(frozen, 5) << runs;
  }
}

}  // namespace
}  // namespace networks
