#include "studies/batch_means.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/studies/draws.h"

namespace studies {
namespace {

TEST(BatchMeans, AreOfEqualLengthAndEndWithTheRun) {
  const Summary summary = batch_means({99, 1, 3, 5, 7, 9, 11}, 3);  // 2, 6, 10
  EXPECT_EQ(summary.count, 3);
  EXPECT_DOUBLE_EQ(summary.mean, 6);
  EXPECT_DOUBLE_EQ(summary.sd, 4);
  EXPECT_EQ(batch_means({1, 2}, 3).count, 0) << "too few numbers";
}

constexpr double kPhi = 0.8;
constexpr double kLongRunVariance =
    1 / ((1 - kPhi) * (1 - kPhi));  // of an AR(1) series with noise of variance 1

// Exact variance of the mean of so many numbers in a row.
double variance_of_mean(double count) {
  const double one = 1 / (1 - kPhi * kPhi);
  const double together =
      (1 + kPhi) / (1 - kPhi) - 2 * kPhi * (1 - std::pow(kPhi, count)) / (count * (1 - kPhi) * (1 - kPhi));
  return one / count * together;
}

// x_i = 0.8 x_(i-1) + noise, begun as it goes on.
std::vector<double> series(draws::Draws& draw, int count) {
  std::vector<double> values{draw.normal() / std::sqrt(1 - kPhi * kPhi)};
  while (static_cast<int>(values.size()) < count) values.push_back(kPhi * values.back() + draw.normal());
  return values;
}

// 1,000 series of 20 batches of 100: the estimate of one has a relative standard deviation of sqrt(2 / 19),
// so three standard errors of their mean are 3 %. Of short batches the estimate is known to be too low, and
// by how much.
TEST(BatchMeans, EstimateTheLongRunVarianceOfAnAutoregressiveSeries) {
  draws::Draws draw(1);
  constexpr int kSeries = 1000, kBatches = 20, kLength = 100;
  double estimate = 0;
  int covered = 0;
  for (int i = 0; i < kSeries; ++i) {
    const Summary summary = batch_means(series(draw, kBatches * kLength), kBatches);
    estimate += summary.sd * summary.sd * kLength / kSeries;
    covered += summary.low() <= 0 && summary.high() >= 0 ? 1 : 0;
  }
  const double within = variance_of_mean(kLength), of_all = variance_of_mean(kBatches * kLength);
  const double expected = kLength * (within - of_all) * kBatches / (kBatches - 1);
  EXPECT_NEAR(estimate / expected, 1, 0.03);
  EXPECT_NEAR(expected / kLongRunVariance, 1, 0.05);
  EXPECT_GE(covered, 930);
  EXPECT_LE(covered, 970);
}

}  // namespace
}  // namespace studies
