// Servers, bays, the yard and fleets end the program at the event that would break their capacity.
#include <gtest/gtest.h>

#include "models/fleet_stock.h"
#include "models/resource.h"
#include "models/terminal.h"

namespace rail {
namespace {

TerminalInfo two_bays() {
  TerminalInfo info;
  info.point = 7;
  info.bays = 2;
  info.yard_teu = 80;
  return info;
}

TEST(CapacityChecks, NoServiceEndsThatNeverStarted) {
  ResourceInput input;
  input.point = 7;
  Resource resource(input, {}, -1);
  Train train;
  resource.enqueue(&train, 10);
  ASSERT_EQ(resource.start_next(10), &train);
  resource.finish(train, 20);
  EXPECT_DEATH(resource.finish(train, 30), "a service ends that never started");
}

TEST(CapacityChecks, NoLiftEndsThatNeverStarted) {
  Terminal terminal(two_bays(), {});
  Train train;
  EXPECT_DEATH(terminal.finish(train, 30), "a lift ends that never started");
}

TEST(CapacityChecks, NothingLeavesTheYardThatWasNeverInIt) {
  Terminal terminal(two_bays(), {});
  terminal.reserve_yard(10, 40, Running::kUp);
  terminal.free_yard(20, 30, Running::kUp);
  EXPECT_DEATH(terminal.free_yard(30, 11, Running::kUp), "containers leave the yard that were never in it");
}

TEST(CapacityChecks, NoRoomIsGivenTwice) {
  Terminal terminal(two_bays(), {});
  terminal.reserve_yard(10, 60, Running::kUp);
  EXPECT_FALSE(terminal.has_room(21, Running::kDown));
  EXPECT_DEATH(terminal.reserve_yard(20, 21, Running::kDown), "the yard is overfull");
}

TEST(CapacityChecks, NoWagonLeavesThatIsNotThere) {
  StockTable table;
  table.initial = 2;
  FleetStock stock(table);
  EXPECT_FALSE(stock.take(3, 10));
  EXPECT_TRUE(stock.take(2, 10));
  EXPECT_DEATH(stock.send_light(1, 20), "wagons or locomotives leave that are not there");
}

TEST(CapacityChecks, NoWagonIsReadyThatWasNotTurned) {
  const StockTable table;
  FleetStock stock(table);
  stock.begin_turn(1, 10);
  EXPECT_DEATH(stock.end_turn(2, 20), "wagons or locomotives are ready that were not turned");
}

}  // namespace
}  // namespace rail
