#include "models/duration_histogram.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

namespace rail {
namespace {

constexpr std::int64_t kMostSeconds = 400'000'000;

std::vector<std::int64_t> durations() {
  auto values =
      *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, kMostSeconds));
  if (values.empty()) values.push_back(*rc::gen::inRange<std::int64_t>(0, kMostSeconds));
  return values;
}

DurationHistogram histogram_of(const std::vector<std::int64_t>& values) {
  DurationHistogram histogram;
  for (const std::int64_t value : values) histogram.add(value);
  return histogram;
}

RC_GTEST_PROP(DurationHistogram, CountAndSumAreExact, ()) {
  const auto values = durations();
  const DurationHistogram histogram = histogram_of(values);
  RC_ASSERT(histogram.count() == static_cast<std::int64_t>(values.size()));
  RC_ASSERT(histogram.sum() == std::accumulate(values.begin(), values.end(), std::int64_t{0}));
}

// The k-th smallest value is found to within a bin: 1/256 of itself, or exactly below 512 s.
RC_GTEST_PROP(DurationHistogram, OrderStatisticsAreFoundToWithinABin, ()) {
  auto values = durations();
  const DurationHistogram histogram = histogram_of(values);
  std::sort(values.begin(), values.end());
  const auto k = *rc::gen::inRange<std::size_t>(0, values.size());
  // A hair above k / (n - 1), which need not be exact in binary.
  const double p =
      values.size() == 1 ? 0.5 : (static_cast<double>(k) + 1e-6) / static_cast<double>(values.size() - 1);
  const auto exact = static_cast<double>(values[k]);
  const double allowed = exact < 512 ? 0.5 : exact / 256 + 1;
  RC_ASSERT(std::abs(histogram.quantile(p) - exact) <= allowed);
}

RC_GTEST_PROP(DurationHistogram, MergingIsAddingAll, ()) {
  const auto first = durations();
  const auto second = durations();
  DurationHistogram merged = histogram_of(first);
  merged.merge(histogram_of(second));
  auto both = first;
  both.insert(both.end(), second.begin(), second.end());
  const DurationHistogram all = histogram_of(both);
  RC_ASSERT(merged.bins() == all.bins());
  RC_ASSERT(merged.sum() == all.sum());
  RC_ASSERT(merged.quantile(0.9) == all.quantile(0.9));
}

TEST(DurationHistogram, WeightsCountAsThatManyValues) {
  DurationHistogram histogram;
  histogram.add(100, 9);
  histogram.add(300, 1);
  histogram.add(7, 0);
  EXPECT_EQ(histogram.count(), 10);
  EXPECT_DOUBLE_EQ(histogram.mean(), 120);
  EXPECT_DOUBLE_EQ(histogram.quantile(0.5), 100);
}

// Bins keep 32 bits of their counts apart from the rest.
TEST(DurationHistogram, CountsMayBeLargerThan32Bits) {
  constexpr std::int64_t kLarge = (std::int64_t{1} << 32) - 1;
  DurationHistogram one, other;
  for (int i = 0; i < 3; ++i) one.add(5, kLarge);
  one.add(5, 3 * kLarge + 7);
  one.add(6, 2);
  other.add(5, kLarge);
  other.add(300, kLarge);
  one.merge(other);
  const std::vector<std::int64_t> bins = one.bins();
  EXPECT_EQ(bins[5], 7 * kLarge + 7);
  EXPECT_EQ(bins[6], 2);
  EXPECT_EQ(bins[300], kLarge);
  EXPECT_EQ(one.count(), std::accumulate(bins.begin(), bins.end(), std::int64_t{0}));
  EXPECT_DOUBLE_EQ(one.quantile(0.5), 5);
}

TEST(DurationHistogram, AnEmptyOneHoldsNothing) {
  const DurationHistogram histogram;
  EXPECT_EQ(histogram.mean(), 0);
  EXPECT_EQ(histogram.quantile(0.5), 0);
  EXPECT_TRUE(histogram.bins().empty());
}

}  // namespace
}  // namespace rail
