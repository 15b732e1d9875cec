// Compression by UIC 406: the oracle A15 (docs/verification.md), single track by hand, and sums inside a run.
#include "models/uic406.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "models/compression.h"

namespace rail {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kDay = 86400;

// Classes 0 (F, fast) and 1 (S, slow).
const std::vector<std::int64_t> kA15Headways{6 * kMinute, 4 * kMinute, 14 * kMinute, 8 * kMinute};
const std::vector<SectionTrain> kA15Trains{{0, 0, 0}, {0, 1, 0}, {0, 1, 0}, {0, 0, 0}, {0, 1, 0}};

// Infrastructure occupation A of trains in their order: once, or as a pattern that comes again and again.
std::int64_t open_occupation_s(const SectionRules& rules, const std::vector<SectionTrain>& trains) {
  if (trains.empty()) return 0;
  std::int64_t sum = own_time_s(rules, trains.back());
  for (std::size_t i = 0; i + 1 < trains.size(); ++i) sum += least_gap_s(rules, trains[i], trains[i + 1]);
  return sum;
}

std::int64_t cyclic_occupation_s(const SectionRules& rules, const std::vector<SectionTrain>& trains) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < trains.size(); ++i)
    sum += least_gap_s(rules, trains[i], trains[(i + 1) % trains.size()]);
  return sum;
}

SectionRules double_track() { return {false, 0, 2, kA15Headways}; }

TEST(Oracle, A15Compression) {
  const std::int64_t occupation = cyclic_occupation_s(double_track(), kA15Trains);
  EXPECT_EQ(occupation, 44 * kMinute);
  // Two hours: capacity consumption is occupation over the limit, with the additional time rate of UIC 406.
  const double share = static_cast<double>(occupation) / (120.0 * kMinute);
  EXPECT_NEAR(share, 0.366666666667, 1e-12);
  EXPECT_NEAR(share / kUic406LimitDay, 0.611111111111, 1e-12);
}

TEST(Uic406, AnOpenPatternEndsWithTheLastTrainsOwnTime) {
  // FS 4, SS 8, SF 14, FS 4, and 8 until another S could come.
  EXPECT_EQ(open_occupation_s(double_track(), kA15Trains), (4 + 8 + 14 + 4 + 8) * kMinute);
  EXPECT_EQ(open_occupation_s(double_track(), {}), 0);
}

// 24 min there, 25 back, 3 min clearing: the period of an A14 pair, 55 min.
TEST(Uic406, SingleTrackTurnsAfterRunAndClearing) {
  const std::vector<std::int64_t> headways{kOneAtATime};
  const SectionRules rules{true, 3 * kMinute, 1, headways};
  const SectionTrain there{0, 0, 24 * kMinute}, back{1, 0, 25 * kMinute};
  EXPECT_EQ(cyclic_occupation_s(rules, {there, back}), 55 * kMinute);
  EXPECT_EQ(cyclic_occupation_s(rules, {there, there}), 2 * 27 * kMinute) << "nor may trains follow";
}

TEST(Uic406, SingleTrackLetsTrainsFollowButNotCatchUp) {
  const std::vector<std::int64_t> headways{10 * kMinute};
  const SectionRules rules{true, 3 * kMinute, 1, headways};
  const SectionTrain slow{0, 0, 60 * kMinute}, fast{0, 0, 30 * kMinute}, back{1, 0, 30 * kMinute};
  EXPECT_EQ(least_gap_s(rules, fast, fast), 10 * kMinute);
  EXPECT_EQ(least_gap_s(rules, slow, fast), 40 * kMinute) << "ten minutes behind at the exit";
  EXPECT_EQ(open_occupation_s(rules, {slow, fast, back}), (40 + 33 + 33) * kMinute);
}

