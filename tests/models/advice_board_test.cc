// What published waits make of ways, worked out by hand. All times in seconds.
#include "models/advice_board.h"

#include <gtest/gtest.h>

namespace rail {
namespace {

// One thing 100 s from here and another 300 s; the end after 400 s.
const WayTable kWay{7, 400, true, {{0, 100}, {1, 300}}};

AdviceBoard board(const Advice& first, const Advice& second) {
  AdviceBoard board(2);
  board.set(0, first);
  board.set(1, second);
  return board;
}

std::int64_t waits(const AdviceBoard& board, std::int64_t now) { return board.expected(kWay, now).waits_s; }

TEST(AdviceBoard, NothingIsExpectedBeforeAnythingIsPublished) {
  EXPECT_EQ(AdviceBoard(2).expected(kWay, 50).waits_s, 0);
  EXPECT_EQ(AdviceBoard(2).expected(kWay, 50).total_s, 400);
}

// Closed until 1000: a train of 50 is there at 150.
TEST(AdviceBoard, OfAClosureWhatIsLeft) {
  EXPECT_EQ(waits(board({1000, 0}, {}), 50), 850);
  EXPECT_EQ(waits(board({1000, 0}, {}), 900), 0);
  EXPECT_EQ(waits(board({1000, 0}, {}), 899), 1);
}

// Who waits for one closure until 1000 is 200 s later at the next: that of 1100 is over then, of 1300 100 s
// are left.
TEST(AdviceBoard, OneWaitPassesTheTimeOfAnother) {
  EXPECT_EQ(waits(board({1000, 0}, {1100, 0}), 50), 850);
  EXPECT_EQ(waits(board({1000, 0}, {1300, 0}), 50), 850 + 100);
}

TEST(AdviceBoard, OfAQueueAll) {
  EXPECT_EQ(waits(board({0, 60}, {0, 30}), 50), 90);
  EXPECT_EQ(waits(board({1000, 60}, {1300, 30}), 50), 850 + 60 + 40 + 30);
}

ChoiceTable choice() {
  ChoiceTable choice;
  choice.ways = {{0, 400, true, {{0, 0}}}, {1, 500, true, {{1, 0}}}, {2, 500, true, {}}};
  return choice;
}

std::uint32_t chosen(std::int64_t wait, std::int64_t other_wait, std::int64_t tolerance) {
  return board({0, wait}, {0, other_wait}).best(choice(), 0, tolerance).route;
}

// The others take 100 s longer.
TEST(AdviceBoard, KeepsToThePlanUnlessMoreThanTheToleranceIsSaved) {
  EXPECT_EQ(chosen(0, 0, 0), 0U);
  EXPECT_EQ(chosen(100, 0, 0), 0U);
  EXPECT_EQ(chosen(101, 0, 0), 1U) << "the first of equals";
  EXPECT_EQ(chosen(130, 0, 30), 0U);
  EXPECT_EQ(chosen(131, 0, 30), 1U);
  EXPECT_EQ(chosen(131, 1, 30), 2U);
}

// A planned way that is longer by itself is no reason to leave it: shares of a route choice are kept.
TEST(AdviceBoard, OnlyWaitsAreAReason) {
  ChoiceTable longer = choice();
  longer.ways[0].free_flow_s = 9000;
  EXPECT_EQ(board({0, 30}, {}).best(longer, 0, 30).route, 0U);
  EXPECT_EQ(board({0, 31}, {}).best(longer, 0, 30).route, 1U);
}

// Under way on a way with two things, of which the first is named by a disruption from 1000 to 2000 that
// diverts.
std::uint32_t chosen_under_way(const Advice& first, const Advice& second, std::int64_t now) {
  ChoiceTable choice;
  choice.step = 1;
  choice.ways = {{0, 400, true, {{0, 0}, {1, 0}}}, {1, 500, true, {}}};
  choice.diverting = {{0, 1000, 2000}};
  return board(first, second).best(choice, now, 100).route;
}

TEST(AdviceBoard, UnderWayOnlyByTheRuleOfDiverting) {
  EXPECT_EQ(chosen_under_way({2000, 0}, {}, 1000), 1U);
  EXPECT_EQ(chosen_under_way({2001, 0}, {}, 1000), 0U) << "closed by another one until then";
  EXPECT_EQ(chosen_under_way({1000, 0}, {}, 100), 0U) << "before it began";
  EXPECT_EQ(chosen_under_way({}, {2000, 0}, 1000), 0U) << "what it does not name";
  EXPECT_EQ(chosen_under_way({0, 500}, {}, 1000), 1U) << "a queue while it lasts";
  EXPECT_EQ(chosen_under_way({0, 500}, {}, 3000), 1U) << "a queue after it";
  EXPECT_EQ(chosen_under_way({0, 500}, {}, 999), 0U) << "a queue before it";
  EXPECT_EQ(chosen_under_way({3000, 500}, {}, 1000), 0U) << "a queue at what another one has closed";
  EXPECT_EQ(chosen_under_way({0, 100}, {0, 900}, 1000), 0U) << "too short alone";
  EXPECT_EQ(chosen_under_way({0, 101}, {0, 900}, 1000), 1U);
}

}  // namespace
}  // namespace rail
