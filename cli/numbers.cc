#include "cli/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "studies/digits.h"

namespace cli {
namespace {

constexpr double kHoursPerDay = 24;

bool is_below_a_day(const studies::Summary& days) { return days.count > 0 && days.mean < 1; }

studies::Summary in_hours(studies::Summary days) {
  days.mean *= kHoursPerDay;
  days.sd *= kHoursPerDay;
  if (days.half_width) *days.half_width *= kHoursPerDay;
  return days;
}

}  // namespace

std::string grouped(double value, int decimals) {
  const std::string digits = studies::rounded(std::abs(value), decimals);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const bool zero = digits.find_first_not_of("0.") == std::string::npos;
  std::string text;
  if (value < 0 && !zero) text.push_back('-');
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i < point && (point - i) % 3 == 0) text.push_back(',');
    text.push_back(digits[i]);
  }
  return text;
}

std::string with_interval(const studies::Summary& summary, int decimals) {
  if (summary.count == 0) return "-";
  std::string mean = grouped(summary.mean, decimals);
  const bool always_zero = summary.mean == 0 && summary.sd == 0;
  if (!summary.half_width || always_zero) return mean;
  return fmt::format("{} ± {}", mean, grouped(*summary.half_width, decimals));
}

std::string mean_only(const studies::Summary& summary, int decimals) {
  return summary.count == 0 ? "-" : grouped(summary.mean, decimals);
}

std::string days_with_interval(const studies::Summary& days, int decimals) {
  return is_below_a_day(days) ? with_interval(in_hours(days), 1) + " h" : with_interval(days, decimals);
}

std::string days_mean_only(const studies::Summary& days, int decimals) {
  return is_below_a_day(days) ? mean_only(in_hours(days), 1) + " h" : mean_only(days, decimals);
}

std::string percent(const studies::Summary& share) {
  return share.count == 0 ? "-" : studies::whole_percent(share.mean);
}

int decimals_for(double value) {
  const double size = std::abs(value);
  return size < 10 ? 2 : size < 100 ? 1 : 0;
}

}  // namespace cli
