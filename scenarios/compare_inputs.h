// For Scenario only: see differences.h.
#pragma once

#include <vector>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/differences.h"

namespace scenarios {

std::vector<InputDifference> compare_inputs(const landbridge::v1::Scenario& first,
                                            const landbridge::v1::Scenario& second);

}  // namespace scenarios
