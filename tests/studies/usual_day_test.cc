// The usual day, and demand that is scaled.
#include "studies/usual_day.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <utility>

#include "scenarios/lasting_disruptions.h"
#include "scenarios/scenario.h"
#include "tests/studies/saturated.h"

namespace studies {
namespace {

TEST(ServicesOf, CarryWhatIsChosen) {
  rail::ModelInput input = saturated::two_points();
  saturated::add_way_back(input);
  input.flows.push_back({"goods", 1, rail::ContainerKind::kDryLaden, 100});
  const auto named = [](const char* name) { return [name](const std::string& id) { return id == name; }; };
  EXPECT_EQ(services_of(input, named("goods")), (std::vector{false, true}));
  EXPECT_EQ(services_of(input, named("A-B")), (std::vector{true, false})) << "it brings its own";
  rail::MatrixInput matrix;
  matrix.id = "matrix";
  input.matrices = {matrix};
  EXPECT_EQ(services_of(input, named("matrix")), (std::vector{true, true}));
  input.matrices[0].seeds = {{1, 1}};
  EXPECT_EQ(services_of(input, named("matrix")), (std::vector{false, true}));
}

TEST(ScaleDemand, IsOfThoseChosen) {
  rail::ModelInput input = saturated::two_points();
  input.flows.push_back({"goods", 0, rail::ContainerKind::kDryLaden, 100});
  rail::MatrixInput matrix;
  matrix.id = "matrix";
  matrix.origins = {{0, 60}};
  matrix.destinations = {{1, 60}};
  input.matrices = {matrix};
  EXPECT_EQ(scale_demand(input, 1.5, [](const std::string& id) { return id != "goods"; }), 2);
  EXPECT_EQ(input.flows[0].containers_per_year, 100);
  EXPECT_EQ(input.matrices[0].origins[0].containers_per_year, 90);
  EXPECT_EQ(input.matrices[0].destinations[0].containers_per_year, 90);
  EXPECT_DOUBLE_EQ(input.services[0].interval->mean(), 250 / 1.5);
}

constexpr std::int64_t kDay_s = 86400, kHour_s = 3600;

rail::ModelInput usual_of(const std::string& text) {
  const scenarios::LoadResult loaded =
      scenarios::Scenario::parse(text, scenarios::Format::kText, "toy.txtpb");
  for (const scenarios::Problem& problem : loaded.problems) ADD_FAILURE() << problem.message;
  return usual_day(scenarios::input_with_lasting_disruptions(loaded.scenario.value()));
}

// Four weeks from 2017-01-01 on, and a week before. Three at the desk by day, one by night; bays likewise.
constexpr const char* kShifts = R"(name: "toy"
network {
  points { id: "A" country: "CN" gauges_mm: 1435 time_zone: "UTC" }
  points { id: "B" country: "CN" gauges_mm: 1435 gauges_mm: 1520 time_zone: "UTC" }
  points { id: "C" country: "CN" gauges_mm: 1520 time_zone: "UTC" }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 40 tracks: 2 speed_km_per_day: 960 paths_per_day: 12 }
  lines { id: "BC" from: "B" to: "C" gauge_mm: 1520 length_km: 40 tracks: 2 speed_km_per_day: 960 }
}
processes {
  resources { id: "desk" point: "B" servers: 3 opening_hours {
    weekly { from: "06:00" to: "18:00" staffed: 3 } weekly { from: "18:00" to: "06:00" staffed: 1 } } }
  processes { id: "B.w" point: "B" role: CHANGE_OF_GAUGE direction: WESTBOUND
    stages { name: "d" resource: "desk" duration { unit: HOURS constant: 1 } } stages { name: "l" kind: GAUGE_CHANGE } }
  gauge_changes { id: "lift" point: "B" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 3 lifts_per_hour: 20 opening_hours {
    weekly { from: "06:00" to: "18:00" staffed: 3 } weekly { from: "18:00" to: "06:00" staffed: 1 } } }
}
services { services { id: "A-C" origin: "A" destination: "C" direction: WESTBOUND
  formation { rule: RATE train_feu: 40 own_containers: 40 interval { unit: HOURS constant: 6 } } } }
experiment { spin_up { seconds: 604800 } count_from { seconds: 1483228800 } counted { seconds: 2419200 } }
)";

// Of all kinds, between these dates.
std::string disrupted(const char* from, const char* to) {
  std::string text = "disruptions {\n";
  int number = 0;
  for (const char* what :
       {"capacity_cut { resource: \"desk\" servers: 2 }", "capacity_cut { gauge_change: \"lift\" bays: 2 }",
        "capacity_cut { line: \"AB\" paths_per_day: 4 }",
        "capacity_cut { line: \"AB\" accepted_at_to_per_day: 5 }", "slow_order { lines: \"AB\" factor: 2 }",
        "closure { lines: \"BC\" }"})
    text += fmt::format(
        "disruptions {{ id: \"d{}\" from: \"{}T00:00\" to: \"{}T00:00\" time_zone: \"UTC\" {} provenance {{ "
        "assumption: true note: \"a toy\" }} }}\n",
        number++, from, to, what);
  return text + "}\n";
}

void expect_staffed(const rail::TimedValues& staffed, double by_day) {
  for (std::int64_t day = 0; day < 35; ++day) {
    EXPECT_EQ(staffed.at(day * kDay_s + 5 * kHour_s, 3), 1) << day;
    EXPECT_EQ(staffed.at(day * kDay_s + 12 * kHour_s, 3), by_day) << day;
  }
}

