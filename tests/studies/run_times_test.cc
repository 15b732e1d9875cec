#include "studies/run_times.h"

#include <gtest/gtest.h>

#include "studies/manifest.h"

namespace studies {
namespace {

// Starts at midnight, within a day, at its last second, before 1970; on the last day of a year and of
// February.
TEST(RunTimes, AreThoseOfEveryInstantAlone) {
  for (const std::int64_t start :
       {1483228800LL, 1483228800LL - 12345, 1456703999LL, -1LL, -86400LL * 400 - 7}) {
    RunTimes times(start);
    for (const std::int64_t day : {400, 0, 59, 1, 365, 2000}) {
      for (const std::int64_t second : {0, 1, 59, 60, 3599, 3600, 36000, 43199, 86399}) {
        const std::int64_t seconds = day * 86400 + second;
        EXPECT_EQ(times.text(seconds), utc_text(start + seconds)) << start << " " << seconds;
      }
    }
  }
}

}  // namespace
}  // namespace studies
