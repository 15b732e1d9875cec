#include "studies/binding.h"

#include <gtest/gtest.h>

namespace studies {
namespace {

using Values = std::vector<std::pair<std::string, std::vector<double>>>;

// Of waits that have all ended: hours to the end are the same, unless they are given.
KpiTable table(const Values& kpis, const Values& at_end = {}) {
  std::vector<KpiSummary> all;
  for (const auto& [key, values] : kpis) {
    all.push_back({key, "", summarise(values)});
    if (at_end.empty() && key.ends_with("/container_hours"))
      all.push_back({key + "_to_end", "", summarise(values)});
  }
  for (const auto& [key, values] : at_end) all.push_back({key, "", summarise(values)});
  return KpiTable(std::move(all));
}

TEST(Binding, RanksByContainerHoursWithUtilisationBeside) {
  const KpiTable kpis = table({{"wait/L1/section/container_hours", {10, 10}},
                               {"wait/L1/path/container_hours", {0, 0}},
                               {"line/L1/occupancy", {0.5, 0.5}},
                               {"wait/B.customs/server/container_hours", {60, 80}},
                               {"wait/B.customs/server/mean_h", {1000, 1000}},
                               {"resource/B.customs/utilisation", {0.9, 0.9}},
                               {"wait/B.lift/bay/container_hours", {20, 20}},
                               {"terminal/B.lift/utilisation", {0.7, 0.7}}});
  const std::vector<BindingResource> ranked = binding_resources(kpis);
  ASSERT_EQ(ranked.size(), 3U) << "who never made anybody wait does not bind";
  EXPECT_EQ(ranked[0].wait.place, "B.customs");
  EXPECT_EQ(ranked[0].wait.cause, "server");
  EXPECT_DOUBLE_EQ(ranked[0].wait.container_hours.mean, 70);
  EXPECT_DOUBLE_EQ(ranked[0].share, 0.7);
  EXPECT_DOUBLE_EQ(ranked[0].utilisation.mean, 0.9);
  EXPECT_EQ(ranked[1].wait.place, "B.lift");
  EXPECT_DOUBLE_EQ(ranked[1].utilisation.mean, 0.7);
  EXPECT_EQ(ranked[2].wait.cause, "section");
  EXPECT_DOUBLE_EQ(ranked[2].utilisation.mean, 0.5);
}

TEST(Binding, LeavesOutWaitingForATrainToBeFormed) {
  const KpiTable kpis = table({{"wait/A/1435/westbound/formation/container_hours", {1e6}}});
  EXPECT_TRUE(binding_resources(kpis).empty());
  ASSERT_EQ(waits(kpis).size(), 1U);
  EXPECT_EQ(waits(kpis)[0].place, "A/1435/westbound") << "a place may hold slashes";
  EXPECT_EQ(waits(kpis)[0].cause, "formation");
}

TEST(Binding, LeavesOutWaitingForPartLoadsToFillAContainer) {
  const KpiTable kpis = table(
      {{"wait/A/consolidation/container_hours", {1e6}}, {"wait/A.customs/server/container_hours", {1}}});
  const std::vector<BindingResource> ranked = binding_resources(kpis);
  ASSERT_EQ(ranked.size(), 1U);
  EXPECT_EQ(ranked[0].wait.cause, "server");
  EXPECT_DOUBLE_EQ(ranked[0].share, 1);
}

// What nobody has got past yet binds.
TEST(Binding, WaitsUnderWayAtTheEndCount) {
  const KpiTable kpis = table({{"wait/L1/section/container_hours", {30}},
                               {"wait/L1/closure/container_hours", {0}},
                               {"wait/A/track/container_hours", {0}},
                               {"wait/B/track/container_hours", {0}}},
                              {{"wait/L1/section/container_hours_to_end", {30}},
                               {"wait/L1/closure/container_hours_to_end", {90}},
                               {"wait/L1/closure/waiting_at_end", {4}},
                               {"wait/A/track/waiting_at_end", {1}}});
  const std::vector<BindingResource> ranked = binding_resources(kpis);
  ASSERT_EQ(ranked.size(), 3U);
  EXPECT_EQ(ranked[0].wait.cause, "closure");
  EXPECT_DOUBLE_EQ(ranked[0].share, 0.75);
  EXPECT_DOUBLE_EQ(ranked[0].wait.waiting_at_end.mean, 4);
  EXPECT_EQ(ranked[2].wait.place, "A") << "of trains without containers";
}

}  // namespace
}  // namespace studies
