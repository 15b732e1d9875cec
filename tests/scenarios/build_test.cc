// From a validated file to the rail model's input.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

using scenarios::Scenario;
using testing::ElementsAre;

rail::ModelInput input_with(const std::string& more) {
  const auto result = test_files::load_beside_small(more);
  EXPECT_TRUE(result.scenario.has_value()) << (result.problems.empty() ? "" : to_string(result.problems[0]));
  return result.scenario ? result.scenario->model_input() : rail::ModelInput();
}

TEST(Build, DefaultsOfASmallScenario) {
  const rail::ModelInput input = input_with({});
  const rail::LineInput& line = input.lines.at(0);
  EXPECT_EQ(line.from, 0u);
  EXPECT_EQ(line.to, 1u);
  EXPECT_FALSE(line.headway_s.has_value());
  EXPECT_FALSE(line.paths_per_day.has_value());
  const rail::ServiceInput& service = input.services.at(0);
  EXPECT_EQ(input.train_classes.at(service.train_class).speed_factor, 1.0);
  EXPECT_EQ(input.train_classes.at(service.train_class).priority, 0);
  EXPECT_EQ(service.length_m_per_feu, 14.0);
  EXPECT_EQ(service.locomotive_length_m, 35);
  EXPECT_EQ(service.route_rule, rail::RouteRule::kShortest);
  EXPECT_EQ(service.routes, 3);
  EXPECT_EQ(input.spin_up_s, 0);
  EXPECT_EQ(input.counted_s, 86400);
}

TEST(Build, ReliabilityOfTheGraphIsNineTenthsUnlessStated) {
  EXPECT_EQ(input_with({}).graph_reliability, 0.9);
  EXPECT_EQ(input_with("network { graph_reliability: 0.85 }").graph_reliability, 0.85);
}

TEST(Build, TheDefaultClassStandsBesideNamedOnes) {
  const rail::ModelInput input = input_with(
      "network { train_classes { id: \"fast\" speed_factor: 2 priority: 1 } }\n"
      "services { services { id: \"T\" origin: \"A\" destination: \"B\" direction: WESTBOUND train_class: "
      "\"fast\" "
      "formation { rule: TIMETABLE train_feu: 1 departures {} } } services { id: \"U\" origin: \"A\" "
      "destination: \"B\" "
      "direction: WESTBOUND "
      "formation { rule: TIMETABLE train_feu: 1 departures {} } } }");
  ASSERT_EQ(input.train_classes.size(), 2u);
  EXPECT_EQ(input.services.at(0).train_class, 1u);
  EXPECT_EQ(input.services.at(1).train_class, 0u);
  EXPECT_EQ(input.services.at(2).train_class, 1u);
}

TEST(Build, TimesAreWholeSeconds) {
  const rail::ModelInput input = input_with(
      "network { lines { id: \"L\" from: \"A\" to: \"B\" gauge_mm: 1435 length_km: 1 tracks: 1 "
      "speed_km_per_day: 800 "
      "headway { seconds: 90 nanos: 500000000 } clearing { nanos: 400000000 } paths_per_day: 12 } }");
  EXPECT_EQ(input.lines.at(1).headway_s, 91);
  EXPECT_EQ(input.lines.at(1).clearing_s, 0);
  EXPECT_EQ(input.lines.at(1).paths_per_day, 12.0);
}

TEST(Build, TheRunStartsOnItsWeekday) {
  // 2017-01-01 was a Sunday; 90 days before it was Monday, 2016-10-03.
  const std::string spin_up = "spin_up { seconds: 7776000 }";
  EXPECT_EQ(input_with("experiment { count_from { seconds: 1483228800 } " + spin_up + " }").start_weekday_s,
            0);
  EXPECT_EQ(input_with("experiment { count_from { seconds: 1483228800 } }").start_weekday_s, 6 * 86400);
  EXPECT_EQ(input_with("").start_weekday_s, 3 * 86400) << "1970-01-01 was a Thursday";
  EXPECT_EQ(input_with("experiment { count_from { seconds: -1 } }").start_weekday_s, 3 * 86400 - 1);
}

