#include "studies/digits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace studies {

namespace {

// What is a half but for the last bits becomes a little more than one.
constexpr double kUp = 1 + 4 * std::numeric_limits<double>::epsilon();

std::string with_decimals(double value, int decimals) {
  std::string digits = rounded(std::abs(value), decimals);
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  for (std::size_t at = std::min(digits.find('.'), digits.size()); at > 3;) digits.insert(at -= 3, 1, ',');
  return (value < 0 && !is_zero ? "-" : "") + digits;
}

bool is_whole(double value) { return value == std::round(value); }

// So that about three digits show.
int few_decimals(double value) {
  const double size = std::abs(value);
  if (is_whole(value) || size >= 100) return 0;
  if (size >= 10) return 1;
  return size >= 0.1 ? 2 : 3;
}

// One more than these, if a small half interval bears it; fewer, if it is a large one.
int decimals_of(double half_width, int few) {
  if (half_width >= 1) return std::min(few, few_decimals(half_width));
  const int borne = half_width > 0 ? static_cast<int>(std::ceil(-std::log10(half_width))) : 0;
  return std::clamp(borne, few, few + 1);
}

// Though it is not.
bool is_shown_as_nothing(double value, int decimals) {
  return value != 0 && std::abs(value) < std::pow(10, -decimals) / 2;
}

// A small one is not shown as none.
std::string half_width_text(double half_width, int decimals) {
  const double least = std::pow(10, -decimals);
  if (half_width > 0 && half_width < least / 2) return "< " + with_decimals(least, decimals);
  return with_decimals(half_width, decimals);
}

}  // namespace

std::string rounded(double value, int decimals) {
  const std::string digits = fmt::format("{:.{}f}", value * kUp, decimals);
  const bool is_minus_nothing = digits[0] == '-' && digits.find_first_not_of("-0.") == std::string::npos;
  return is_minus_nothing ? digits.substr(1) : digits;
}

std::string whole_percent(double share) { return rounded(100 * share, 0) + " %"; }

std::string grouped(double value) {
  constexpr double kShortest = 100;
  if (std::abs(value) < kShortest) return fmt::format("{:.3g}", value * kUp);
  return with_decimals(value, 0);
}

std::string as_published(double value) {
  const std::string digits = fmt::format("{}", value);
  const std::size_t point = digits.find('.');
  const bool plain = digits.find('e') == std::string::npos && digits.find("inf") == std::string::npos;
  if (!plain) return digits;
  return with_decimals(value, point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1));
}

std::string with_interval(const Summary& summary, const std::string& unit) {
  const bool is_share = unit == "share";
  const double scale = is_share ? 100 : 1, mean = scale * summary.mean;
  const std::string after = is_share ? " %" : "";
  if (!summary.half_width || (*summary.half_width == 0 && is_whole(mean))) return grouped(mean) + after;
  const double half_width = scale * *summary.half_width;
  const int few = is_share ? (std::abs(mean) >= 10 ? 0 : 1) : few_decimals(mean);
  const int decimals = decimals_of(half_width, few);
  const double greater = std::max(std::abs(mean), half_width);
  if (mean != 0 && is_shown_as_nothing(greater, decimals)) return "about 0" + after;
  return fmt::format("{} ± {}{}", with_decimals(mean, decimals), half_width_text(half_width, decimals),
                     after);
}

}  // namespace studies
