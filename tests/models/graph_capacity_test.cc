// The 1520 practice: the oracle A14 (docs/verification.md), groups and maintenance by hand.
#include "models/graph_capacity.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/studies/toy_models.h"

namespace rail {
namespace {

constexpr std::int64_t kMinute = 60;

GraphParameters exact() {
  GraphParameters parameters;
  parameters.reliability = 1;
  return parameters;
}

TEST(Oracle, A14GraphPeriodAndPairsADay) {
  SectionGraph section;
  section.there_s = 24 * kMinute;
  section.back_s = 25 * kMinute;
  GraphParameters parameters = exact();
  parameters.start_and_stop_s = (2 + 1 + 2 + 1) * kMinute;
  EXPECT_EQ(graph_period_s(section, parameters), 55 * kMinute);
  EXPECT_NEAR(pairs_a_day(section, parameters), 26.1818181818, 1e-10);
  EXPECT_EQ(std::floor(pairs_a_day(section, parameters)), 26);
}

// Groups of two at 10 and 12 min: T = 24 + 25 + 3 + 3 + 22 = 77 min for two pairs; 37.40 a day against 26.18.
TEST(GraphCapacity, GroupsShareTheIntervalsOfCrossing) {
  const SectionGraph section{24 * kMinute, 25 * kMinute, 3 * kMinute,
                             3 * kMinute,  10 * kMinute, 12 * kMinute};
  GraphParameters parameters = exact();
  EXPECT_EQ(graph_period_s(section, parameters), 55 * kMinute);
  parameters.group = 2;
  EXPECT_EQ(graph_period_s(section, parameters), 77 * kMinute);
  EXPECT_NEAR(pairs_a_day(section, parameters), 2880.0 / 77, 1e-12);
}

TEST(GraphCapacity, MaintenanceAndReliabilityLeaveLess) {
  const SectionGraph section{24 * kMinute, 25 * kMinute, 3 * kMinute, 3 * kMinute, 0, 0};
  GraphParameters parameters;
  EXPECT_NEAR(pairs_a_day(section, parameters), 1440 * 0.9 / 55, 1e-12);
  parameters.maintenance_s = 120 * kMinute;
  EXPECT_NEAR(pairs_a_day(section, parameters), 1320 * 0.9 / 55, 1e-12);
  EXPECT_NEAR(trains_a_day(10 * kMinute, parameters), 1320 * 0.9 / 10, 1e-12);
}

// 400 km at 800 km a day: double track by its headway, single track by run and clearing of its sections.
TEST(GraphCapacity, IsReadFromALine) {
  ModelInput input = toys::two_points_input();
  input.lines[0].headway_s = 8 * kMinute;
  LineGraph line = line_graphs(*Model::build(input), exact()).at(0);
  EXPECT_EQ(line.period_s, 8 * kMinute);
  EXPECT_NEAR(line.per_day, 180, 1e-12);

  input.lines[0].tracks = 1;
  input.lines[0].passing_places = 11;
  input.lines[0].clearing_s = 3 * kMinute;
  input.train_classes.push_back({"fast", 2.0, 0});
  line = line_graphs(*Model::build(input), exact()).at(0);
  EXPECT_EQ(line.period_s, 2 * (60 + 3) * kMinute) << "twelve sections of an hour, at the class that runs";
  input.services[0].train_class = 1;
  line = line_graphs(*Model::build(input), exact()).at(0);
  EXPECT_EQ(line.period_s, 2 * (30 + 3) * kMinute);
}

TEST(GraphCapacity, LeavesOutLinesWithoutTrains) {
  ModelInput input = toys::two_points_input();
  input.lines.push_back(input.lines[0]);
  input.lines[1].id = "longer";
  input.lines[1].length_km = 900;
  EXPECT_EQ(line_graphs(*Model::build(input), exact()).at(1).per_day, 0);
}

}  // namespace
}  // namespace rail
