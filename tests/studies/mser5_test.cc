#include "studies/mser5.h"

#include <gtest/gtest.h>

#include <cmath>

namespace studies {
namespace {

// x_i = 100 * 0.9^i + ((37 i) mod 11), i = 0 .. 199.
std::vector<double> decaying_series() {
  std::vector<double> series;
  for (int i = 0; i < 200; ++i) series.push_back(100 * std::pow(0.9, i) + (37 * i) % 11);
  return series;
}

// Oracle A23: the argmin over d in 0..20 batches of sum_{j>d} (Y_j - mean_d)^2 / (40 - d)^2, computed in
// Python from that formula.
TEST(Mser5, FindsTheTruncationOfOracleA23) {
  const Truncation found = mser5(decaying_series());
  EXPECT_EQ(found.batches, 15);
  EXPECT_NEAR(found.statistic, 0.0232625098253, 0.0232625098253 * 1e-9);
  EXPECT_NEAR(found.mean, 4.95495990224, 4.95495990224 * 1e-9);
  EXPECT_FALSE(found.at_limit);
}

TEST(Mser5, DeletesNothingOfASeriesWithoutTrend) {
  std::vector<double> series;
  for (int i = 0; i < 100; ++i) series.push_back(i % 5);  // every batch has mean 2
  const Truncation found = mser5(series);
  EXPECT_EQ(found.batches, 0);
  EXPECT_EQ(found.mean, 2);
}

TEST(Mser5, SaysThatASeriesIsTooShort) {
  std::vector<double> rising;
  for (int i = 0; i < 50; ++i) rising.push_back(i);
  const Truncation found = mser5(rising);
  EXPECT_EQ(found.batches, 5);
  EXPECT_TRUE(found.at_limit);
}

TEST(Mser5, LeavesOutARemainderThatFillsNoBatch) {
  std::vector<double> series(20, 3.0);
  series.push_back(1e9);
  EXPECT_EQ(mser5(series).mean, 3.0);
}

}  // namespace
}  // namespace studies
