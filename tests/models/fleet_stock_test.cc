// Idle units: which stand longest, and when they are due to leave.
#include "models/fleet_stock.h"

#include <gtest/gtest.h>

namespace rail {
namespace {

StockTable stock_with(std::int64_t keep, std::int64_t units, std::int64_t idle_for_s) {
  StockTable table;
  IdleRuleTable rule;
  rule.keep = keep;
  rule.units = units;
  rule.idle_for_s = idle_for_s;
  table.idle_rules.push_back(rule);
  return table;
}

void bring(FleetStock& stock, std::int64_t units, std::int64_t now) {
  stock.begin_turn(units, now);
  stock.end_turn(units, now);
}

// One stays; of what came at 10, 20 and 30, two each, the two that leave are complete at 20.
TEST(FleetStock, TheOldestLeaveWhenEnoughHaveStoodLongEnough) {
  const StockTable table = stock_with(1, 2, 100);
  FleetStock stock(table);
  for (const std::int64_t now : {10, 20, 30}) bring(stock, 2, now);
  EXPECT_EQ(stock.next_due(), 120);
  EXPECT_EQ(stock.due(119), nullptr);
  ASSERT_NE(stock.due(120), nullptr);
  ASSERT_TRUE(stock.take(2, 120));
  // Two of 20 and two of 30 are left: three of them have stood since 30.
  EXPECT_EQ(stock.next_due(), 130);
  ASSERT_NE(stock.due(130), nullptr);
  ASSERT_TRUE(stock.take(2, 130));
  EXPECT_EQ(stock.next_due(), std::nullopt);
}

// Trains that come and go with the newest one do not keep the oldest from growing older.
TEST(FleetStock, TrainsTakeTheNewest) {
  const StockTable table = stock_with(0, 1, 100);
  FleetStock stock(table);
  bring(stock, 1, 0);
  for (const std::int64_t now : {10, 40, 70}) {
    bring(stock, 1, now);
    ASSERT_TRUE(stock.take(1, now + 20));
  }
  EXPECT_EQ(stock.next_due(), 100);
}

TEST(FleetStock, NothingLeavesWhileATrainWaitsForMore) {
  const StockTable table = stock_with(0, 1, 0);
  FleetStock stock(table);
  bring(stock, 1, 0);
  Train train;
  train.units_wanted = 2;
  ASSERT_FALSE(stock.take(2, 5));
  stock.enqueue(&train, 5);
  EXPECT_EQ(stock.due(10), nullptr);
  EXPECT_EQ(stock.next_due(), std::nullopt);
  EXPECT_EQ(stock.start_next(10), nullptr);
  bring(stock, 1, 20);
  EXPECT_EQ(stock.start_next(20), &train);
  EXPECT_EQ(stock.observation(30).wait.seconds, 15);
  EXPECT_EQ(stock.observation(30).idle_seconds, 20);
}

}  // namespace
}  // namespace rail
