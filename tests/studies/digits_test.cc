#include "studies/digits.h"

#include <gtest/gtest.h>

namespace studies {
namespace {

// As report/tests/units.test.mjs has it of the page, which shows the same figures beside these sentences.
TEST(Digits, RoundHalvesAwayFromZero) {
  EXPECT_EQ(rounded(690.5, 0), "691");
  EXPECT_EQ(rounded(691.5, 0), "692");
  EXPECT_EQ(rounded(-690.5, 0), "-691");
  EXPECT_EQ(rounded(0.285, 2), "0.29");  // which no binary number is
  EXPECT_EQ(rounded(2.675, 2), "2.68");
  EXPECT_EQ(rounded(10.25, 1), "10.3");
  EXPECT_EQ(rounded(100 * 0.285, 0), "29");
  EXPECT_EQ(rounded(690.49999, 0), "690");
  EXPECT_EQ(rounded(0, 2), "0.00");
  EXPECT_EQ(rounded(-0.4, 0), "0");
  EXPECT_EQ(rounded(-0.004, 2), "0.00");
  EXPECT_EQ(rounded(-0.5, 0), "-1");
}

TEST(Digits, OfFiguresInSentencesAreRoundedSo) {
  EXPECT_EQ(grouped(690.5), "691");
  EXPECT_EQ(grouped(-1690.5), "-1,691");
  EXPECT_EQ(grouped(12.25), "12.3");
  EXPECT_EQ(as_published(690.5), "690.5") << "with all digits";
}

}  // namespace
}  // namespace studies
