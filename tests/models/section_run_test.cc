// Runs under slow orders, against counting tick by tick.
#include "models/section_run.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rail {
namespace {

TimedValues arbitrary_orders() {
  std::vector<TimedValue> orders;
  std::int64_t time = *rc::gen::inRange<std::int64_t>(-10, 40);
  const int count = *rc::gen::inRange(0, 4);
  for (int i = 0; i < count; ++i) {
    const std::int64_t from = time + *rc::gen::inRange<std::int64_t>(0, 20);
    time = from + *rc::gen::inRange<std::int64_t>(1, 30);
    orders.push_back({{from, time}, static_cast<double>(*rc::gen::inRange(2, 9)) / 2});
  }
  return TimedValues(orders);
}

OpeningHours arbitrary_hours() {
  std::vector<OpenInterval> all;
  const int count = *rc::gen::inRange(0, 8);
  for (int i = 0; i < count; ++i) {
    const std::int64_t from = *rc::gen::inRange<std::int64_t>(0, 150);
    all.push_back({from, from + *rc::gen::inRange<std::int64_t>(0, 40)});
  }
  return OpeningHours(all);
}

// A second in force does 1 / factor of a second's run.
RC_GTEST_PROP(SectionRun, TakesAsLongAsItsSecondsAdded, ()) {
  const TimedValues orders = arbitrary_orders();
  const SectionRun run{*rc::gen::inRange<std::int64_t>(1, 40), &orders};
  const std::int64_t entry = *rc::gen::inRange<std::int64_t>(0, 130);
  double done = 0;
  std::int64_t time = entry;
  while (done + 1e-9 < static_cast<double>(run.usual_s)) done += 1 / orders.at(time++, 1.0);
  RC_ASSERT(run.seconds(entry) >= run.usual_s);
  RC_ASSERT(std::abs(run.seconds(entry) - (time - entry)) <= 1);
  RC_ASSERT(entry + run.seconds(entry) <= entry + 1 + run.seconds(entry + 1));
}

RC_GTEST_PROP(SectionRun, FitsWhereItLeavesBeforeItCloses, ()) {
  const TimedValues orders = arbitrary_orders();
  const OpeningHours hours = arbitrary_hours();
  const SectionRun run{*rc::gen::inRange<std::int64_t>(1, 15), &orders};
  const std::int64_t from = *rc::gen::inRange<std::int64_t>(0, 130);
  const std::int64_t to = from + *rc::gen::inRange<std::int64_t>(0, 60);
  const auto fits = [&](std::int64_t s) {
    return hours.is_open(s) && s + run.seconds(s) <= hours.next_closing(s);
  };
  std::int64_t fit = from, kept_out = 0;
  while (fit < 250 && !fits(fit)) ++fit;
  RC_ASSERT(next_fit(hours, run, from) == (fit < 250 ? fit : kNever));
  // An instant counts as one at which a run could begin if it could begin all second long.
  for (std::int64_t s = from; s < to; ++s) kept_out += fits(s) && fits(s + 1) ? 0 : 1;
  RC_ASSERT(kept_out_seconds(hours, run, from, to) == kept_out);
  if (fit == 250) return;
  std::int64_t last = fit;
  while (fits(last + 1)) ++last;
  RC_ASSERT(last_fit(hours, run, fit) == last);
}

// A line that is closed for the last time, and has a slow order: there is no last instant to look for.
TEST(SectionRun, FitsForEverWhereItNeverClosesAgain) {
  const TimedValues orders({{{0, 1000}, 2.0}});
  const OpeningHours hours({{0, 100}, {110, kNever}});
  const SectionRun run{30, &orders};
  EXPECT_EQ(last_fit(hours, run, 20), 40);
  EXPECT_EQ(last_fit(hours, run, 110), kNever);
}

// Without orders it is one number, however the times lie.
TEST(SectionRun, IsConstantWithoutOrders) {
  const TimedValues none;
  const OpeningHours hours({{0, 100}, {110, kNever}});
  const SectionRun run{30, &none};
  EXPECT_TRUE(run.is_constant());
  EXPECT_EQ(run.seconds(5), 30);
  EXPECT_EQ(next_fit(hours, run, 80), 110);
  EXPECT_EQ(last_fit(hours, run, 20), 70);
  EXPECT_EQ(kept_out_seconds(hours, run, 60, 120), 40);
  EXPECT_EQ(SectionRun{30}.seconds(5), 30);
}

}  // namespace
}  // namespace rail
