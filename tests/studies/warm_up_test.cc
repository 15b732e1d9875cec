#include "studies/warm_up.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/studies/draws.h"

namespace studies {
namespace {

// A transient that dies away under noise that repeats: x_i = 100 * 0.9^i + (37 i mod 11).
TEST(Mser5, FindsTheCutOfAKnownVector) {
  std::vector<double> values;
  for (int i = 0; i < 200; ++i) values.push_back(100 * std::pow(0.9, i) + (37 * i) % 11);
  const WarmUp found = mser5(values);
  EXPECT_EQ(found.left_out, 15U * 5);
  EXPECT_NEAR(found.statistic, 0.0232625098253, 1e-9 * 0.0232625098253);
  EXPECT_NEAR(found.mean, 4.95495990224, 1e-9 * 4.95495990224);
  EXPECT_FALSE(found.too_short);
}

TEST(Mser5, LeavesNothingOutWhereNothingChanges) {
  const WarmUp found = mser5(std::vector<double>(100, 3.0));
  EXPECT_EQ(found.left_out, 0U);
  EXPECT_EQ(found.mean, 3);
  EXPECT_FALSE(found.too_short);
}

TEST(Mser5, SaysThatARunIsTooShort) {
  std::vector<double> growing;
  for (int i = 0; i < 200; ++i) growing.push_back(i);
  EXPECT_TRUE(mser5(growing).too_short) << "of a queue that only grows";
  EXPECT_TRUE(mser5({}).too_short);
  EXPECT_TRUE(mser5({1, 2, 3, 4, 5, 6, 7}).too_short) << "a single batch";
}

// Batches beyond `cut` as the definition has it, without anything clever.
double statistic_at(const std::vector<double>& values, std::size_t cut) {
  std::vector<double> batches;
  for (std::size_t b = cut; b < values.size() / 5; ++b) {
    double sum = 0;
    for (std::size_t i = 0; i < 5; ++i) sum += values[b * 5 + i];
    batches.push_back(sum / 5);
  }
  double mean = 0, squares = 0;
  for (const double batch : batches) mean += batch / static_cast<double>(batches.size());
  for (const double batch : batches) squares += (batch - mean) * (batch - mean);
  return squares / std::pow(static_cast<double>(batches.size()), 2);
}

RC_GTEST_PROP(Mser5, FindsTheLeastStatistic, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(10, 150);
  std::vector<double> values;
  for (const int value : *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(0, 1000)))
    values.push_back(value);
  const WarmUp found = mser5(values);
  double least = statistic_at(values, 0);
  for (std::size_t cut = 1; cut <= values.size() / 10; ++cut)
    least = std::min(least, statistic_at(values, cut));
  RC_ASSERT(std::abs(found.statistic - least) <= 1e-9 * (1 + least));
  RC_ASSERT(std::abs(statistic_at(values, found.left_out / 5) - least) <= 1e-9 * (1 + least));
}

// M/M/infinity from empty, asked every hour: 2 arrivals an hour that stay for 5 h on average; 10 are there in
// the end, 10 (1 - exp(-t / 5)) after t hours. The mean over 200 hours is 0.276 too low.
std::vector<double> filling_up(draws::Draws& draw) {
  constexpr int kHours = 200;
  std::vector<double> present(kHours);
  for (double at = draw.exponential(0.5); at < kHours; at += draw.exponential(0.5)) {
    const double until = at + draw.exponential(5);
    for (int hour = static_cast<int>(std::ceil(at)); hour < std::min<double>(kHours, until); ++hour)
      ++present[static_cast<std::size_t>(hour)];
  }
  return present;
}

TEST(Mser5, RemovesWhatAnEmptyBeginningDoes) {
  draws::Draws draw(20171231);
  constexpr int kRuns = 2000;
  double whole = 0, cut = 0;
  for (int run = 0; run < kRuns; ++run) {
    const std::vector<double> present = filling_up(draw);
    double sum = 0;
    for (const double one : present) sum += one;
    whole += sum / static_cast<double>(present.size()) / kRuns;
    cut += mser5(present).mean / kRuns;
  }
  // A mean of 200 h varies by 0.7: three standard errors of 2,000 are 0.05.
  EXPECT_NEAR(whole, 10 - 0.05 / (1 - std::exp(-0.2)), 0.05);
  EXPECT_NEAR(cut, 10, 0.1);
}

}  // namespace
}  // namespace studies
