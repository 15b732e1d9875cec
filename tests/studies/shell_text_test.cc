#include "studies/shell_text.h"

#include <gtest/gtest.h>

#include "studies/digits.h"

namespace studies {
namespace {

TEST(ShellText, IsQuotedWhereAShellNeedsIt) {
  EXPECT_EQ(shell_word("scenarios/eurasia-2017.txtpb"), "scenarios/eurasia-2017.txtpb");
  EXPECT_EQ(shell_word("lines/L125/paths_per_day = 55"), "'lines/L125/paths_per_day = 55'");
  EXPECT_EQ(shell_word("it's; rm -rf"), "'it'\\''s; rm -rf'");
  EXPECT_EQ(shell_word(""), "''");
}

TEST(Digits, AreGrouped) {
  EXPECT_EQ(grouped(301560.4), "301,560");
  EXPECT_EQ(grouped(-1234567), "-1,234,567");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(12.345), "12.3");
  EXPECT_EQ(grouped(0.03121), "0.0312");
  EXPECT_EQ(grouped(0), "0");
}

// As report/tests/units.test.mjs has them for the page.
TEST(Digits, AreAsManyAsTheIntervalBears) {
  const auto text = [](double mean, double half_width, const char* unit = "") {
    return with_interval({10, mean, 1, half_width}, unit);
  };
  EXPECT_EQ(text(301560.4, 410.2), "301,560 ± 410");
  EXPECT_EQ(text(0.12934, 0.00301), "0.129 ± 0.003");
  EXPECT_EQ(text(2902.06, 28.3), "2,902 ± 28");
  EXPECT_EQ(text(-15.6, 53.3784), "-15.6 ± 53.4");
  EXPECT_EQ(text(12.13, 0.04), "12.13 ± 0.04");
  EXPECT_EQ(text(0, 0), "0");
  EXPECT_EQ(text(0.39123, 0.00399, "share"), "39.1 ± 0.4 %");
  EXPECT_EQ(text(0.159, 0.0003, "share"), "15.9 ± < 0.1 %") << "a small interval is no certainty";
  EXPECT_EQ(with_interval({1, 12.345, 0, std::nullopt}, "days"), "12.3");
  EXPECT_EQ(text(-6.6, 219.401), "-7 ± 219") << "no decimals that the interval does not bear";
  EXPECT_EQ(text(0.05, 12.34), "0.1 ± 12.3");
  EXPECT_EQ(text(0.00003, 0.00004), "about 0");
  EXPECT_EQ(text(0.0000004, 0, "share"), "about 0 %");
}

}  // namespace
}  // namespace studies
