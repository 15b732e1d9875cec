// Terespol-Malaszewicze with 14 broad-gauge pairs a day (P006) and the planned 55 (P010), at twice the trains
// of 2021; its terminals state 450,000 TEU a year (P012).
#include <gtest/gtest.h>

#include "tests/shelf/shelf_kpis.h"

namespace shelf {
namespace {

constexpr double kStated_teu = 450000, kDemand_teu = 20.4 * 49 * 2 * 365;
constexpr const char* kCrossing = "line/L125/westbound/trains_per_day";
constexpr const char* kLeaves = "formed/PL_MAL/1435/westbound/teu";

TEST(Malaszewicze, FourteenPairsAreTooFewForTwiceTheTrains) {
  const Kpis seen = kpis_of("malaszewicze-14-doubled");
  EXPECT_NEAR(seen.at(kCrossing), 14, 0.01);
  EXPECT_NEAR(seen.at(kLeaves), kStated_teu, 0.01 * kStated_teu);
}

TEST(Malaszewicze, FiftyFivePairsMoveTheQueueToTheCranes) {
  const Kpis before = kpis_of("malaszewicze-14-doubled"), seen = kpis_of("malaszewicze-55-doubled");
  EXPECT_NEAR(seen.at(kCrossing), 20.4, 0.6);
  EXPECT_LT(seen.at("line/L125/westbound/path_wait_mean_h"), 0.2);
  EXPECT_NEAR(seen.at(kLeaves), before.at(kLeaves), 0.005 * kStated_teu);  // not one train more
  EXPECT_GT(seen.at("terminal/PL_MAL.lift/queue_longest"),
            3 * before.at("terminal/PL_MAL.lift/queue_longest"));
}

TEST(Malaszewicze, FourfoldTerminalsTakeAllThatComes) {
  const Kpis seen = kpis_of("malaszewicze-55-terminals-doubled");
  EXPECT_NEAR(seen.at(kLeaves), kDemand_teu, 0.03 * kDemand_teu);
  EXPECT_NEAR(seen.at("terminal/PL_MAL.lift/utilisation"), kDemand_teu / (4 * kStated_teu), 0.02);
  EXPECT_LT(seen.at("wait/PL_MAL.lift/bay/mean_h"), 0.01);
}

// At the demand of 2021, a few months of it: the 1.6 h at the border are saved, and half of them are lost
// again at the cranes, to which trains come in bunches.
TEST(Malaszewicze, FiftyFivePairsSaveLittleAtTheDemandOf2021) {
  const Kpis base = short_kpis_of("eurasia-2021", 30, 150),
             seen = short_kpis_of("whatif/malaszewicze-55-2021", 30, 150);
  EXPECT_NEAR(base.at(kCrossing), 10.2, 0.3);
  EXPECT_NEAR(seen.at(kCrossing), base.at(kCrossing), 0.1);
  EXPECT_NEAR(seen.at(kLeaves), base.at(kLeaves), 0.01 * base.at(kLeaves));
  EXPECT_NEAR(base.at("line/L125/westbound/path_use"), 0.73, 0.03);
  const char* path = "line/L125/westbound/path_wait_mean_h";
  EXPECT_NEAR(base.at(path), 1.65, 0.4);
  EXPECT_NEAR(seen.at(path), 0.03, 0.03);
  const char* cranes = "wait/PL_MAL.lift/bay/container_hours";
  const double lost_h = (seen.at(cranes) - base.at(cranes)) / seen.at("crossing/L125/westbound/containers");
  EXPECT_NEAR(lost_h / (base.at(path) - seen.at(path)), 0.5, 0.2);
}

}  // namespace
}  // namespace shelf
