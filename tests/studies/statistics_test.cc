#include "studies/statistics.h"

#include <gtest/gtest.h>

namespace studies {
namespace {

TEST(Summary, IntervalIsStudents) {
  // t(0.975, 9) = 2.2621571627982055; sd of 1..10 = sqrt(55/6).
  const Summary summary = summarise({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  EXPECT_EQ(summary.count, 10);
  EXPECT_DOUBLE_EQ(summary.mean, 5.5);
  EXPECT_NEAR(summary.sd, 3.0276503540974917, 1e-14);
  ASSERT_TRUE(summary.half_width);
  EXPECT_NEAR(*summary.half_width, 2.2621571627982055 * 3.0276503540974917 / 3.1622776601683795, 1e-12);
  EXPECT_NEAR(summary.high() - summary.low(), 2 * *summary.half_width, 1e-12);
}

TEST(Summary, TwoNumbersGiveTheWidestInterval) {
  // t(0.975, 1) = 12.706204736174698; sd / sqrt(2) = 1.
  const Summary summary = summarise({4, 6});
  ASSERT_TRUE(summary.half_width);
  EXPECT_NEAR(*summary.half_width, 12.706204736174698, 1e-9);
}

TEST(Summary, OneNumberHasNoInterval) {
  const Summary summary = summarise({7});
  EXPECT_EQ(summary.count, 1);
  EXPECT_EQ(summary.mean, 7);
  EXPECT_FALSE(summary.half_width);
}

TEST(Summary, OfNothingCountsNothing) { EXPECT_EQ(summarise({}).count, 0); }

TEST(Summary, EqualNumbersAreCertain) {
  for (const auto& numbers : {std::vector<double>{0.1, 0.1, 0.1}, {0.3, 0.1 + 0.2, 0.3}}) {
    const Summary summary = summarise(numbers);
    EXPECT_EQ(summary.sd, 0) << "what varies is rounding";
    EXPECT_EQ(*summary.half_width, 0);
  }
  EXPECT_GT(summarise({1e6, 1e6 + 0.01}).sd, 0);
}

}  // namespace
}  // namespace studies
