// A queue's way back to what it was, beside a count second by second; values in force between dates.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

#include "models/time_to_clear.h"
#include "models/timed_values.h"

namespace rail {
namespace {

constexpr std::int64_t kWeek_s = 7 * 86400;

struct Stay {
  std::int64_t from, to;
  std::uint64_t train;
};

DisruptionQueue queue_of(const std::vector<Stay>& stays, std::int64_t rush_passed = 0) {
  DisruptionQueue queue;
  for (const Stay& stay : stays) {
    queue.waits.begin(stay.train, stay.from);
    queue.waits.end(stay.train, stay.from, stay.to);
  }
  queue.waits.sort();
  queue.rush_passed = rush_passed;
  return queue;
}

DisruptionInput between(std::int64_t from, std::int64_t to) {
  DisruptionInput disruption;
  disruption.from = from;
  disruption.to = to;
  return disruption;
}

std::int64_t level(const std::vector<Stay>& stays, std::int64_t time) {
  return std::count_if(stays.begin(), stays.end(),
                       [&](const Stay& stay) { return stay.from <= time && time < stay.to; });
}

// As the definition says, without a thought for speed.
DisruptionObservation counted(const DisruptionInput& disruption, const std::vector<Stay>& stays,
                              std::int64_t rush_passed, std::int64_t end_of_run) {
  DisruptionObservation seen;
  const std::int64_t over = std::max(disruption.to, rush_passed);
  std::set<std::uint64_t> held;
  const std::int64_t from = std::max<std::int64_t>(0, disruption.from);
  const std::int64_t first = std::max<std::int64_t>(0, from - kWeek_s);
  std::int64_t before = 0;
  for (std::int64_t t = first; t < from; ++t) before += level(stays, t);
  for (const Stay& stay : stays) {
    if (stay.from < stay.to && stay.from < over && stay.to > from) held.insert(stay.train);
  }
  seen.trains_held = static_cast<std::int64_t>(held.size());
  const auto is_back = [&](std::int64_t waiting) {
    return from == 0 ? waiting == 0 : waiting * (from - first) <= before;
  };
  for (std::int64_t t = from; t < end_of_run; ++t) {
    seen.most_waiting = std::max(seen.most_waiting, level(stays, t));
    if (t < over || !is_back(level(stays, t))) continue;
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
      stays.push_back({from, from + static_cast<std::int64_t>(random() % 200), random() % 30});
    }
    std::sort(stays.begin(), stays.end(), [](const Stay& x, const Stay& y) { return x.from < y.from; });
    // One in four is in force as the run begins.
    const auto from = std::max<std::int64_t>(-50, static_cast<std::int64_t>(random() % 800) - 200);
    const DisruptionInput disruption = between(from, from + static_cast<std::int64_t>(51 + random() % 300));
    const auto rush_passed = static_cast<std::int64_t>(random() % 2 * (random() % 1299));
    const DisruptionObservation one = time_to_clear(disruption, queue_of(stays, rush_passed), 1300);
    const DisruptionObservation other = counted(disruption, stays, rush_passed, 1300);
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
  DisruptionQueue queue;
  queue.waits.begin(1, 150);
  const DisruptionInput disruption = between(100, 200);
  EXPECT_EQ(time_to_clear(disruption, queue, 1000).clear_s, -1);
  EXPECT_EQ(time_to_clear(disruption, queue, 1000).trains_held, 1);
  EXPECT_EQ(time_to_clear(disruption, {}, 150).clear_s, -1) << "not over by then";
  EXPECT_EQ(time_to_clear(disruption, {}, 1000).clear_s, 0);
}

// A rush that comes from 500 on, and has passed at 900: nobody waits as the surge ends, at 200, nor at 700.
TEST(TimeToClear, OfASurgeNotBeforeItsRushHasPassed) {
  const std::vector<Stay> stays{{500, 600, 1}, {550, 650, 2}, {800, 920, 3}};
  const DisruptionInput surge = between(100, 200);
  const DisruptionObservation seen = time_to_clear(surge, queue_of(stays, 900), 1000);
  EXPECT_EQ(seen.clear_s, 920 - 200);
  EXPECT_EQ(seen.most_waiting, 2);
  EXPECT_EQ(seen.trains_held, 3);
  EXPECT_EQ(time_to_clear(surge, queue_of(stays, kNever), 1000).clear_s, -1) << "some of it is under way";
  EXPECT_EQ(time_to_clear(surge, queue_of(stays, kNever), 1000).trains_held, 3);
}

TEST(TimeToClear, ATrainThatWaitsTwiceIsHeldOnce) {
  const std::vector<Stay> stays{{50, 120, 1}, {130, 140, 1}, {130, 160, 2}, {150, 180, 2}, {60, 90, 3}};
  const DisruptionObservation seen = time_to_clear(between(100, 200), queue_of(stays), 1000);
  EXPECT_EQ(seen.trains_held, 2);
  EXPECT_EQ(seen.most_waiting, 2) << "one waits at two places at once";
}

// Of services of the surge, released while it lasts.
TEST(TimeToClear, TheRushOfASurge) {
  DisruptionInput surge = between(100, 200);
  EXPECT_FALSE(surge.made(0, 150));
  surge.services = {2, 5};
  EXPECT_TRUE(surge.made(5, 100));
  EXPECT_TRUE(surge.made(2, 199));
  EXPECT_FALSE(surge.made(2, 200));
  EXPECT_FALSE(surge.made(3, 150));
}

// Only the 7 days before count: on average one train waited, so one may wait.
TEST(TimeToClear, OneTrainAsBeforeIsClear) {
  const std::int64_t from = 2 * kWeek_s;
  DisruptionQueue queue;
  WaitLog& log = queue.waits;
  std::uint64_t train = 0;
  for (const std::int64_t begin : {std::int64_t{0}, std::int64_t{0}, kWeek_s, from + 10, from + 20})
    log.begin(train++, begin);
  train = 0;
  for (const std::int64_t end : {kWeek_s, kWeek_s, from + 5000}) log.end(train++, -1, end);
  const DisruptionObservation seen = time_to_clear(between(from, from + 3600), queue, from + kWeek_s);
  EXPECT_EQ(seen.clear_s, -1) << "two wait to the end";
  log.end(train, -1, from + 9000);
  EXPECT_EQ(time_to_clear(between(from, from + 3600), queue, from + kWeek_s).clear_s, 9000 - 3600);
  EXPECT_EQ(seen.most_waiting, 3);
  EXPECT_EQ(seen.trains_held, 3);
}

// Three trains come while it lasts, and leave one by one; a run begins without trains.
TEST(TimeToClear, NobodyWaitsBeforeTheRunBegins) {
  const DisruptionQueue queue = queue_of({{10, 150, 1}, {20, 180, 2}, {30, 210, 3}});
  for (const std::int64_t from : {-1000, 0, 1}) {
    const DisruptionObservation seen = time_to_clear(between(from, 100), queue, 1000);
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