// An hour of the day with traffic, one day busier than the others, and a day that is cut off.
TEST(Compression, FindsTheBusiestDayAndHour) {
  const std::vector<std::int64_t> headways{600};
  Compression section({false, 0, 1, headways}, 3 * kDay + 1800);
  for (const std::int64_t day : {0, 1, 2, 3}) {
    section.enter({}, day * kDay + 300);
    section.enter({}, day * kDay + 900);
    if (day == 1) section.enter({}, day * kDay + 4 * 3600 - 200);  // 200 s in hour 3, 400 s in hour 4
  }
  const CompressedTime seen = section.observation();
  EXPECT_EQ(seen.total.taken_s, 4 * 2 * 600 + 600);
  EXPECT_EQ(seen.busiest_day.taken_s, 3 * 600);
  EXPECT_EQ(seen.busiest_hour.taken_s, 3 * 2 * 600);
}

TEST(Compression, CountsFromWhereCountingStarts) {
  const std::vector<std::int64_t> headways{kOneAtATime};
  Compression section({true, 100, 1, headways}, 2 * kDay);
  section.enter({0, 0, 900}, 0);
  section.restart(300);
  EXPECT_EQ(section.observation().total.taken_s, 700) << "the rest of 900 + 100";
  section.enter({0, 0, 900}, 2 * kDay - 500);
  EXPECT_EQ(section.observation().total.taken_s, 700 + 500) << "until the horizon";
  EXPECT_EQ(section.observation().busiest_day.taken_s, 700) << "the second day is cut off";
}

// Open from 6 to 12 but on the first day: the same trains fill more of a short day, and only of open hours.
TEST(Compression, IsOfOpenTime) {
  const std::vector<std::int64_t> headways{600};
  const OpeningHours hours(
      {{0, kDay}, {kDay + 6 * 3600, kDay + 12 * 3600}, {2 * kDay + 6 * 3600, 2 * kDay + 12 * 3600}});
  Compression section({false, 0, 1, headways}, 3 * kDay, &hours);
  for (const std::int64_t time : {0, 600, 1200, 7 * 3600}) section.enter({}, time);
  for (const std::int64_t day : {1, 2}) {
    for (const std::int64_t time : {7 * 3600, 7 * 3600 + 600}) section.enter({}, day * kDay + time);
  }
  const CompressedTime seen = section.observation();
  EXPECT_EQ(seen.total.taken_s, (4 + 2 + 2) * 600);
  EXPECT_EQ(seen.total.of_s, (24 + 6 + 6) * 3600);
  EXPECT_EQ(seen.busiest_day.taken_s, 2 * 600) << "of six hours; the first day had twice as many trains";
  EXPECT_EQ(seen.busiest_day.of_s, 6 * 3600);
  EXPECT_EQ(seen.busiest_hour.taken_s, 3 * 600) << "from seven to eight there are five trains in three hours";
  EXPECT_EQ(seen.busiest_hour.of_s, 3600) << "from zero to one it is open once";
}

// Open for 90 minutes a day, in which a train comes and an hour later the next one, half of whose hour is
// past closing: the section is full, and no more.
TEST(Compression, TakesNothingOfClosedTime) {
  const std::vector<std::int64_t> headways{3600};
  constexpr std::int64_t kOpen = 8 * 3600, kClosed = kOpen + 5400;
  const OpeningHours hours({{kOpen, kClosed}, {kDay + kOpen, kDay + kClosed}});
  Compression section({false, 0, 1, headways}, 2 * kDay, &hours);
  for (const std::int64_t day : {0, 1}) {
    for (const std::int64_t time : {kOpen, kOpen + 3600}) section.enter({}, day * kDay + time);
  }
  const CompressedTime seen = section.observation();
  EXPECT_EQ(seen.total.taken_s, 2 * 5400);
  EXPECT_EQ(seen.total.of_s, 2 * 5400);
  EXPECT_EQ(seen.busiest_day.taken_s, 5400);
  EXPECT_EQ(seen.busiest_hour.taken_s, 2 * 3600);
  EXPECT_EQ(seen.busiest_hour.of_s, 2 * 3600);
}

