// What only maps and reports need to know of operating points; the railway model does without.
#pragma once

#include <vector>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/scenario.h"

namespace scenarios {

std::vector<PointOnMap> places_of(const landbridge::v1::Network& network);

}  // namespace scenarios
