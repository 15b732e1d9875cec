#include "studies/order_statistics.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <utility>

namespace studies {
namespace {

using Pair = std::pair<int, int>;

Pair of_the_median(int count) {
  const QuantileRanks ranks = quantile_ranks(count, 0.5);
  return {ranks.low.value_or(0), ranks.high.value_or(0)};
}

// Tables of confidence intervals for a median at 95 %, e.g. Conover, Practical Nonparametric Statistics, 3.2.
TEST(QuantileRanks, OfTheMedianAreThoseOfTables) {
  EXPECT_EQ(of_the_median(5), Pair(0, 0)) << "1/32 lies below the least of five";
  EXPECT_EQ(of_the_median(6), Pair(1, 6));
  EXPECT_EQ(of_the_median(10), Pair(2, 9));
  EXPECT_EQ(of_the_median(20), Pair(6, 15));
  EXPECT_EQ(of_the_median(100), Pair(40, 61));
}

// 0.95^n falls below 0.025 at n = 72.
TEST(QuantileRanks, NeedEnoughNumbersForAHighQuantile) {
  EXPECT_FALSE(quantile_ranks(71, 0.95).high);
  EXPECT_EQ(quantile_ranks(72, 0.95).high, 72);
  EXPECT_EQ(quantile_ranks(59, 0.95, 0.90).high, 59) << "the 59 of one-sided tolerance limits";
  EXPECT_FALSE(quantile_ranks(58, 0.95, 0.90).high);
  EXPECT_FALSE(quantile_ranks(0, 0.5).low);
}

// By adding up the terms of the binomial law.
double chance_of_at_most(int k, int count, double p) {
  double sum = 0;
  for (int i = 0; i <= k; ++i) {
    const double ways = std::lgamma(count + 1.0) - std::lgamma(i + 1.0) - std::lgamma(count - i + 1.0);
    sum += std::exp(ways + i * std::log(p) + (count - i) * std::log1p(-p));
  }
  return sum;
}

RC_GTEST_PROP(QuantileRanks, AreTheInnermostThatAreSureEnough, ()) {
  const int count = *rc::gen::inRange(1, 200);
  const double p = *rc::gen::inRange(1, 100) / 100.0;
  const QuantileRanks ranks = quantile_ranks(count, p);
  constexpr double kTail = 0.025, kRounding = 1e-9;
  const int low = ranks.low.value_or(0), high = ranks.high.value_or(count + 1);
  RC_ASSERT(chance_of_at_most(low - 1, count, p) <= kTail + kRounding);
  RC_ASSERT(chance_of_at_most(low, count, p) > kTail - kRounding);
  RC_ASSERT(1 - chance_of_at_most(high - 1, count, p) <= kTail + kRounding);
  RC_ASSERT(1 - chance_of_at_most(high - 2, count, p) > kTail - kRounding);
}

}  // namespace
}  // namespace studies
