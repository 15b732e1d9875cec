#include "cli/numbers.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

TEST(Numbers, SeparateThousands) {
  EXPECT_EQ(grouped(0, 0), "0");
  EXPECT_EQ(grouped(999, 0), "999");
  EXPECT_EQ(grouped(1000, 0), "1,000");
  EXPECT_EQ(grouped(1234567.891, 2), "1,234,567.89");
  EXPECT_EQ(grouped(-1234.5, 1), "-1,234.5");
  EXPECT_EQ(grouped(-0.001, 1), "0.0") << "no minus before nothing";
}

TEST(Numbers, RoundHalvesAsPagesDo) {
  EXPECT_EQ(grouped(690.5, 0), "691");
  EXPECT_EQ(grouped(-1690.5, 0), "-1,691");
  EXPECT_EQ(grouped(2.675, 2), "2.68");
}

TEST(Numbers, CarryTheirInterval) {
  EXPECT_EQ(with_interval(studies::summarise({}), 1), "-");
  EXPECT_EQ(with_interval(studies::summarise({2742}), 0), "2,742");
  EXPECT_EQ(with_interval(studies::summarise({4, 6}), 1), "5.0 ± 12.7");
  EXPECT_EQ(with_interval(studies::summarise({0, 0}), 0), "0");
}

TEST(Numbers, ShowHoursBelowADay) {
  EXPECT_EQ(days_mean_only(studies::summarise({0.22}), 1), "5.3 h");
  EXPECT_EQ(days_mean_only(studies::summarise({0}), 1), "0.0 h");
  EXPECT_EQ(days_mean_only(studies::summarise({1}), 1), "1.0");
  EXPECT_EQ(days_mean_only(studies::summarise({}), 1), "-");
  EXPECT_EQ(days_with_interval(studies::summarise({4 / 24.0, 6 / 24.0}), 2), "5.0 ± 12.7 h");
  EXPECT_EQ(days_with_interval(studies::summarise({4, 6}), 2), "5.00 ± 12.71");
}

}  // namespace
}  // namespace cli
