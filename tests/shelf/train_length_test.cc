// Trains made anew at Dostyk: three of 41 into two of 61 and 62 and back into three (P059), and up to 71
// wagons (P060).
#include <gtest/gtest.h>

#include "tests/shelf/shelf_kpis.h"

namespace shelf {
namespace {

constexpr const char* kFromChina = "line/L036/westbound/trains_per_day";
constexpr const char* kBeyond = "line/L040/westbound/trains_per_day";
constexpr const char* kBlocked = "line/L040/occupancy";

double feu(const Kpis& seen, const char* where) {
  return seen.at(std::string("formed/") + where + "/westbound/feu_per_train");
}

// The third, or quarter, fewer trains, and the time at both borders that it costs.
void expect_fewer_trains(const Kpis& before, const Kpis& after, double part) {
  EXPECT_NEAR(after.at(kFromChina), before.at(kFromChina), 0.01 * before.at(kFromChina));
  EXPECT_NEAR(after.at(kBeyond), part * before.at(kBeyond), 0.02 * before.at(kBeyond));
  EXPECT_NEAR(after.at(kBlocked), part * before.at(kBlocked), 0.03);
  EXPECT_LT(after.at("line/L040/westbound/wait_mean_h"), before.at("line/L040/westbound/wait_mean_h"));
  for (const char* border : {"dwell/KZ_DOS/westbound/mean_h", "dwell/PL_MAL/westbound/mean_h"})
    EXPECT_GT(after.at(border), before.at(border) + 2);
}

TEST(Dostyk, MakesTwoTrainsOfThreeAndMalaszewiczeThreeOfTwo) {
  const Kpis kept = kpis_of("dostyk-kept"), made = kpis_of("dostyk-three-into-two");
  EXPECT_EQ(feu(kept, "KZ_DOS/1520"), 41);
  EXPECT_NEAR(feu(made, "KZ_DOS/1520"), 61.5, 0.01);
  EXPECT_NEAR(feu(made, "PL_MAL/1435"), 41, 0.05);
  expect_fewer_trains(kept, made, 2.0 / 3);
  EXPECT_NEAR(made.at("formed/PL_MAL/1435/westbound/trains"), kept.at("formed/PL_MAL/1435/westbound/trains"),
              10);
}

TEST(Dostyk, MakesTrainsOf71Wagons) {
  const Kpis today = kpis_of("length-55"), made = kpis_of("length-71");
  EXPECT_EQ(feu(today, "KZ_DOS/1520"), 55);
  EXPECT_NEAR(feu(made, "KZ_DOS/1520"), 71, 0.01);
  EXPECT_NEAR(feu(today, "PL_MAL/1435"), 41, 0.05);  // 620 m
  EXPECT_NEAR(feu(made, "PL_MAL/1435"), 51, 0.05);   // 750 m
  expect_fewer_trains(today, made, 55.0 / 71);
}

}  // namespace
}  // namespace shelf
