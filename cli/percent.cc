#include "cli/percent.h"

#include <charconv>
#include <string_view>
#include <system_error>

namespace cli {

std::optional<double> share_of_percentage(const std::string& text) {
  std::string_view number = text;
  if (!number.ends_with('%')) return std::nullopt;
  number.remove_suffix(1);
  if (number.ends_with(' ')) number.remove_suffix(1);
  double percent = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), percent);
  if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
  // Written so that what is no number fails, too.
  if (!(percent > 0 && percent < 100)) return std::nullopt;
  return percent / 100;
}

std::string not_a_percentage(const std::string& text) {
  return share_of_percentage(text) ? "" : text + " is no percentage between 0 and 100, such as 1%";
}

}  // namespace cli
