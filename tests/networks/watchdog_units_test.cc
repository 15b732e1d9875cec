// Units that stand idle where only trains that stand would take them: a circle. And near misses that end.
#include <gtest/gtest.h>

#include "tests/networks/two_ways.h"
#include "tests/networks/watchdog_runs.h"

namespace networks {
namespace {

// Those via P come first: two fill P's yard, of 4 TEU, and wait there for a set. The third one waits for room
// in it, on the one track at J that the rule leaves its way. Behind it, at A, stands the one via Q, which
// would take the set to Z, from where trains go back by P.
constexpr std::int64_t kLast = 40 * kMinute;
constexpr const char* kCircle = "via Q track>via P yard>at P wagons>";

TEST(Watchdog, SeesASetThatOnlyATrainInTheCircleWouldBring) { expect_circle(TwoWays({kLast}), kCircle, 1); }

TEST(Watchdog, SaysWhereTheSetStands) {
  const auto model = rail::Model::build(TwoWays({kLast}).input);
  const std::vector<rail::GridlockedTrain> circle = run(*model).gridlock;
  ASSERT_EQ(circle.size(), 3U);
  EXPECT_EQ(circle[0].stands_at, TwoWays::kA);
  EXPECT_EQ(circle[0].idle_at, rail::kNone);
  EXPECT_EQ(circle[1].stands_at, TwoWays::kJ);
  EXPECT_TRUE(circle[1].holds_track);
  EXPECT_EQ(circle[2].stands_at, TwoWays::kP);
  EXPECT_EQ(circle[2].idle_at, TwoWays::kQ);
  EXPECT_TRUE(circle[2].some_idle);
}

// The set goes to Z with it, back to P, and to and fro until all have arrived.
TEST(Watchdog, LeavesTheSameTrainsInAnotherOrder) { expect_end(TwoWays({0})); }

TEST(Watchdog, DoesNotWaitForTrainsThatWouldStandBehind) {
  expect_circle(TwoWays({kLast, 20 * kDay}), kCircle, 1);
}

// Until then it is a want: no train holds up anybody who could help.
TEST(Watchdog, SeesTheCircleOnceTheTrainStandsThatCloses) { expect_circle(TwoWays({9 * kDay}), kCircle, 10); }

// Whatever took the set from Q first, one goes back there in the end, for the train via Q.
void expect_end_with_one_back(TwoWays network) {
  rail::ServiceInput& back = network.trains("back by Q", TwoWays::kZ, TwoWays::kA, {20 * kDay});
  TwoWays::via(TwoWays::kQ, back).direction = rail::Direction::kEastbound;
  expect_end(network);
}

TEST(Watchdog, LeavesATrainYetToBeMadeBeyondTheCircleTime) {
  TwoWays network({kLast});
  network.trains("local", TwoWays::kQ, TwoWays::kZ, {9 * kDay});
  expect_end_with_one_back(network);
}

TEST(Watchdog, LeavesATrainYetToComeAnotherWayTime) {
  TwoWays network({kLast});
  const std::uint32_t d = network.point("D");
  network.line(d, TwoWays::kQ);
  network.trains("round", d, TwoWays::kZ, {9 * kDay});
  expect_end_with_one_back(network);
}

TEST(Watchdog, LeavesTheSetTimeToReturnEmpty) {
  TwoWays network({kLast});
  network.empty_wagons("empties", TwoWays::kQ, TwoWays::kZ, 3 * kDay);
  expect_end_with_one_back(network);
}

TEST(Watchdog, DoesNotWaitForWagonsThatStay) {
  TwoWays network({kLast});
  network.empty_wagons("empties", TwoWays::kQ, TwoWays::kZ, 3 * kDay).keep_idle = 1;
  expect_circle(network, kCircle, 1);
}

// A second set comes to Q, from where then one may leave.
TEST(Watchdog, CountsWagonsThatMayComeToThoseThatStay) {
  TwoWays network({kLast});
  network.empty_wagons("empties", TwoWays::kQ, TwoWays::kZ, kDay).keep_idle = 1;
  const std::uint32_t k = network.point("K");
  network.line(k, TwoWays::kQ, 1520);
  network.input.wagon_pools[0].stock.push_back({k, 1});
  network.trains("to Q", k, TwoWays::kQ, {9 * kDay});
  expect_end(network);
}

}  // namespace
}  // namespace networks
