// Rounding to whole seconds against the library's own.
#include "models/durations.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace rail {
namespace {

TEST(Rounded, IsLlroundAtHalvesAndBesideThem) {
  for (const double whole : {0.0, 1.0, 2.0, 7199.0, 4503599627370495.0, 9007199254740993.0}) {
    for (const double value :
         {whole, whole + 0.5, std::nextafter(whole + 0.5, 0.0), std::nextafter(whole + 0.5, 1e18)})
      EXPECT_EQ(rounded(value), std::llround(value)) << value;
  }
}

RC_GTEST_PROP(Rounded, IsLlround, ()) {
  const auto bits = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 62U);
  const double value = std::ldexp(static_cast<double>(bits), -*rc::gen::inRange(0, 70));
  RC_ASSERT(rounded(value) == std::llround(value));
}

TEST(Rounded, TakesWhatIsBeyondTheClockForItsEnd) {
  EXPECT_EQ(rounded(1e300), std::int64_t{1} << 62U);
  EXPECT_EQ(rounded(std::numeric_limits<double>::infinity()), std::int64_t{1} << 62U);
}

}  // namespace
}  // namespace rail