TEST(Build, WeeklyDeparturesAreSortedAndDailyOnesSpreadOut) {
  const rail::ModelInput input = input_with(
      "services { services { id: \"T\" origin: \"A\" destination: \"B\" direction: EASTBOUND formation { "
      "rule: TIMETABLE train_feu: 1 "
      "departures { day: SUNDAY time_of_day { seconds: 86400 } } departures { day: TUESDAY time_of_day { "
      "seconds: 60 } } } } "
      "services { id: \"U\" origin: \"A\" destination: \"B\" direction: EASTBOUND formation { rule: "
      "TIMETABLE train_feu: 1 "
      "departures { time_of_day { seconds: 3600 } } } } }");
  EXPECT_THAT(input.services.at(1).week_times_s, ElementsAre(0, 86400 + 60))
      << "24 h on Sunday is Monday's midnight";
  EXPECT_EQ(input.services.at(2).week_times_s.size(), 7u);
  EXPECT_EQ(input.services.at(2).week_times_s.at(6), 6 * 86400 + 3600);
}

TEST(Build, AChangeOfGaugeIsSplitAtTheLift) {
  const auto result = Scenario::load(test_files::in_repository("scenarios/toys/one_border.txtpb"));
  ASSERT_TRUE(result.scenario.has_value());
  const rail::ModelInput input = result.scenario->model_input();
  ASSERT_EQ(input.processes.size(), 2u);
  EXPECT_EQ(input.processes[0].role, rail::ProcessRole::kGaugeIn);
  EXPECT_EQ(input.processes[0].stages.at(0).name, "customs");
  EXPECT_EQ(input.processes[0].stages.at(0).per_inspected_container_s, 420);
  EXPECT_DOUBLE_EQ(input.processes[0].stages.at(0).duration.mean(), 5400);
  EXPECT_EQ(input.processes[1].role, rail::ProcessRole::kGaugeOut);
  EXPECT_EQ(input.processes[1].stages.at(0).name, "departure");
  EXPECT_THAT(input.processes[0].directions, ElementsAre(rail::Direction::kWestbound));
  EXPECT_EQ(input.gauge_changes.at(0).rule, rail::ReformationRule::kGroup);
  EXPECT_EQ(input.gauge_changes.at(0).inbound_trains, 3);
  EXPECT_EQ(input.gauge_changes.at(0).bay_pool, "BORDER.lift") << "own bays are called as the gauge change";
}

TEST(Build, DemandHasItsDefaults) {
  const rail::ModelInput input = input_with(
      "demand { flows { id: \"f\" service: \"S\" containers_per_year: 9 } flows { id: \"g\" service: \"S\" "
      "kind: EMPTY size_ft: 20 }\n"
      "matrices { id: \"m\" origins { point: \"A\" containers_per_year: 5 } destinations { point: \"B\" "
      "containers_per_year: 5 } "
      "seeds { service: \"S\" weight: 1 } } }");
  EXPECT_EQ(input.flows.at(0).kind, rail::ContainerKind::kDryLaden);
  EXPECT_EQ(input.flows.at(0).size_ft, 40);
  EXPECT_EQ(input.flows.at(1).kind, rail::ContainerKind::kEmpty);
  EXPECT_EQ(input.flows.at(1).size_ft, 20);
  ASSERT_EQ(input.matrices.at(0).kinds.size(), 1u);
  EXPECT_EQ(input.matrices.at(0).kinds[0].share, 1.0);
}

struct Law {
  const char* text;
  double mean_s;
  double least_s;
};

class BuiltLaw : public testing::TestWithParam<Law> {};

