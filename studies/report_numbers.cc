#include "studies/report_numbers.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

namespace studies {

ReportJson number(double value) {
  if (!std::isfinite(value)) return nullptr;
  const double rounded = std::strtod(fmt::format("{:.8g}", value).c_str(), nullptr);
  // Whole numbers without ".0": there are many.
  constexpr double kMostWhole = 1e15;
  if (rounded == std::floor(rounded) && std::abs(rounded) < kMostWhole)
    return static_cast<std::int64_t>(rounded);
  return rounded;
}

ReportJson number(const std::optional<double>& value) { return value ? number(*value) : ReportJson(nullptr); }

ReportJson mean(const Summary& summary) {
  return summary.count > 0 ? number(summary.mean) : ReportJson(nullptr);
}

ReportJson estimate(const Summary& summary) {
  if (summary.count == 0) return nullptr;
  return ReportJson::array({number(summary.mean), number(summary.half_width)});
}

ReportJson without_interval(double value) { return ReportJson::array({number(value), nullptr}); }

ReportJson index(const std::optional<std::size_t>& value) {
  return value ? ReportJson(*value) : ReportJson(nullptr);
}

}  // namespace studies
