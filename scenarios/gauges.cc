#include "scenarios/gauges.h"

#include <fmt/format.h>

#include <algorithm>

namespace scenarios {

bool is_rail_gauge(int gauge_mm) { return gauge_mm == 1435 || gauge_mm == 1520 || gauge_mm == 1668; }

bool has_gauge(const landbridge::v1::OperatingPoint& point, int gauge_mm) {
  return std::find(point.gauges_mm().begin(), point.gauges_mm().end(), gauge_mm) != point.gauges_mm().end();
}

std::string gauges_hint(const landbridge::v1::OperatingPoint& point) {
  if (point.gauges_mm().empty()) return fmt::format("`{}` states no `gauges_mm`", point.id());
  return fmt::format("the gauges of `{}` are {}", point.id(),
                     fmt::join(point.gauges_mm().begin(), point.gauges_mm().end(), ", "));
}

}  // namespace scenarios
