#include "studies/digits.h"

#include <fmt/format.h>

#include <cmath>

namespace studies {

std::string grouped(double value) {
  constexpr double kShortest = 100;
  if (std::abs(value) < kShortest) return fmt::format("{:.3g}", value);
  std::string digits = fmt::format("{:.0f}", std::abs(value));
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return fmt::format("{}{}", value < 0 ? "-" : "", digits);
}

}  // namespace studies
