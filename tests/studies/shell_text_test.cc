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

}  // namespace
}  // namespace studies
