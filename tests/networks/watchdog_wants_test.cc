// Trains that wait for what never comes, without a circle.
#include <gtest/gtest.h>

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

// (A)==(B: 1 track)--(C): a train an hour, of which one goes on every four: the row before B, and that at A
// before the full line, are three quarters of the run long, but all are let go in turn.
TEST(Watchdog, DoesNotCallAQueueAWant) {
  Network network(true);
  const std::uint32_t a = network.point("A"), b = network.point("B", 1), c = network.point("C");
  network.line(a, b);
  rail::LineInput& slow = network.input.lines[network.line(b, c)];
  slow.tracks = 1;
  slow.length_km = 160;
  std::vector<std::int64_t> times;
  for (std::int64_t time = 0; time < network.input.counted_s; time += kHour) times.push_back(time);
  network.trains("T", a, c, times);
  const auto model = rail::Model::build(network.input);
  const rail::Observations seen = run(*model);
  EXPECT_EQ(seen.stop, rail::StopReason::kHorizon);
  EXPECT_GT(containers_left(seen), 600);
  EXPECT_TRUE(seen.standing.empty());
}

}  // namespace
}  // namespace networks
