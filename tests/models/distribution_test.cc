// Distributions against their own means, and lognormal calibration against oracle A21.
#include "models/distribution.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rail {
namespace {

void expect_relative(double value, double exact, double relative) {
  EXPECT_NEAR(value, exact, relative * exact);
}

// The mean of value(u) over a fine grid of u; the tail beyond the grid is what is missing.
double mean_by_quadrature(const Distribution& law) {
  constexpr int kCells = 2'000'000;
  double sum = 0;
  for (int i = 0; i < kCells; ++i) sum += law.value((i + 0.5) / kCells, 0);
  return sum / kCells;
}

TEST(Distribution, MeansAgreeWithTheirInversions) {
  expect_relative(mean_by_quadrature(Distribution::exponential(3)), 3, 1e-5);
  expect_relative(mean_by_quadrature(Distribution::lognormal(0.2, 0.6)), std::exp(0.2 + 0.18), 1e-5);
  expect_relative(mean_by_quadrature(Distribution::triangular(1, 2, 6)), 3, 1e-9);
  expect_relative(mean_by_quadrature(Distribution::uniform(2, 5)), 3.5, 1e-9);
  expect_relative(mean_by_quadrature(Distribution::weibull(2, 2)), 2 * std::tgamma(1.5), 1e-5);
}

TEST(Distribution, StatedMeansAreThoseOfTheLaw) {
  for (const Distribution& law : {Distribution::exponential(3), Distribution::lognormal(0.2, 0.6),
                                  Distribution::triangular(1, 2, 6), Distribution::weibull(2, 2)}) {
    expect_relative(mean_by_quadrature(law), law.mean(), 1e-5);
  }
  EXPECT_DOUBLE_EQ(Distribution::gamma(4, 0.5).mean(), 4);
}

TEST(Distribution, StatedSecondMomentsAreThoseOfTheLaw) {
  for (const Distribution& law :
       {Distribution::exponential(3), Distribution::lognormal(0.2, 0.6), Distribution::triangular(1, 2, 6),
        Distribution::uniform(2, 5), Distribution::weibull(2, 2),
        Distribution::exponential(2).shifted_and_scaled(1, 60)}) {
    constexpr int kCells = 2'000'000;
    double sum = 0;
    for (int i = 0; i < kCells; ++i) sum += std::pow(law.value((i + 0.5) / kCells, 0), 2);
    expect_relative(sum / kCells, law.second_moment(), 1e-4);
  }
  EXPECT_DOUBLE_EQ(Distribution::gamma(4, 0.5).second_moment(), 16 * 1.5);
  EXPECT_DOUBLE_EQ(Distribution::constant(3).second_moment(), 9);
  EXPECT_DOUBLE_EQ(Distribution::trace({1, 3}).second_moment(), 5);
}

// Median of the Erlang law of shape 2 and mean 4: x / 2 = 1.67834699.
TEST(Distribution, GammaQuantile) {
  expect_relative(Distribution::gamma(4, 0.5).value(0.5, 0), 2 * 1.6783469900166605, 1e-9);
}

TEST(Distribution, MinimumAndUnit) {
  const Distribution law = Distribution::exponential(2).shifted_and_scaled(1, 3600);
  EXPECT_DOUBLE_EQ(law.mean(), 3 * 3600);
  EXPECT_DOUBLE_EQ(law.lower_bound(), 3600);
  EXPECT_DOUBLE_EQ(law.value(1 - std::exp(-1.0), 0), 3 * 3600);
}

TEST(Distribution, SecondsAreRounded) {
  EXPECT_EQ(Distribution::constant(1.6).seconds(0.3, 0), 2);
  EXPECT_EQ(Distribution::constant(1.4).seconds(0.3, 0), 1);
}

TEST(Distribution, TracesStartAgainAfterTheirLastValue) {
  const Distribution trace = Distribution::trace({5, 7, 9});
  EXPECT_EQ(trace.seconds(0.1, 0), 5);
  EXPECT_EQ(trace.seconds(0.9, 2), 9);
  EXPECT_EQ(trace.seconds(0.5, 4), 7);
  EXPECT_FALSE(trace.is_random());
  EXPECT_DOUBLE_EQ(trace.lower_bound(), 5);
}

TEST(Oracle, A21LognormalFromTwoStatistics) {
  const LognormalParameters by_median = lognormal_from_median_p90(10, 26);
  expect_relative(by_median.sigma, 0.745589542175, 1e-9);
  expect_relative(std::exp(by_median.mu + by_median.sigma * by_median.sigma / 2), 13.2042266051, 1e-9);
  const LognormalParameters by_mean = lognormal_from_mean_p90(24, 48);
  expect_relative(by_mean.sigma, 0.775508035767, 1e-9);
  expect_relative(by_mean.mu, 2.87734747358, 1e-9);
}

TEST(Distribution, LognormalOfMeanAndScv) {
  const LognormalParameters p = lognormal_from_mean_scv(6, 0.64);
  expect_relative(p.sigma, 0.703346459, 1e-8);
  expect_relative(p.mu, 1.54441135, 1e-8);
}

// p90 / mean can be at most exp(z^2 / 2) = 2.27319699.
TEST(Distribution, WhichMeanAndP90Exist) {
  EXPECT_TRUE(lognormal_exists(1, 2.2731));
  EXPECT_FALSE(lognormal_exists(1, 2.2733));
  EXPECT_FALSE(lognormal_exists(1, 1));
}

}  // namespace
}  // namespace rail
