// Whether windows pay, by hand.
#include "models/engine_verdict.h"

#include <gtest/gtest.h>

namespace rail {
namespace {

des::PartitionChoice promise(std::uint32_t partitions, double events_per_window, double speedup) {
  std::vector<std::uint32_t> partition_of;
  for (std::uint32_t p = 0; p < partitions; ++p) partition_of.push_back(p);
  const des::PartitionEstimate estimate{des::Duration{3600}, events_per_window, speedup, speedup};
  return {estimate, des::PartitionPlan(partition_of, partitions, {})};
}

TEST(EngineVerdict, NamesWhatStandsInTheWay) {
  EXPECT_EQ(verdict(promise(2, 1000, 1.8), 1), EngineVerdict::kPays);
  EXPECT_EQ(verdict(promise(1, 1000, 1), 1), EngineVerdict::kCannotBeDivided);
  EXPECT_EQ(verdict(promise(2, 149, 1.8), 1), EngineVerdict::kThinWindows);
  EXPECT_EQ(verdict(promise(2, 708'236, 1.05), 1), EngineVerdict::kUnbalanced);
}

TEST(EngineVerdict, BelievesWhatPromisesWereWorth) {
  EXPECT_EQ(verdict(promise(2, 1000, 1.8), 0.5), EngineVerdict::kUnbalanced);
  EXPECT_EQ(verdict(promise(2, 1000, 1.8), 0.7), EngineVerdict::kPays);
}

TEST(EngineVerdict, ExpectsWhatTheLastStintHad) {
  EXPECT_DOUBLE_EQ(events_to_come(1000, des::Duration{50}, des::Duration{950}), 19'000);
  EXPECT_EQ(events_to_come(1000, des::Duration{0}, des::Duration{950}), 0) << "nothing is known";
}

// 10 windows of 940 events, the busiest of two threads with 410 in each: 940 / (410 + 60).
TEST(AchievedSpeedup, CountsTheCostOfWindows) {
  des::WindowStatistics seen;
  EXPECT_EQ(achieved_speedup(seen), 1);
  for (int i = 0; i < 10; ++i) seen.add({940, 300, 410, true});
  EXPECT_DOUBLE_EQ(achieved_speedup(seen), 2.0);
  for (int i = 0; i < 10; ++i) seen.add({940, 300, 940, false});
  EXPECT_DOUBLE_EQ(achieved_speedup(seen), 18'800 / (4100 + 9400 + 20 * 60.0));
  seen.undivided_events = 5000;
  EXPECT_DOUBLE_EQ(achieved_speedup(seen), 23'800 / (5000 + 4100 + 9400 + 20 * 60.0)) << "by one thread";
}

TEST(WindowStatistics, OfALegAreADifference) {
  des::WindowStatistics before, all;
  before.add({100, 60, 70, true});
  before.undivided_events = 30;
  all = before;
  all.undivided_events += 12;
  all.add({50, 50, 50, false});
  const des::WindowStatistics leg = all.since(before);
  EXPECT_EQ(leg.windows, 1u);
  EXPECT_EQ(leg.events, 50u);
  EXPECT_EQ(leg.busiest_events, 50u);
  EXPECT_EQ(leg.critical_events, 50u);
  EXPECT_EQ(leg.shared_windows, 0u);
  EXPECT_EQ(leg.undivided_events, 12u);
}

}  // namespace
}  // namespace rail
