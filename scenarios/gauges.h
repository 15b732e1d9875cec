// Track gauges that the schema knows, and those of a point.
#pragma once

#include <string>

#include "landbridge/v1/network.pb.h"

namespace scenarios {

constexpr int kSeaGauge = 0;  // ships
constexpr const char* kGaugeHint = "known gauges are 1435, 1520 and 1668 mm";

bool is_rail_gauge(int gauge_mm);
bool has_gauge(const landbridge::v1::OperatingPoint& point, int gauge_mm);
// "the gauges of `PL_MAL` are 1435, 1520"
std::string gauges_hint(const landbridge::v1::OperatingPoint& point);

}  // namespace scenarios