// In the middle, until after the end, and from before the beginning.
TEST(UsualDay, KnowsNoDisruptionThatPasses) {
  for (const auto& [from, to] : {std::pair("2017-01-05", "2017-01-12"), std::pair("2017-01-20", "2018-01-01"),
                                 std::pair("2016-01-01", "2017-01-20")}) {
    const rail::ModelInput usual = usual_of(kShifts + disrupted(from, to));
    SCOPED_TRACE(from);
    EXPECT_TRUE(usual.disruptions.empty());
    expect_staffed(usual.resources[0].server_cuts, 3);
    expect_staffed(usual.gauge_changes[0].bay_cuts, 3);
    EXPECT_TRUE(usual.lines[0].path_cuts.empty());
    EXPECT_TRUE(usual.lines[0].acceptance_cuts[0].empty());
    EXPECT_TRUE(usual.lines[0].slow_orders.empty());
    EXPECT_EQ(usual.lines[1].hours, rail::kNone);
  }
}

// Nobody sees the railway without it: in the spin-up nothing is counted.
TEST(UsualDay, IsAsTheRailwayIsAllTheRun) {
  const rail::ModelInput usual = usual_of(kShifts + disrupted("2016-01-01", "2030-01-01"));
  EXPECT_EQ(usual.disruptions.size(), 6u);
  expect_staffed(usual.resources[0].server_cuts, 2);
  expect_staffed(usual.gauge_changes[0].bay_cuts, 2);
  EXPECT_EQ(usual.lines[0].path_cuts.at(0, 12), 4);
  EXPECT_EQ(usual.lines[0].acceptance_cuts[0].at(0, 0), 5);
  EXPECT_EQ(usual.lines[0].slow_orders.at(0, 1), 2);
  ASSERT_NE(usual.hours_of(usual.lines[1].hours), nullptr);
  EXPECT_EQ(usual.hours_of(usual.lines[1].hours)->open_seconds(0, 35 * kDay_s), 0);
  EXPECT_EQ(usual_of(kShifts + disrupted("2016-12-28", "2017-01-29")).disruptions.size(), 6u);
}

// From 2017-01-01 on. Open from Monday to Friday, but for the 20th to the 31st; a line is given to works
// every night and, once or for some weeks only, at other times.
constexpr const char* kHolidays = R"(name: "toy"
network {
  points { id: "A" country: "CN" gauges_mm: 1435 time_zone: "UTC" }
  points { id: "B" country: "CN" gauges_mm: 1435 time_zone: "UTC" }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 40 tracks: 2 speed_km_per_day: 960
    possessions { weekly { from: "01:00" to: "03:00" } }
    possessions { weekly { from: "12:00" to: "14:00" } dates { first: "2017-01-10" last: "2017-01-20" } }
    possessions { from: "2017-01-25T00:00" to: "2017-01-27T00:00" } }
}
processes {
  resources { id: "desk" point: "B" servers: 1 opening_hours {
    weekly { days: MONDAY days: TUESDAY days: WEDNESDAY days: THURSDAY days: FRIDAY from: "00:00" to: "24:00" }
    closed { first: "2017-01-20" last: "2017-01-31" } } }
  processes { id: "B.w" point: "B" role: DESTINATION direction: WESTBOUND
    stages { name: "d" resource: "desk" duration { unit: HOURS constant: 1 } } }
}
services { services { id: "A-B" origin: "A" destination: "B" direction: WESTBOUND
  formation { rule: RATE train_feu: 40 own_containers: 40 interval { unit: HOURS constant: 6 } } } }
experiment { count_from { seconds: 1483228800 } counted { seconds: 2419200 } }
)";

// With a closure between these dates besides.
std::string holidays_and(const char* what, const char* from, const char* to) {
  return kHolidays + fmt::format(
                         "disruptions {{ disruptions {{ id: \"shut\" from: \"{}T00:00\" to: "
                         "\"{}T00:00\" time_zone: \"UTC\" closure {{ {} }} "
                         "provenance {{ assumption: true note: \"a toy\" }} }} }}",
                         from, to, what);
}

TEST(UsualDay, HasWhatComesBackEveryWeekAlone) {
  const std::string text = holidays_and("lines: \"AB\"", "2017-01-03", "2017-01-06");
  const scenarios::LoadResult loaded =
      scenarios::Scenario::parse(text, scenarios::Format::kText, "toy.txtpb");
  const rail::ModelInput input = loaded.scenario.value().model_input(), usual = usual_of(text);
  const auto open_hours = [](const rail::ModelInput& of, std::uint32_t hours) {
    return static_cast<double>(of.hours_of(hours)->open_seconds(0, 28 * kDay_s)) / 3600;
  };
  EXPECT_EQ(open_hours(input, input.resources[0].hours), (20 - 6) * 24)
      << "six working days from the 20th on";
  EXPECT_EQ(open_hours(usual, usual.resources[0].hours), 20 * 24);
  EXPECT_EQ(open_hours(input, input.lines[0].hours), 28 * 22 - 11 * 2 - 2 * 22 - 3 * 22);
  EXPECT_EQ(open_hours(usual, usual.lines[0].hours), 28 * 22);
}

// The desk of the holidays, closed all the run besides.
TEST(UsualDay, HasNoHoursWhereItIsClosedAllTheRun) {
  const rail::ModelInput usual = usual_of(holidays_and("resources: \"desk\"", "2016-01-01", "2030-01-01"));
  ASSERT_NE(usual.hours_of(usual.resources[0].hours), nullptr);
  EXPECT_EQ(usual.hours_of(usual.resources[0].hours)->open_seconds(0, 28 * kDay_s), 0);
  EXPECT_NE(usual.resources[0].closures, rail::kNone);
}

}  // namespace
}  // namespace studies
