// The collapse of 2021 between Brest and Malaszewicze: 5 to 6 trains a day cross, and 150 stand (S065).
#include <gtest/gtest.h>

#include "tests/shelf/shelf_kpis.h"

namespace shelf {
namespace {

// August 2021, the month of the cut, after two of the year's own.
TEST(BorderCut, TrainsGatherWhileFewerCrossThanCome) {
  const support::Runs runs = support::run_text(
      "name: \"august\" include: \"scenarios/whatif/cut-2021.txtpb\"\n"
      "experiment { count_from { seconds: 1627768800 } spin_up { seconds: 5184000 } counted { seconds: "
      "2678400 "
      "} }\n");
  const Kpis seen = means_of(runs);
  const double come = seen.at("line/L122/westbound/trains_per_day");  // Baranovichi - Brest
  EXPECT_NEAR(seen.at("line/L125/westbound/trains_per_day"), 5.5, 0.1);
  EXPECT_GT(come, 9);
  EXPECT_NEAR(seen.at("disruption/cut/most_waiting"), (come - 5.5) * 31, 20);
}

}  // namespace
}  // namespace shelf
