// A difference as a share of what it differs from: only where that says something.
#include "studies/relative_text.h"

#include <gtest/gtest.h>

namespace studies {
namespace {

TEST(RelativeText, IsAPercentageUpToAThousandfold) {
  EXPECT_EQ(relative_text(200, 91.4), "+45.7 %");
  EXPECT_EQ(relative_text(200, -50), "-25.0 %");
  EXPECT_EQ(relative_text(-200, 50), "+25.0 %") << "of its size";
  EXPECT_EQ(relative_text(10000, -1), "< 0.1 %");
  EXPECT_EQ(relative_text(10000, 0), "+0.0 %");
  EXPECT_EQ(relative_text(2, 43), "+2,150 %");
  EXPECT_EQ(relative_text(200, -199.75), "-99.9 %");
}

TEST(RelativeText, OfNothingIsNone) {
  EXPECT_EQ(relative_text(0, 0), "-");
  EXPECT_EQ(relative_text(0, 3), "from nothing");
  EXPECT_EQ(relative_text(3, -3), "to nothing");
  EXPECT_EQ(relative_text(0.0041, 30.2), "over 1,000-fold");
  EXPECT_EQ(relative_text(551619175, -551582304), "under 1/1,000");
}

}  // namespace
}  // namespace studies
