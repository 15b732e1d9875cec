#include "engine/window_length.h"

#include <gtest/gtest.h>

namespace des {
namespace {

TEST(WindowLength, BeginsShortAndGrowsToASmallPartOfTheWhole) {
  WindowLength length({64'000});
  EXPECT_EQ(length.get(), Duration{62});
  for (int i = 0; i < 10; ++i) length.adapt(10, false);
  EXPECT_EQ(length.get(), Duration{1000});
  length.adapt(kUsefulEvents + 1, true);
  EXPECT_EQ(length.get(), Duration{500});
  length.adapt(10, true);
  EXPECT_EQ(length.get(), Duration{500}) << "it had no time for more";
}

}  // namespace
}  // namespace des
