#include "studies/capacity_rows.h"

#include <gtest/gtest.h>

#include "studies/replications.h"
#include "tests/studies/toy_models.h"

namespace studies {
namespace {

// A train each 20 min on a line with a headway of 10 min and 96 paths, and a longer line beside it that
// nobody uses.
rail::ModelInput half_full() {
  rail::ModelInput input = toys::two_points_input();
  input.services[0].interval = rail::Distribution::constant(1200);
  input.lines[0].headway_s = 600;
  input.lines[0].paths_per_day = 96;
  input.lines.push_back(input.lines[0]);
  input.lines[1].id = "empty";
  input.lines[1].length_km = 900;
  input.spin_up_s = 86400;
  return input;
}

KpiTable run(const rail::Model& model) {
  ReplicationsOptions options;
  options.replications = 1;
  options.backend = Backend::kSerial;
  return run_replications(model, options).kpis;
}

TEST(CapacityRows, SetThreeMeasuresSideBySide) {
  const auto model = rail::Model::build(half_full());
  const KpiTable kpis = run(*model);
  const std::vector<CapacityRow> rows = capacity_rows(*model, kpis);
  ASSERT_EQ(rows.size(), 2U);
  const CapacityRow& row = rows[0];
  EXPECT_EQ(row.line, "AB");
  EXPECT_NEAR(row.trains_per_day_west.mean, 72, 0.1);
  EXPECT_NEAR(row.uic406_mean.mean, 0.5, 1e-9) << "600 of each 1200 s";
  EXPECT_NEAR(row.uic406_day.mean, 0.5, 1e-9);
  EXPECT_NEAR(row.uic406_peak.mean, 0.5, 1e-9);
  EXPECT_NEAR(row.graph.per_day, 144 * 0.9, 1e-9);
  EXPECT_NEAR(row.graph_use, 72 / (144 * 0.9), 1e-3);
  EXPECT_NEAR(row.path_use, 0.75, 1e-3);
  EXPECT_EQ(rows[1].uic406_mean.mean, 0);
  EXPECT_EQ(rows[1].graph_use, 0);
}

TEST(CapacityRows, PlanAsReliablyAsTheScenarioSays) {
  rail::ModelInput input = half_full();
  input.graph_reliability = 0.75;
  const auto model = rail::Model::build(input);
  EXPECT_NEAR(capacity_rows(*model, run(*model)).at(0).graph.per_day, 144 * 0.75, 1e-9);
}

TEST(CapacityRows, JudgeByUic406) {
  CapacityRow row;
  EXPECT_STREQ(uic406_verdict(row.uic406_day, row.uic406_peak), "") << "not observed";
  row.uic406_day = summarise({0.60});
  row.uic406_peak = summarise({0.75});
  EXPECT_STREQ(uic406_verdict(row.uic406_day, row.uic406_peak), "within");
  row.uic406_day = summarise({0.61});
  EXPECT_STREQ(uic406_verdict(row.uic406_day, row.uic406_peak), "over day limit");
  row.uic406_peak = summarise({0.76});
  EXPECT_STREQ(uic406_verdict(row.uic406_day, row.uic406_peak), "over both limits");
  row.uic406_day = summarise({0.60});
  EXPECT_STREQ(uic406_verdict(row.uic406_day, row.uic406_peak), "over peak limit");
}

TEST(BoundRows, NameWhatBindsAndItsPrice) {
  rail::ModelInput input = half_full();
  const auto model = rail::Model::build(input);
  const std::vector<BoundRow> rows = bound_rows(*model, run(*model), scenario_bounds(*model));
  ASSERT_EQ(rows.size(), 5U)
      << "scenario mix: paths, then the track; free mix: paths; a cut through both lines";
  EXPECT_EQ(rows[0].bound, "scenario mix");
  EXPECT_EQ(rows[0].kind, "paths");
  EXPECT_EQ(rows[0].name, "Alpha, \"the first\" - Beta, 1435 mm, from Alpha, \"the first\"");
  EXPECT_NEAR(rows[0].value, 96, 1e-9);
  EXPECT_NEAR(rows[0].times_demand, 96.0 / 72, 1e-9);
  EXPECT_NEAR(rows[0].simulated, 72, 0.1);
  EXPECT_NEAR(rows[0].price.value_or(0), 1, 1e-9) << "one train for one path";
  EXPECT_EQ(rows[1].step, 2);
  EXPECT_EQ(rows[1].capacity_unit, "track-h");
  EXPECT_NEAR(rows[1].capacity, 24, 1e-9);
  EXPECT_NEAR(rows[1].price.value_or(0), 6, 1e-9) << "an hour is six headways";
  EXPECT_EQ(rows[2].bound, "free mix");
  EXPECT_EQ(rows[4].bound, "cut westbound");
  EXPECT_EQ(rows[4].place, "empty");
  EXPECT_NEAR(rows[4].value, 2 * 96 * 20, 0.01) << "trains of ten containers over either line";
}

}  // namespace
}  // namespace studies
