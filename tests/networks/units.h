// Seconds, and names with a number, as the networks of these tests use them.
#pragma once

#include <cstdint>
#include <string>

namespace networks {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

inline std::string numbered(std::string text, std::size_t number) { return text += std::to_string(number); }

}  // namespace networks
