// The usual day, and demand that is scaled.
#include "studies/usual_day.h"

#include <gtest/gtest.h>

#include "scenarios/scenario.h"
#include "tests/studies/saturated.h"

namespace studies {
namespace {

TEST(UsualDay, KnowsNoDisruption) {
  rail::ModelInput input = saturated::two_points();
  input.lines[0].paths_per_day = 12;
  const double usual = saturated::simulated(*rail::Model::build(input));
  input.lines[0].path_cuts = rail::TimedValues({{{86400 * 25, 86400 * 45}, 4}});
  EXPECT_LT(saturated::simulated(*rail::Model::build(input)), usual);
  EXPECT_EQ(saturated::simulated(*rail::Model::build(usual_day(input))), usual);
}

// Closed by disruptions for days 20 to 40: a line, a post and bays. Only those that have closures get their
// hours back.
TEST(UsualDay, IsOpenWhereADisruptionCloses) {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 1, saturated::kHour);
  saturated::add_break_of_gauge(input);
  const rail::OpenInterval before{-rail::kNever, 86400 * 20}, after{86400 * 40, rail::kNever};
  input.hours = {rail::OpeningHours({before, after}), rail::OpeningHours({{0, 86400 * 65}}),
                 rail::OpeningHours({{0, 86400 * 20}, {86400 * 40, 86400 * 65}})};
  input.lines[0].hours = input.lines[0].closures = 0;
  input.resources[0].hours = 2;
  input.resources[0].closures = 0;
  input.resources[0].usual_hours = 1;
  input.gauge_changes[0].hours = input.gauge_changes[0].closures = 0;
  input.lines[1].hours = 1;
  const rail::ModelInput usual = usual_day(input);
  EXPECT_EQ(usual.lines[0].hours, rail::kNone);
  EXPECT_EQ(usual.lines[0].closures, rail::kNone);
  EXPECT_EQ(usual.resources[0].hours, 1u);
  EXPECT_EQ(usual.gauge_changes[0].hours, rail::kNone);
  EXPECT_EQ(usual.lines[1].hours, 1u) << "these come back every day";
}

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

constexpr std::int64_t kDay_s = 86400, kNoon_s = kDay_s / 2;

// Two at a post, one of them from midnight to noon; for five days none but one, and then none but one again.
TEST(UsualDay, HasItsShiftsWhateverDisruptionsTake) {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 2, saturated::kHour);
  std::vector<rail::TimedValue> nights;
  for (std::int64_t day = 0; day < 65; ++day) nights.push_back({{day * kDay_s, day * kDay_s + kNoon_s}, 1});
  input.resources[0].server_cuts = rail::TimedValues(nights);
  std::vector<rail::TimedValue> cuts;
  for (const std::int64_t day : {2, 20}) {
    const rail::OpenInterval when{day * kDay_s, (day + 5) * kDay_s};
    rail::DisruptionInput& cut = input.disruptions.emplace_back();
    cut.from = when.from;
    cut.to = when.to;
    cut.resources = {0};
    cuts.push_back({when, 1});
  }
  rail::ModelInput cut = input;
  cut.resources[0].server_cuts = rail::lower_of(input.resources[0].server_cuts, rail::TimedValues(cuts));
  ASSERT_EQ(cut.resources[0].server_cuts.at(20 * kDay_s + kNoon_s, 2), 1) << "else this test tests nothing";
  input.disruptions.clear();
  for (const rail::ModelInput& usual : {usual_day(input), usual_day(cut)}) {
    for (std::int64_t day = 0; day < 65; ++day) {
      EXPECT_EQ(usual.resources[0].server_cuts.at(day * kDay_s + kNoon_s - 1, 2), 1) << day;
      EXPECT_EQ(usual.resources[0].server_cuts.at(day * kDay_s + kNoon_s, 2), 2) << day;
    }
  }
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
disruptions { disruptions { id: "shut" from: "2017-01-03T00:00" to: "2017-01-06T00:00" time_zone: "UTC"
  closure { lines: "AB" } provenance { assumption: true note: "a toy" } } }
experiment { count_from { seconds: 1483228800 } counted { seconds: 2419200 } }
)";

TEST(UsualDay, HasWhatComesBackEveryWeekAlone) {
  const scenarios::LoadResult loaded =
      scenarios::Scenario::parse(kHolidays, scenarios::Format::kText, "toy.txtpb");
  for (const scenarios::Problem& problem : loaded.problems) ADD_FAILURE() << problem.message;
  const rail::ModelInput input = loaded.scenario.value().model_input(), usual = usual_day(input);
  const auto open_hours = [](const rail::ModelInput& of, std::uint32_t hours) {
    return static_cast<double>(of.hours_of(hours)->open_seconds(0, 28 * kDay_s)) / 3600;
  };
  EXPECT_EQ(open_hours(input, input.resources[0].hours), (20 - 6) * 24)
      << "six working days from the 20th on";
  EXPECT_EQ(open_hours(usual, usual.resources[0].hours), 20 * 24);
  EXPECT_EQ(open_hours(input, input.lines[0].hours), 28 * 22 - 11 * 2 - 2 * 22 - 3 * 22);
  EXPECT_EQ(open_hours(usual, usual.lines[0].hours), 28 * 22);
}

}  // namespace
}  // namespace studies
