#include "models/season_clock.h"

#include <gtest/gtest.h>

namespace rail {
namespace {

TEST(SeasonClock, RunsEvenlyBetweenPointsAndAlikeAfterThem) {
  const SeasonClock clock({{0, 0}, {10, 40}, {100, 100}});
  EXPECT_EQ(clock.real_time(0), 0);
  EXPECT_EQ(clock.real_time(5), 20);
  EXPECT_EQ(clock.real_time(10), 40);
  EXPECT_EQ(clock.real_time(55), 70);
  EXPECT_EQ(clock.real_time(100), 100);
  EXPECT_EQ(clock.real_time(250), 250);
}

// Nothing comes from 40 to 60: what is due then comes as the clock goes on.
TEST(SeasonClock, NothingHappensWhileItStandsStill) {
  const SeasonClock clock({{0, 0}, {40, 40}, {40, 60}, {100, 100}});
  EXPECT_DOUBLE_EQ(clock.real_time(39.9), 39.9);
  EXPECT_EQ(clock.real_time(40), 60);
  EXPECT_EQ(clock.real_time(70), 80);
}

TEST(SeasonClock, WithoutSeasonsBothClocksAreOne) {
  const SeasonClock clock({{0, 0}});
  EXPECT_EQ(clock.real_time(12345.678), 12345.678);
}

}  // namespace
}  // namespace rail
