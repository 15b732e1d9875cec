// A queue's way back to what it was, beside a count second by second; values in force between dates.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "models/time_to_clear.h"
#include "models/timed_values.h"

namespace rail {
namespace {

constexpr std::int64_t kWeek_s = 7 * 86400;

struct Stay {
  std::int64_t from, to;
};

WaitLog log_of(const std::vector<Stay>& stays) {
  WaitLog log;
  for (const Stay& stay : stays) {
    log.begin(stay.from);
    log.end(stay.from, stay.to);
  }
  log.sort();
  return log;
}

std::int64_t level(const std::vector<Stay>& stays, std::int64_t time) {
  return std::count_if(stays.begin(), stays.end(),
                       [&](const Stay& stay) { return stay.from <= time && time < stay.to; });
}

// As the definition says, without a thought for speed.
DisruptionObservation counted(const DisruptionInput& disruption, const std::vector<Stay>& stays,
                              std::int64_t end_of_run) {
  DisruptionObservation seen;
  const std::int64_t from = std::max<std::int64_t>(0, disruption.from);
  const std::int64_t first = std::max<std::int64_t>(0, from - kWeek_s);
  std::int64_t before = 0;
  for (std::int64_t t = first; t < from; ++t) before += level(stays, t);
  for (const Stay& stay : stays) {
    if (stay.from < stay.to && stay.from < disruption.to && stay.to > from) ++seen.trains_held;
  }
  const auto is_back = [&](std::int64_t waiting) {
    return from == 0 ? waiting == 0 : waiting * (from - first) <= before;
  };
  for (std::int64_t t = from; t < end_of_run; ++t) {
    seen.most_waiting = std::max(seen.most_waiting, level(stays, t));
    if (t < disruption.to || !is_back(level(stays, t))) continue;
    seen.clear_s = t - disruption.to;
    break;
  }
  return seen;
}

TEST(TimeToClear, AgreesWithACountSecondBySecond) {
  std::mt19937 random(20240912);
  int cleared = 0, late = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<Stay> stays;
    for (auto i = random() % 40; i > 0; --i) {
      const auto from = static_cast<std::int64_t>(random() % 1000);
      stays.push_back({from, from + static_cast<std::int64_t>(random() % 200)});
    }
    std::sort(stays.begin(), stays.end(), [](const Stay& x, const Stay& y) { return x.from < y.from; });
    // One in four is in force as the run begins.
    const auto from = std::max<std::int64_t>(-50, static_cast<std::int64_t>(random() % 800) - 200);
    const DisruptionInput disruption{"x", from, from + static_cast<std::int64_t>(51 + random() % 300),
                                     {},  {},   {}};
    const DisruptionObservation one = time_to_clear(disruption, log_of(stays), 1300);
    const DisruptionObservation other = counted(disruption, stays, 1300);
    EXPECT_EQ(one.trains_held, other.trains_held) << round;
    EXPECT_EQ(one.most_waiting, other.most_waiting) << round;
    EXPECT_EQ(one.clear_s, other.clear_s) << round;
    cleared += one.clear_s >= 0 ? 1 : 0;
    late += one.clear_s > 0 ? 1 : 0;
  }
  EXPECT_GT(late, 50);
  EXPECT_EQ(cleared, 300) << "nobody waits at the end";
}

TEST(TimeToClear, NotClearWhileTrainsStillWaitAtTheEnd) {
  WaitLog log;
  log.begin(150);
  const DisruptionInput disruption{"x", 100, 200, {}, {}, {}};
  EXPECT_EQ(time_to_clear(disruption, log, 1000).clear_s, -1);
  EXPECT_EQ(time_to_clear(disruption, log, 1000).trains_held, 1);
  EXPECT_EQ(time_to_clear(disruption, WaitLog(), 150).clear_s, -1) << "not over by then";
  EXPECT_EQ(time_to_clear(disruption, WaitLog(), 1000).clear_s, 0);
}

// Only the 7 days before count: on average one train waited, so one may wait.
TEST(TimeToClear, OneTrainAsBeforeIsClear) {
  const std::int64_t from = 2 * kWeek_s;
  WaitLog log;
  for (const std::int64_t begin : {std::int64_t{0}, std::int64_t{0}, kWeek_s, from + 10, from + 20})
    log.begin(begin);
  for (const std::int64_t end : {kWeek_s, kWeek_s, from + 5000}) log.end(-1, end);
  const DisruptionObservation seen = time_to_clear({"x", from, from + 3600, {}, {}, {}}, log, from + kWeek_s);
  EXPECT_EQ(seen.clear_s, -1) << "two wait to the end";
  log.end(-1, from + 9000);
  EXPECT_EQ(time_to_clear({"x", from, from + 3600, {}, {}, {}}, log, from + kWeek_s).clear_s, 9000 - 3600);
  EXPECT_EQ(seen.most_waiting, 3);
  EXPECT_EQ(seen.trains_held, 3);
}

// Three trains come while it lasts, and leave one by one; a run begins without trains.
TEST(TimeToClear, NobodyWaitsBeforeTheRunBegins) {
  const WaitLog log = log_of({{10, 150}, {20, 180}, {30, 210}});
  for (const std::int64_t from : {-1000, 0, 1}) {
    const DisruptionObservation seen = time_to_clear({"x", from, 100, {}, {}, {}}, log, 1000);
    EXPECT_EQ(seen.clear_s, 110) << from;
    EXPECT_EQ(seen.trains_held, 3) << from;
  }
}

TEST(TimedValues, HoldFromTheirBeginToTheirEnd) {
  const TimedValues values({{{20, 30}, 5}, {{10, 20}, 3}});
  EXPECT_EQ(values.at(9, 8), 8);
  EXPECT_EQ(values.at(10, 8), 3);
  EXPECT_EQ(values.at(20, 8), 5);
  EXPECT_EQ(values.at(30, 8), 8);
  EXPECT_EQ(values.next_change(0), 10);
  EXPECT_EQ(values.next_change(10), 20);
  EXPECT_EQ(values.next_change(20), 30);
  EXPECT_EQ(values.next_change(30), kNever);
}

}  // namespace
}  // namespace rail
