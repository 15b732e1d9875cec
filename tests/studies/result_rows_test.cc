#include "studies/result_rows.h"

#include <gtest/gtest.h>

#include "studies/place_names.h"
#include "studies/replications.h"
#include "tests/studies/toy_models.h"

namespace studies {
namespace {

ReplicationsResult run_toy(const rail::Model& model) {
  ReplicationsOptions options;
  options.replications = 5;
  options.backend = Backend::kSerial;
  return run_replications(model, options);
}

TEST(ResultRows, SetKpisOfOneThingSideBySide) {
  const auto model = toys::two_points();
  const KpiTable kpis = run_toy(*model).kpis;
  const std::vector<CrossingRow> crossings = crossing_rows(*model, kpis);
  ASSERT_EQ(crossings.size(), 3U) << "westbound, eastbound, both";
  EXPECT_EQ(crossings[0].direction, "westbound");
  EXPECT_EQ(crossings[0].from_country, "XX");
  EXPECT_EQ(crossings[0].name, "Alpha, \"the first\" - Beta");
  EXPECT_DOUBLE_EQ(crossings[0].teu.mean, 20 * crossings[0].trains.mean) << "ten containers of 2 TEU a train";
  EXPECT_EQ(crossings[1].trains.mean, 0);
  EXPECT_EQ(crossings[2].trains.mean, crossings[0].trains.mean);

  const std::vector<TransitRow> journeys = transit_rows(*model, kpis);
  ASSERT_EQ(journeys.size(), 1U);
  EXPECT_NEAR(journeys[0].transit_mean.mean, 0.5, 1e-9);

  const std::vector<FormedRow> formed = formed_rows(*model, kpis);
  ASSERT_EQ(formed.size(), 1U);
  EXPECT_EQ(formed[0].point, "A");
  EXPECT_DOUBLE_EQ(formed[0].feu_per_train.mean, 10);

  EXPECT_TRUE(resource_rows(*model, kpis).empty());
  ASSERT_EQ(line_rows(*model, kpis).size(), 1U);
  EXPECT_GT(line_rows(*model, kpis)[0].occupancy.mean, 0);
}

TEST(ResultRows, OfTrainsHeldBackNamePlaceAndCause) {
  const auto model = toys::two_points();
  const auto kpi = [](const std::string& key, double value) {
    return KpiSummary{key, "", summarise(std::vector<double>{value})};
  };
  const KpiTable kpis({kpi("held/A/closure/trains", 3), kpi("held/A/closure/train_hours", 60),
                       kpi("held/A/closure/waiting_at_end", 2), kpi("held/AB/track/trains", 1)});
  const std::vector<HeldRow> rows = held_rows(*model, kpis);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].place, "A");
  EXPECT_EQ(rows[0].cause, "closure");
  EXPECT_EQ(rows[0].train_hours.mean, 60);
  EXPECT_EQ(rows[0].waiting_at_end.mean, 2);
  EXPECT_EQ(rows[1].cause, "track");
  EXPECT_EQ(rows[1].name, "on the line Alpha, \"the first\" - Beta");
}

TEST(PlaceNames, AreShortWhereThatIsClear) {
  rail::ModelInput input = toys::two_points_input();
  input.points[0].name = "Xi'an (Xinzhu)";
  EXPECT_EQ(PlaceNames(*rail::Model::build(input)).point(0), "Xi'an");
  input.points[1].name = "Xi'an (North)";
  const PlaceNames both(*rail::Model::build(input));
  EXPECT_EQ(both.point(0), "Xi'an (Xinzhu)");
  EXPECT_EQ(both.point(1), "Xi'an (North)");
}

TEST(PlaceNames, TellParallelLinesApart) {
  rail::ModelInput input = toys::two_points_input();
  input.points[0].name = "A";
  input.lines.push_back(input.lines[0]);
  input.lines[1].id = "AB.broad";
  input.lines[1].gauge_mm = 1520;
  std::swap(input.lines[1].from, input.lines[1].to);
  const PlaceNames names(*rail::Model::build(input));
  EXPECT_EQ(names.name("AB"), "A - Beta, 1435 mm");
  EXPECT_EQ(names.name("AB.broad"), "Beta - A, 1520 mm");
  EXPECT_EQ(names.name("unknown"), "unknown");
}

}  // namespace
}  // namespace studies
