// Sharing out whole numbers by the largest remainder, and sums that do not fit.
#include "models/allocation.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <numeric>

#include "models/bill.h"
#include "models/leg_costs.h"

namespace rail {
namespace {

std::vector<std::int64_t> shares(std::int64_t total, const std::vector<std::int64_t>& weights) {
  std::vector<std::int64_t> parts;
  allocate(total, weights, parts);
  return parts;
}

using Parts = std::vector<std::int64_t>;

// 100 seats for 416, 338 and 246 of 1,000: 41.6, 33.8 and 24.6; the two largest remainders win.
TEST(Allocation, LargestRemainderFirst) { EXPECT_EQ(shares(100, {416, 338, 246}), (Parts{42, 34, 24})); }

TEST(Allocation, OfEqualRemaindersTheFirst) {
  EXPECT_EQ(shares(5, {1, 1, 1}), (Parts{2, 2, 1}));
  EXPECT_EQ(shares(10, {2, 1, 2, 2}), (Parts{3, 1, 3, 3}));
}

TEST(Allocation, NothingForNoWeight) { EXPECT_EQ(shares(7, {0, 3}), (Parts{0, 7})); }

RC_GTEST_PROP(Allocation, PartsAddUpAndAreTheQuotaRounded, ()) {
  const auto total = *rc::gen::inRange<std::int64_t>(0, std::numeric_limits<std::int64_t>::max());
  const auto weights =
      *rc::gen::nonEmpty(rc::gen::container<Parts>(rc::gen::inRange<std::int64_t>(0, 40000)));
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  RC_PRE(sum > 0);
  const Parts parts = shares(total, weights);
  RC_ASSERT(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == total);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const long double quota = static_cast<long double>(total) * weights[i] / sum;
    RC_ASSERT(std::abs(static_cast<long double>(parts[i]) - quota) < 1.001L);
  }
}

TEST(Bills, SumsThatDoNotFitEndTheProgram) {
  std::int64_t sum = std::numeric_limits<std::int64_t>::max() - 1;
  add_checked(sum, 1);
  EXPECT_DEATH(add_checked(sum, 1), "beyond 64 bits");
  EXPECT_DEATH(whole(1e19), "beyond 64 bits");
  EXPECT_EQ(whole(-2.5), -3);
}

}  // namespace
}  // namespace rail
