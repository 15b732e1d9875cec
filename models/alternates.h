// Routes that trains take only when they are told of waits on the others.
#pragma once

#include <vector>

#include "models/model_input.h"
#include "models/routing.h"

namespace rail {

// Beside those `planned` for each service: the ways round each disruption that they lead past
// (models/detours.h), then as many further ones, cheapest first, as are asked for. Only those that the
// service's trains may begin. Empty lists without rerouting.
std::vector<std::vector<Route>> alternate_routes(const ModelInput& input,
                                                 const std::vector<std::vector<Route>>& planned);

// By line, change of gauge, or the point of a resource, other than the origin.
bool leads_past(const ModelInput& input, const Route& route, const DisruptionInput& disruption);

}  // namespace rail
