#include "models/record_log.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>

namespace rail {
namespace {

// Across many blocks.
TEST(RecordLog, KeepsAllRecordsInTheirOrder) {
  for (const std::size_t count : {0U, 1U, 8U, 9U, 100U, 50000U}) {
    RecordLog<std::int64_t> log;
    for (std::size_t i = 0; i < count; ++i) log.add() = static_cast<std::int64_t>(i);
    EXPECT_EQ(log.size(), count);
    std::vector<std::int64_t> all = {-1}, expected(count + 1);
    std::iota(expected.begin(), expected.end(), -1);
    log.append_to(all);
    EXPECT_EQ(all, expected);
  }
}

TEST(RecordLog, MovesNoRecord) {
  RecordLog<std::int64_t> log;
  std::int64_t& first = log.add();
  for (int i = 0; i < 50000; ++i) log.add();
  first = 7;
  std::vector<std::int64_t> all;
  log.append_to(all);
  EXPECT_EQ(all.front(), 7);
}

}  // namespace
}  // namespace rail
