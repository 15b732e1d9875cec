// The 1520 practice: the oracle A14 (docs/verification.md), reliability and lines by hand.
#include "models/graph_capacity.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/studies/toy_models.h"

namespace rail {
namespace {

constexpr std::int64_t kMinute = 60;

TEST(Oracle, A14GraphPeriodAndPairsADay) {
  const SectionGraph section{24 * kMinute, 25 * kMinute, 3 * kMinute, 3 * kMinute};
  const std::int64_t period_s = graph_period_s(section);
  EXPECT_EQ(period_s, 55 * kMinute);
  EXPECT_NEAR(periods_a_day(period_s, 1), 26.1818181818, 1e-10);
  EXPECT_EQ(std::floor(periods_a_day(period_s, 1)), 26);
}

TEST(GraphCapacity, ReliabilityLeavesLess) {
  EXPECT_NEAR(periods_a_day(55 * kMinute, 0.9), 1440 * 0.9 / 55, 1e-12);
  EXPECT_NEAR(periods_a_day(10 * kMinute, ModelInput{}.graph_reliability), 1440 * 0.9 / 10, 1e-12);
}

// 400 km at 800 km a day: double track by its headway, single track by run and clearing of its sections.
TEST(GraphCapacity, IsReadFromALine) {
  ModelInput input = toys::two_points_input();
  input.lines[0].headway_s = 8 * kMinute;
  LineGraph line = line_graphs(*Model::build(input), 1).at(0);
  EXPECT_EQ(line.period_s, 8 * kMinute);
  EXPECT_NEAR(line.per_day, 180, 1e-12);

  input.lines[0].tracks = 1;
  input.lines[0].passing_places = 11;
  input.lines[0].clearing_s = 3 * kMinute;
  input.train_classes.push_back({"fast", 2.0, 0});
  line = line_graphs(*Model::build(input), 1).at(0);
  EXPECT_EQ(line.period_s, 2 * (60 + 3) * kMinute) << "twelve sections of an hour, at the class that runs";
  input.services[0].train_class = 1;
  line = line_graphs(*Model::build(input), 1).at(0);
  EXPECT_EQ(line.period_s, 2 * (30 + 3) * kMinute);
}

// Closed three hours a day for works: N = (1440 - 180) / 8.
TEST(GraphCapacity, HasAMaintenanceWindow) {
  ModelInput input = toys::two_points_input();
  input.counted_s = 86400 * 10;
  std::vector<OpenInterval> open;
  for (std::int64_t day = 0; day < 10; ++day) open.push_back({day * 86400 + 3 * 3600, (day + 1) * 86400});
  input.hours = {OpeningHours(open)};
  input.lines[0].hours = 0;
  input.lines[0].headway_s = 8 * kMinute;
  EXPECT_NEAR(line_graphs(*Model::build(input), 1).at(0).per_day, (1440 - 180) / 8.0, 1e-9);
}

// METHODS 1.1: 1440 * 2k / (t' + t'' + 2 tau + (k-1)(h' + h'')) trains both ways; 14,400 / 150 for five in a
// row at 10 min, 30 min of run and 5 min of clearing.
TEST(GraphCapacity, TakesTurnsInGroups) {
  ModelInput input = toys::two_points_input();
  LineInput& line = input.lines[0];
  line.tracks = 1;
  line.length_km = 30;
  line.speed_km_per_day = 1440;
  line.clearing_s = 5 * kMinute;
  line.headway_s = 10 * kMinute;
  line.fleeting = 5;
  LineGraph graph = line_graphs(*Model::build(input), 1).at(0);
  EXPECT_EQ(graph.period_s, 150 * kMinute);
  EXPECT_NEAR(2 * graph.per_day, 96, 1e-9);
  line.fleeting = 1;
  EXPECT_NEAR(line_graphs(*Model::build(input), 1).at(0).per_day, 1440 / 70.0, 1e-9);
  line.fleeting = 5;
  line.headway_s.reset();
  graph = line_graphs(*Model::build(input), 1).at(0);
  EXPECT_EQ(graph.period_s, 70 * kMinute) << "one train at a time: no group gains anything";
}

TEST(GraphCapacity, LeavesOutLinesWithoutTrains) {
  ModelInput input = toys::two_points_input();
  input.lines.push_back(input.lines[0]);
  input.lines[1].id = "longer";
  input.lines[1].length_km = 900;
  EXPECT_EQ(line_graphs(*Model::build(input), 1).at(1).per_day, 0);
}

}  // namespace
}  // namespace rail
