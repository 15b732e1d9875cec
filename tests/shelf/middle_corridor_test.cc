// The Middle Corridor: longer than the way by Brest though no ship is waited for, and no room for the 100,000
// TEU a year that are stated for it (S120) on ships for 89,000 (P054).
#include <gtest/gtest.h>

#include "tests/shelf/shelf_kpis.h"

namespace shelf {
namespace {

constexpr double kStated_teu = 100000, kFleet_teu = 89000;
constexpr const char* kOverCaspian = "crossing/L096/both/teu";

// Were a published time met, that would be news: docs/shelf.md says that they are missed, and why.
TEST(MiddleCorridor, IsLongerThanByBrestAndStillFasterThanItsSchedules) {
  const Kpis seen = kpis_of("middle-corridor");
  EXPECT_NEAR(seen.at(kOverCaspian), kStated_teu, 0.02 * kStated_teu);
  EXPECT_NEAR(seen.at("formed/KZ_AKT/0/westbound/feu_per_train"), 2 * 54, 0.5);  // two trains a ship, P053
  EXPECT_GT(seen.at("service/CN_SIA-HU_BUD.caspian/mean_days"),
            seen.at("service/CN_SIA-HU_BUD.brest/mean_days") + 4);
  EXPECT_LT(seen.at("watch/altynkol_to_baku/mean_days"), 9);        // T035
  EXPECT_LT(seen.at("watch/altynkol_to_constanta/mean_days"), 20);  // T037
}

TEST(MiddleCorridor, HasShipsForLessThanIsStated) {
  const Kpis seen = kpis_of("middle-corridor-fleet");
  EXPECT_NEAR(seen.at(kOverCaspian), kFleet_teu, 0.005 * kFleet_teu);
  EXPECT_GT(seen.at("line/L096/westbound/held_back_mean"), 20);
}

}  // namespace
}  // namespace shelf
