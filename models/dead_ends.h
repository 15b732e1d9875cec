// Points that a service must pass but cannot without coming to some point twice.
#pragma once

#include <cstdint>

#include "models/model_input.h"

namespace rail {

// True if some `via` of the service lies in a dead end: no two ways lead from it, one to the origin and one
// to the destination, that share no point (Menger 1927). False does not say that there is a route: gauges and
// the order of points are not looked at.
bool has_via_in_dead_end(const ModelInput& input, const ServiceInput& service);

}  // namespace rail
