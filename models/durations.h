// Lengths of time in seconds. Real-valued where they divide and multiply; whole where times are counted.
#pragma once

#include <cstdint>

namespace rail {

constexpr double kSecondsPerHour = 3600.0;
constexpr double kSecondsPerDay = 86400.0;
constexpr double kSecondsPerYear = 365.0 * kSecondsPerDay;  // demand is per 365 days
constexpr std::int64_t kSecondsPerWeek = 7 * 86400;

}  // namespace rail
