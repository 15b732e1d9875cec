// Opening hours against hand-made cases, and against counting second by second.
#include "models/opening_hours.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rail {
namespace {

using Intervals = std::vector<OpenInterval>;

TEST(OpeningHours, IntervalsAreSortedAndJoined) {
  EXPECT_EQ(OpeningHours({{20, 30}, {0, 10}, {10, 12}, {25, 40}, {50, 50}, {60, 55}}).intervals(),
            (Intervals{{0, 12}, {20, 40}}));
}

TEST(OpeningHours, WhatIsTakenAwayIsClosed) {
  const OpeningHours hours({{0, 100}, {200, 300}});
  EXPECT_EQ(hours.without(OpeningHours({{10, 20}, {90, 210}, {299, 400}})).intervals(),
            (Intervals{{0, 10}, {20, 90}, {210, 299}}));
  EXPECT_EQ(hours.without(OpeningHours({{0, 300}})).intervals(), Intervals{});
  EXPECT_EQ(hours.without(OpeningHours()).intervals(), hours.intervals());
}

TEST(OpeningHours, OpensAtTheFirstAndClosesAtTheLastInstant) {
  const OpeningHours hours({{10, 20}, {30, 40}});
  EXPECT_FALSE(hours.is_open(9));
  EXPECT_TRUE(hours.is_open(10));
  EXPECT_TRUE(hours.is_open(19));
  EXPECT_FALSE(hours.is_open(20));
  EXPECT_EQ(hours.next_opening(0), 10);
  EXPECT_EQ(hours.next_opening(15), 15);
  EXPECT_EQ(hours.next_opening(20), 30);
  EXPECT_EQ(hours.next_opening(40), kNever);
  EXPECT_EQ(hours.next_closing(0), 20);
  EXPECT_EQ(hours.next_closing(20), 40);
  EXPECT_EQ(hours.next_closing(40), kNever);
}

TEST(OpeningHours, WorkRestsWhileClosed) {
  const OpeningHours hours({{10, 20}, {30, 40}});
  EXPECT_EQ(hours.end_of_work(12, 8), 20) << "done as it closes";
  EXPECT_EQ(hours.end_of_work(12, 9), 31);
  EXPECT_EQ(hours.end_of_work(5, 1), 11) << "not begun before it opens";
  EXPECT_EQ(hours.end_of_work(12, 18), 40);
  EXPECT_EQ(hours.end_of_work(12, 19), kNever);
  EXPECT_EQ(OpeningHours().end_of_work(0, 1), kNever);
}

TEST(OpeningHours, AStayMayEndAsItCloses) {
  const OpeningHours hours({{10, 20}, {30, 45}});
  EXPECT_EQ(hours.next_fit(10, 10), 10);
  EXPECT_EQ(hours.next_fit(11, 10), 30);
  EXPECT_EQ(hours.next_fit(0, 12), 30);
  EXPECT_EQ(hours.next_fit(0, 16), kNever);
  // From 5 to 50 a stay of 10 can begin at 10 only, and from 30 to 35.
  EXPECT_EQ(hours.kept_out_seconds(5, 50, 10), 45 - 5);
}

TEST(OpeningHours, OpenUntilNeverIsOpenForEver) {
  const OpeningHours hours({{10, kNever}});
  EXPECT_EQ(hours.end_of_work(10, 1'000'000'000), 1'000'000'010);
  EXPECT_EQ(hours.open_seconds(0, 1000), 990);
  EXPECT_EQ(hours.next_fit(11, 1'000'000'000), 11);
}

Intervals arbitrary_intervals() {
  Intervals all;
  const int count = *rc::gen::inRange(0, 8);
  for (int i = 0; i < count; ++i) {
    const std::int64_t from = *rc::gen::inRange<std::int64_t>(0, 100);
    all.push_back({from, from + *rc::gen::inRange<std::int64_t>(0, 20)});
  }
  return all;
}

bool covers(const Intervals& intervals, std::int64_t second) {
  return std::any_of(intervals.begin(), intervals.end(),
                     [&](const OpenInterval& one) { return one.from <= second && second < one.to; });
}

RC_GTEST_PROP(OpeningHours, AgreesWithCountingSeconds, ()) {
  const Intervals intervals = arbitrary_intervals(), closed = arbitrary_intervals();
  const OpeningHours hours = OpeningHours(intervals).without(OpeningHours(closed));
  const auto is_open = [&](std::int64_t s) { return covers(intervals, s) && !covers(closed, s); };
  const std::int64_t from = *rc::gen::inRange<std::int64_t>(0, 130);
  const std::int64_t to = from + *rc::gen::inRange<std::int64_t>(0, 60);
  const std::int64_t stay = *rc::gen::inRange<std::int64_t>(1, 15);
  std::int64_t open = 0, kept_out = 0, opening = from;
  const auto fits = [&](std::int64_t s) {
    for (std::int64_t i = s; i < s + stay; ++i) {
      if (!is_open(i)) return false;
    }
    return true;
  };
  for (std::int64_t s = from; s < to; ++s) open += is_open(s) ? 1 : 0;
  // An instant counts as one at which the stay could begin if it could begin all second long.
  for (std::int64_t s = from; s < to; ++s) kept_out += fits(s) && fits(s + 1) ? 0 : 1;
  while (opening < 200 && !is_open(opening)) ++opening;
  RC_ASSERT(hours.open_seconds(from, to) == open);
  RC_ASSERT(hours.kept_out_seconds(from, to, stay) == kept_out);
  RC_ASSERT(hours.next_opening(from) == (opening < 200 ? opening : kNever));
  std::int64_t fit = from;
  while (fit < 200 && !fits(fit)) ++fit;
  RC_ASSERT(hours.next_fit(from, stay) == (fit < 200 ? fit : kNever));
  std::int64_t end = from, done = 0;
  while (end < 200 && done < stay) done += is_open(end++) ? 1 : 0;
  RC_ASSERT(hours.end_of_work(from, stay) == (done == stay ? end : kNever));
}

}  // namespace
}  // namespace rail
