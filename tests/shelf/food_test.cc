// Eastbound food through Great Stone within 18 days. Over some months.
#include <gtest/gtest.h>

#include "tests/shelf/shelf_kpis.h"

namespace shelf {
namespace {

TEST(FoodGreatStone, IsNeverLate) {
  const Kpis seen = short_kpis_of("whatif/food-great-stone", 30, 90);
  EXPECT_GT(seen.at("goods/food/eastbound/containers"), 1000);
  EXPECT_EQ(seen.at("goods/food/eastbound/late_total"), 0);
  EXPECT_NEAR(seen.at("goods/food/eastbound/total/mean_days"), 12, 0.6);
  for (const char* pair : {"BY_GST-CN_CTU", "BY_GST-CN_SIA"}) {
    const double p90 = seen.at(std::string("goods/food/") + pair + "/total/p90_days");
    EXPECT_GT(p90, 12.5) << pair;
    EXPECT_LT(p90, 15.5) << pair;
  }
}

}  // namespace
}  // namespace shelf
