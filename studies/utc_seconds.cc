#include "studies/utc_seconds.h"

#include <charconv>
#include <chrono>

namespace studies {
namespace {

constexpr std::string_view kForm = "0000-00-00T00:00:00Z";

bool has_form(std::string_view text) {
  if (text.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == '0' ? !digit : text[i] != kForm[i]) return false;
  }
  return true;
}

// Of digits only.
template <class Number>
Number part(std::string_view text, std::size_t at, std::size_t digits) {
  Number value = 0;
  std::from_chars(text.data() + at, text.data() + at + digits, value);
  return value;
}

}  // namespace

std::optional<std::int64_t> utc_seconds(std::string_view text) {
  if (!has_form(text)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(part<int>(text, 0, 4)),
                                         std::chrono::month(part<unsigned>(text, 5, 2)),
                                         std::chrono::day(part<unsigned>(text, 8, 2))};
  const auto hour = part<std::int64_t>(text, 11, 2), minute = part<std::int64_t>(text, 14, 2),
             second = part<std::int64_t>(text, 17, 2);
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  return ((days * 24 + hour) * 60 + minute) * 60 + second;
}

}  // namespace studies
