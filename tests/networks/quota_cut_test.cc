// Cuts of what the railway beyond a border accepts: exact times, worked out by hand for the toy of quotas,
// whose days begin at 18:00 UTC.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/networks/trips.h"

namespace networks {
namespace {

std::string toy() { return text_of("scenarios/toys/quota.txtpb"); }

std::string cut(const std::string& text, const std::string& from, const std::string& to,
                const std::string& to_what) {
  return text + "disruptions { disruptions { id: \"cut\" from: \"1970-01-" + from + "\" to: \"1970-01-" + to +
         "\" time_zone: \"UTC\" capacity_cut { line: \"AB\" " + to_what + " } } }";
}

constexpr double kHeadway_h = 1.0 / 6;

// Two days of one train, then two a day again: those of 16 and 18 h have a day each.
TEST(QuotaCut, FewerADay) {
  const support::Runs runs =
      support::run_text(cut(toy(), "01T18:00", "03T18:00", "accepted_at_to_per_day: 1"), 1, true);
  EXPECT_EQ(departures(runs, "A"), hours({12, 14, 18, 42, 66, 66 + kHeadway_h, 90}));
  EXPECT_EQ(departures(runs, "B"), hours({0, kHeadway_h, 2 * kHeadway_h})) << "not that way";
  const rail::LineObservation& west = runs.replications[0].lines[0][0];
  EXPECT_EQ(west.path_wait.seconds, (2 + 24 + 46 + 44 + 66) * kHour);
  EXPECT_EQ(west.wait.seconds, 10 * kMinute) << "the headway at 66 h";
  const rail::DisruptionObservation& seen = runs.replications[0].disruptions[0];
  EXPECT_EQ(seen.trains_held, 4) << "those of 18 to 24 h";
  EXPECT_EQ(seen.most_waiting, 4);
  EXPECT_EQ(seen.clear_s, (90 - 66) * kHour);
}

// As it ends at 50 h, the second of the day that began at 42 h goes.
TEST(QuotaCut, EndsInTheMiddleOfADay) {
  const support::Runs runs =
      support::run_text(cut(toy(), "01T18:00", "03T02:00", "accepted_at_to_per_day: 1"), 1, true);
  EXPECT_EQ(departures(runs, "A"), hours({12, 14, 18, 42, 50, 66, 66 + kHeadway_h}));
  EXPECT_EQ(runs.replications[0].lines[0][0].path_wait.seconds, (2 + 24 + 30 + 44 + 42) * kHour);
  EXPECT_EQ(runs.replications[0].lines[0][0].path_wait.visits_waiting, 5);
}

// That of 12 h is the one of its day, as the cut begins at 13 h.
TEST(QuotaCut, CountsThoseOfTheDayBeforeItBegan) {
  const support::Runs runs =
      support::run_text(cut(toy(), "01T13:00", "01T18:00", "accepted_at_to_per_day: 1"), 1, true);
  EXPECT_EQ(departures(runs, "A"),
            hours({12, 18, 18 + kHeadway_h, 42, 42 + kHeadway_h, 66, 66 + kHeadway_h}));
}

TEST(QuotaCut, WhereThereIsNoQuotaUsually) {
  const std::string free = with(toy(), " accepted_at_to_per_day: 2", "");
  EXPECT_EQ(departures(support::run_text(free, 1, true), "A"), hours({12, 14, 16, 18, 20, 22, 24}));
  const support::Runs runs =
      support::run_text(cut(free, "01T00:00", "02T17:00", "accepted_at_to_per_day: 2"), 1, true);
  EXPECT_EQ(departures(runs, "A"),
            hours({12, 14, 18, 18 + kHeadway_h, 41, 41 + kHeadway_h, 41 + 2 * kHeadway_h}));
  const rail::WaitSum& of_line = runs.replications[0].lines[0][0].path_wait;
  ASSERT_GT(of_line.visits_waiting, 0);
  EXPECT_EQ(kpi(runs, "held/A/path/trains"), static_cast<double>(of_line.visits_waiting));
  EXPECT_EQ(kpi(runs, "held/A/path/train_hours"), in_hours(of_line.seconds));
}

TEST(QuotaCut, OfTheOtherDirection) {
  const support::Runs runs =
      support::run_text(cut(toy(), "01T00:00", "04T00:00", "accepted_at_from_per_day: 1"), 1, true);
  EXPECT_EQ(departures(runs, "A"), departures(support::run_text(toy(), 1, true), "A"));
  EXPECT_EQ(departures(runs, "B"), hours({0, 24, 48})) << "at midnight by the clock of A, UTC";
}

// With paths of 6 h in force as well: the later of both.
TEST(QuotaCut, BesideACutOfPaths) {
  const support::Runs runs = support::run_text(
      cut(toy(), "01T18:00", "03T18:00", "accepted_at_to_per_day: 1 paths_per_day: 0.8"), 1, true);
  EXPECT_EQ(departures(runs, "A"), hours({12, 14, 44, 66, 66 + kHeadway_h, 90, 90 + kHeadway_h}));
}

}  // namespace
}  // namespace networks
