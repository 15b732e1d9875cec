#include "scenarios/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace scenarios {
namespace {

double between(const FactorRange& range, double share) {
  if (range.logarithmic) return range.from * std::pow(range.to / range.from, share);
  return range.from * (1 - share) + range.to * share;
}

// Never "-0".
std::string text_of(const FactorRange& range, double number) {
  return fmt::format("{:.12g}", (range.whole_numbers ? std::round(number) : number) + 0.0);
}

}  // namespace

std::string number_at(const FactorRange& range, double share) {
  return text_of(range, between(range, share));
}

std::string drawn_number(const FactorRange& range, double share) {
  if (!range.whole_numbers) return number_at(range, share);
  FactorRange cells = range;  // from the lower edge of the first whole number to the upper edge of the last
  const double first = std::ceil(range.from), last = std::floor(range.to);
  cells.from = range.logarithmic ? first : first - 0.5;
  cells.to = range.logarithmic ? last + 1 : last + 0.5;
  const double number = between(cells, share);
  return text_of(range, std::clamp(range.logarithmic ? std::floor(number) : number, first, last));
}

}  // namespace scenarios
