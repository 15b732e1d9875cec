// Sentences on single KPIs that can be quoted as they stand.
#include "cli/difference_text.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

constexpr LookedAt kYear{4, 20, 365};

studies::PairedKpi kpi(const char* key, const char* unit, double base, double base_half, double difference,
                       double half) {
  studies::PairedKpi one;
  one.key = key;
  one.unit = unit;
  one.base = {20, base, base_half, base_half};
  one.variant = {20, base + difference, base_half, base_half};
  one.difference = {20, difference, half, half};
  one.p = one.p_holm = 0.0001;
  return one;
}

studies::PairedKpi unsure(studies::PairedKpi one, double p = 0.4) {
  one.p = p;
  one.p_holm = 0.4;
  return one;
}

TEST(DifferenceText, HasUnitsAndIntervalsOnBothSides) {
  EXPECT_EQ(difference_text(kpi("transit/A-B/p90_days", "days", 68.9, 1.7, -64.8, 1.6), "Transit", kYear),
            "Transit: 4.10 ± 1.70 days instead of 68.9 ± 1.7 (-94.0 %): 63.2 to 66.4 days less at 95 %.");
}

TEST(DifferenceText, OfSharesIsInPercentagePoints) {
  EXPECT_EQ(
      difference_text(kpi("terminal/x/utilisation", "share", 0.998, 0.001, -0.171, 0.004), "Use", kYear),
      "Use: 82.7 ± 0.1 % instead of 99.8 ± 0.1 %: 16.7 to 17.5 percentage points less at 95 %.");
  EXPECT_EQ(difference_text(unsure(kpi("goods/x/westbound/late_total", "share", 0.1, 0.02, 0.05, 0.08)),
                            "Late", kYear),
            "Late: 15 ± 2 % instead of 10 ± 2 %; no sure difference (5 ± 8 percentage points).");
}

TEST(DifferenceText, TellsEndsApart) {
  EXPECT_EQ(
      difference_text(kpi("line/x/westbound/trains_per_day", "trains/day", 15.6, 0.02, -3.28, 0.012), "AB",
                      kYear),
      "AB: 12.32 ± 0.02 trains a day instead of 15.60 ± 0.02 (-21.0 %): 3.27 to 3.29 trains a day less at "
      "95 %.");
}

// Three more digits would not tell them apart either.
TEST(DifferenceText, OfEndsThatAreAlikeIsTheirDifference) {
  EXPECT_EQ(difference_text(kpi("transit/A-B/mean_days", "days", 1, 0, 0.01, 1e-8), "Transit", kYear),
            "Transit: 1.01 ± 0.00 days instead of 1 (+1.0 %): 0.01 days more at 95 %.");
}

TEST(DifferenceText, OfOneIsOfADay) {
  EXPECT_EQ(difference_text(kpi("transit/A-B/mean_days", "days", 1, 0, 0, 0), "Transit", kYear),
            "Transit: 1 day as before, in every replication.");
  EXPECT_EQ(difference_text(kpi("transit/A-B/mean_days", "days", 2, 0, 0, 0), "Transit", kYear),
            "Transit: 2 days as before, in every replication.");
}

TEST(DifferenceText, OfAmountsSaysOfWhatTime) {
  EXPECT_EQ(difference_text(kpi("crossing/x/westbound/teu", "TEU", 559654, 900, 0, 0), "AB: TEU", kYear),
            "AB: TEU: 559,654 ± 900 TEU in 365 days as before, in every replication.");
  EXPECT_EQ(
      difference_text(unsure(kpi("crossing/x/westbound/teu", "TEU", 559654, 900, -314, 1755)), "AB: TEU",
                      kYear),
      "AB: TEU: 559,340 ± 900 TEU in 365 days instead of 559,654 ± 900; no sure difference (-314 ± 1,755 "
      "TEU, -0.1 %).");
}

TEST(DifferenceText, OfTeuDeliveredSaysHowSurely) {
  const auto teu = kpi("total/both/teu_delivered", "TEU", 450204, 900, 75, 17);
  EXPECT_EQ(delivered_text(unsure(teu, 0.01), kYear),
            "TEU delivered: 75 ± 17 TEU more in 365 days (< 0.1 %); sure by itself, but not as one of 4 KPIs "
            "looked "
            "at.");
  EXPECT_EQ(delivered_text(unsure(kpi("total/both/teu_delivered", "TEU", 450204, 900, -45, 77)), kYear),
            "TEU delivered: 45 ± 77 TEU fewer in 365 days (< 0.1 %); no sure difference.");
}

TEST(DifferenceText, OfTeuThatAlwaysDifferByTheSameHasNoBounds) {
  EXPECT_EQ(delivered_text(kpi("total/both/teu_delivered", "TEU", 24, 0, -18, 0), kYear),
            "18 TEU fewer delivered in 365 days (-75.0 %), in every replication.");
}

// What one pair of ten saw has no interval.
TEST(DifferenceText, OfOnePairSaysNothingSurely) {
  studies::PairedKpi one = unsure(kpi("disruption/x/time_to_clear_h", "h", 310, 0, 20, 0));
  for (studies::Summary* side : {&one.base, &one.variant, &one.difference}) *side = {1, side->mean, 0, {}};
  EXPECT_EQ(
      difference_text(one, "Shut: time to clear", kYear),
      "Shut: time to clear [in 1 of 20 pairs]: 330 h instead of 310; one pair of replications says nothing "
      "surely (20 h, +6.5 %).");
}

TEST(DifferenceText, TablesShowNoDifferenceAsNone) {
  EXPECT_EQ(difference_number(kpi("x", "days", 5.27, 0.02, -0.006, 0.0004)), "-0.0060 ± 0.0004");
  EXPECT_EQ(difference_number(kpi("x", "TEU", 450204, 900, 75, 17)), "75 ± 17");
  EXPECT_EQ(difference_number(kpi("x", "share", 0.5, 0.01, -0.171, 0.004)), "-17.1 ± 0.4") << "points";
}

}  // namespace
}  // namespace cli
