// Trains that wait for what never comes, without a circle; and rings, where circles are possible.
#include <gtest/gtest.h>

#include "models/model_tables.h"
#include "tests/networks/watchdog_runs.h"

namespace networks {
namespace {

// A locomotive that only ever comes with trains from elsewhere is missing, but nobody keeps it.
struct Want : Network {
  Want() {
    const std::uint32_t a = point("A"), b = point("B");
    const std::uint32_t only = line(a, b);
    trains("T", a, b, {0, kHour, 2 * kHour});
    district("D", only, {{a, 1}, {b, 0}});
  }
};

void expect_want(const Network& network) {
  const auto model = rail::Model::build(network.input);
  const rail::Observations seen = run(*model);
  EXPECT_TRUE(seen.gridlock.empty());
  EXPECT_EQ(seen.stop, rail::StopReason::kHorizon);
  EXPECT_EQ(seen.end_time, network.input.spin_up_s + network.input.counted_s);
  EXPECT_EQ(seen.counted_seconds, network.input.counted_s);
  ASSERT_EQ(seen.standing.size(), 1U);
  const rail::StandingTrains& standing = seen.standing[0];
  EXPECT_EQ(standing.what, Awaits::kLocomotive);
  EXPECT_EQ(standing.fleet, 0U);
  EXPECT_EQ(standing.waits_for, 0U);
  EXPECT_EQ(standing.trains, 2);
  EXPECT_EQ(standing.since, kHour);
}

TEST(Watchdog, NamesTheTrainsOfAWantAndDoesNotCallItACircle) { expect_want(Want()); }

// A light run that comes after the end of the run is an event, if one that changes nothing.
TEST(Watchdog, JudgesAWantAlikeWhateverIsStillToCome) {
  Want network;
  network.input.traction_districts[0].light_runs.push_back({1, 0, 0, 365 * kDay, kHour});
  expect_want(network);
}

TEST(Watchdog, NamesAWantOfTheSpinUp) {
  Want network;
  network.input.spin_up_s = 10 * kDay;
  expect_want(network);
}

// Trains come and go as long as there is a locomotive for each: then nobody stands, and none is named.
TEST(Watchdog, NamesNobodyWhereNobodyWaits) {
  Want network;
  network.input.traction_districts[0].stock[0].units = 3;
  const auto model = rail::Model::build(network.input);
  const rail::Observations seen = run(*model);
  EXPECT_EQ(seen.stop, rail::StopReason::kQuiescent);
  EXPECT_TRUE(seen.standing.empty());
}

// No event is left in the spin-up: what is counted then is no negative time.
TEST(Watchdog, CountsFromTheEndOfASpinUpInWhichAllArrive) {
  Want network;
  network.input.traction_districts[0].stock[0].units = 3;
  network.input.spin_up_s = 10 * kDay;
  const auto model = rail::Model::build(network.input);
  const rail::Observations seen = run(*model);
  EXPECT_GT(seen.end_time, 10 * kDay);
  EXPECT_EQ(seen.counted_seconds, seen.end_time - 10 * kDay);
}

// Three stations in a ring, two tracks at each; each service runs over two of its sections, all the same way
// round.
//
//   (X)--(A)--(B)--(Y)      x: X to Z over A and B, y: Y to X over B and C, z: Z to Y over C and A
//           \\  /
//           (C)--(Z)
struct Ring : Network {
  Ring() : Network(true) {
    const std::uint32_t a = point("A", 2), b = point("B", 2), c = point("C", 2);
    const std::uint32_t x = point("X"), y = point("Y"), z = point("Z");
    line(a, b);
    line(b, c);
    line(c, a);
    line(x, a);
    line(y, b);
    line(z, c);
    for (rail::LineInput& one : input.lines) one.tracks = 1;
    const std::vector<std::int64_t> times{0, 50 * kMinute, 100 * kMinute, 150 * kMinute};
    trains("x", x, z, times).via = {b};
    trains("y", y, x, times).via = {c};
    trains("z", z, y, times).via = {a};
  }
};

TEST(Watchdog, SeesARingThatIsNamedBeforehand) {
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
TEST(Watchdog, SeesNoneInARingWithACap) {
  Ring network;
  network.input.dispatching.cap_rings = true;
  const auto model = rail::Model::build(network.input);
  EXPECT_TRUE(model->unguaranteed_points().empty());
  ASSERT_EQ(model->tables().rings.all.size(), 1U);
  EXPECT_EQ(model->tables().rings.all[0].points, (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(model->tables().rings.all[0].most_under_way, 3);
  expect_end(network);
  EXPECT_LT(run(*model).end_time, 12 * 4 * kHour);
}

TEST(Watchdog, LeavesARingWithFewerTrainsThanFill) {
  Ring network;
  network.input.services.pop_back();
  expect_end(network);
}

}  // namespace
}  // namespace networks