// Whatever the trains, if they come no closer than allowed: sums by train equal sums over the grid, and no
// day is more than full.
RC_GTEST_PROP(Compression, EqualsTheOpenPattern, ()) {
  const std::vector<std::int64_t> headways{kOneAtATime, 300, 200, 700};
  const bool single = *rc::gen::arbitrary<bool>();
  const SectionRules rules{single, single ? 60 : 0, 2, headways};
  Compression section(rules, 40 * kDay);
  std::vector<SectionTrain> trains;
  std::int64_t now = 0;
  const int count = *rc::gen::inRange(1, 60);
  for (int i = 0; i < count; ++i) {
    const SectionTrain train{*rc::gen::element<std::uint8_t>(0, 1), *rc::gen::element<std::uint8_t>(0, 1),
                             *rc::gen::inRange(1, 9000)};
    if (!trains.empty()) now += least_gap_s(rules, trains.back(), train) + *rc::gen::inRange(0, 20000);
    trains.push_back(train);
    section.enter(train, now);
  }
  RC_ASSERT(section.observation().total.taken_s == open_occupation_s(rules, trains));
  RC_ASSERT(section.observation().busiest_day.taken_s <= std::min(kDay, section.observation().total.taken_s));
  RC_ASSERT(section.observation().busiest_hour.taken_s * 24 >= section.observation().total.taken_s);
}

constexpr std::int64_t kDays = 3;
constexpr std::int64_t kStep = 10 * kMinute;

OpeningHours random_hours() {
  std::vector<OpenInterval> open;
  for (std::int64_t time = 0; time < kDays * kDay;) {
    const std::int64_t from = time + *rc::gen::inRange<std::int64_t>(0, 60) * kStep;
    time = from + *rc::gen::inRange<std::int64_t>(1, 120) * kStep;
    open.push_back({from, time});
  }
  return OpeningHours(std::move(open));
}

double share_of(const OpenShare& share) {
  return share.of_s == 0 ? 0 : static_cast<double>(share.taken_s) / static_cast<double>(share.of_s);
}

// Taken and open time step by step, for the total, the days and the hours of the day.
struct ByStep {
  ByStep(const OpeningHours& hours, const std::vector<OpenInterval>& shares) {
    for (std::int64_t time = 0; time < kDays * kDay; time += kStep) {
      if (!hours.is_open(time)) continue;
      const bool taken = std::any_of(shares.begin(), shares.end(),
                                     [time](const auto& one) { return one.from <= time && time < one.to; });
      const auto day = static_cast<std::size_t>(time / kDay),
                 hour = static_cast<std::size_t>(time / 3600 % 24);
      for (OpenShare* share : {&total, &days[day], &hours_of_day[hour]}) {
        share->of_s += kStep;
        if (taken) share->taken_s += kStep;
      }
    }
  }

  OpenShare total;
  std::array<OpenShare, kDays> days;
  std::array<OpenShare, 24> hours_of_day;
};

// A section that closes now and then, also behind a train.
RC_GTEST_PROP(Compression, OfASectionWithHoursIsNeverMoreThanFull, ()) {
  const std::vector<std::int64_t> headways{*rc::gen::inRange<std::int64_t>(1, 30) * kStep};
  const SectionRules rules{false, 0, 1, headways};
  const OpeningHours hours = random_hours();
  Compression section(rules, kDays * kDay, &hours);
  std::vector<OpenInterval> shares;
  for (std::int64_t now = 0;; now += headways[0] + *rc::gen::inRange<std::int64_t>(0, 12) * kStep) {
    now = hours.next_opening(now);
    if (now >= kDays * kDay) break;
    shares.push_back({now, now + headways[0]});
    section.enter({}, now);
  }
  const CompressedTime seen = section.observation();
  const ByStep truth(hours, shares);
  RC_ASSERT(seen.total.taken_s == truth.total.taken_s);
  RC_ASSERT(seen.total.of_s == truth.total.of_s);
  const auto highest = [](const auto& all) {
    double most = 0;
    for (const OpenShare& share : all) most = std::max(most, share_of(share));
    return most;
  };
  RC_ASSERT(share_of(seen.busiest_day) == highest(truth.days));
  RC_ASSERT(share_of(seen.busiest_hour) == highest(truth.hours_of_day));
  RC_ASSERT(seen.busiest_hour.taken_s <= seen.busiest_hour.of_s);
  RC_ASSERT(seen.busiest_day.taken_s <= seen.busiest_day.of_s);
}

}  // namespace
}  // namespace rail
