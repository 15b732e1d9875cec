// Lengths of time in seconds. Real-valued where they divide and multiply; whole where times are counted.
#pragma once

#include <algorithm>
#include <cstdint>

namespace rail {

constexpr double kSecondsPerHour = 3600.0;
constexpr double kSecondsPerDay = 86400.0;
constexpr double kSecondsPerYear = 365.0 * kSecondsPerDay;  // demand is per 365 days
constexpr std::int64_t kSecondsPerWeek = 7 * 86400;

// As std::llround(), of whose instructions it takes a fifth; what exceeds 2^62 is taken for that. Requires
// value >= 0.
inline std::int64_t rounded(double value) {
  value = std::min(value, 0x1p62);
  const auto whole = static_cast<std::int64_t>(value);
  return whole + static_cast<std::int64_t>(value - static_cast<double>(whole) >= 0.5);
}

}  // namespace rail
