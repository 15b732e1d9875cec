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

// From 10 to 20 three times as much: 20 more.
TEST(SeasonClock, ASurgeAddsToWhatComes) {
  const SeasonClock clock = SeasonClock({{0, 0}}).surged(10, 20, 3);
  EXPECT_EQ(clock.real_time(9), 9);
  EXPECT_EQ(clock.real_time(25), 15);
  EXPECT_EQ(clock.real_time(40), 20);
  EXPECT_EQ(clock.real_time(41), 21);
}

// Over a season that releases 40 by 20 and 60 more by 100, surges multiply; factor 0 releases nothing.
TEST(SeasonClock, SurgesOverASeasonAndOverEachOther) {
  const SeasonClock season({{0, 0}, {40, 20}, {100, 100}});
  const SeasonClock twice = season.surged(0, 20, 2);
  EXPECT_EQ(twice.real_time(40), 10);
  EXPECT_EQ(twice.real_time(140), 100);
  EXPECT_EQ(twice.surged(0, 10, 2).real_time(80), 10);
  const SeasonClock none = season.surged(20, 100, 0);
  EXPECT_EQ(none.real_time(39), 19.5);
  EXPECT_EQ(none.real_time(41), 101);
}

}  // namespace
}  // namespace rail