TEST_P(BuiltLaw, HasMeanAndLeastInSeconds) {
  const rail::ModelInput input =
      input_with(std::string("processes { resources { id: \"r\" point: \"A\" servers: 1 } processes { id: "
                             "\"p\" point: \"A\" role: ORIGIN "
                             "direction: WESTBOUND stages { name: \"s\" resource: \"r\" duration { ") +
                 GetParam().text + " } } } }");
  const rail::Distribution& law = input.processes.at(0).stages.at(0).duration;
  EXPECT_NEAR(law.mean(), GetParam().mean_s, 1e-6 * GetParam().mean_s);
  EXPECT_NEAR(law.lower_bound(), GetParam().least_s, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(
    Laws, BuiltLaw,
    testing::Values(Law{"unit: SECONDS constant: 90", 90, 90}, Law{"unit: MINUTES constant: 2", 120, 120},
                    Law{"unit: HOURS minimum: 1 exponential { mean: 2 }", 10800, 3600},
                    Law{"unit: DAYS lognormal { mean: 2 scv: 0.5 }", 172800, 0},
                    Law{"unit: HOURS lognormal { mean: 1 p90: 2 }", 3600, 0},
                    Law{"unit: HOURS triangular { low: 1 mode: 2 high: 6 }", 10800, 3600},
                    Law{"unit: HOURS uniform { low: 1 high: 3 }", 7200, 3600},
                    Law{"unit: HOURS gamma { mean: 3 scv: 2 }", 10800, 0},
                    Law{"unit: HOURS weibull { scale: 1 shape: 1 }", 3600, 0},
                    Law{"unit: MINUTES trace { values: 1 values: 3 }", 120, 60}));

constexpr std::int64_t kHour_s = 3600;

// From Friday, 24 March 2017, 0:00 UTC; Warsaw's clocks go forward on Sunday at 1:00 UTC.
TEST(Build, HoursAreIntervalsOfTheRunsTime) {
  const rail::ModelInput input = input_with(R"(
network { points { id: "C" gauges_mm: 1435 time_zone: "Europe/Warsaw" } }
processes {
  resources { id: "r" point: "C" servers: 1 opening_hours { weekly { from: "22:00" to: "02:30" } closed { first: "2017-03-28" } } }
  resources { id: "s" point: "C" servers: 1 opening_hours { weekly { from: "22:00" to: "02:30" } closed { first: "2017-03-28" } } }
  resources { id: "t" point: "C" servers: 1 }
}
experiment { count_from { seconds: 1490313600 } counted { seconds: 864000 } })");
  EXPECT_EQ(input.resources.at(0).hours, 0u);
  EXPECT_EQ(input.resources.at(1).hours, 0u) << "equal hours are made once";
  EXPECT_EQ(input.resources.at(2).hours, rail::kNone);
  ASSERT_EQ(input.hours.size(), 2u) << "with the closed day and, as usual, without";
  EXPECT_EQ(input.resources.at(0).usual_hours, 1u);
  EXPECT_EQ(input.resources.at(2).usual_hours, rail::kNone);
  EXPECT_EQ(
      input.hours[1].without(input.hours[0]).intervals(),
      (std::vector<rail::OpenInterval>{{94 * kHour_s, 96 * kHour_s + 1800}, {116 * kHour_s, 118 * kHour_s}}))
      << "Monday's from midnight, Tuesday's until then";
  const std::vector<rail::OpenInterval>& intervals = input.hours[0].intervals();
  const std::vector<rail::OpenInterval> expected{
      {0, 1 * kHour_s + kHour_s / 2},         // since Thursday 22:00
      {21 * kHour_s, 25 * kHour_s + 1800},    // Friday 22:00 to 2:30
      {45 * kHour_s, 49 * kHour_s},           // Saturday 22:00 to the leap
      {68 * kHour_s, 72 * kHour_s + 1800},    // Sunday 22:00, now 20:00 UTC
      {92 * kHour_s, 94 * kHour_s},           // Monday 22:00 to midnight
      {118 * kHour_s, 120 * kHour_s + 1800},  // Wednesday from midnight, since Tuesday 22:00
  };
  ASSERT_GT(intervals.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(intervals[i], expected[i]) << i;
  EXPECT_GT(intervals.back().to, 864000 + 30 * 86400) << "work that rests at the end goes on after it";
}

TEST(Build, LinesAreOpenForEverOutsidePossessions) {
  const rail::ModelInput input = input_with(R"(
network {
  points { id: "C" gauges_mm: 1435 time_zone: "Asia/Kolkata" }
  lines { id: "L" from: "C" to: "A" gauge_mm: 1435 length_km: 9 tracks: 2 speed_km_per_day: 900 possessions { from: "1970-01-01T08:00" to: "1970-01-01T09:30" } }
  lines { id: "M" from: "C" to: "A" gauge_mm: 1435 length_km: 9 tracks: 2 speed_km_per_day: 900 possessions { weekly { from: "00:00" to: "04:00" } } }
})");
  EXPECT_EQ(input.hours.at(input.lines.at(1).hours).intervals(),
            (std::vector<rail::OpenInterval>{{0, 9000}, {14400, rail::kNever}}));
  EXPECT_EQ(input.lines.at(1).longest_run_s, rail::kNever);
  EXPECT_EQ(input.lines.at(2).longest_run_s, 20 * kHour_s);
  EXPECT_EQ(input.hours.at(input.lines.at(2).hours).intervals().back().to, rail::kNever);
}

}  // namespace
