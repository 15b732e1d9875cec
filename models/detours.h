// Ways round a disruption.
#pragma once

#include <vector>

#include "models/routing.h"

namespace rail {

// Of a service, `planned` being how many routes it has: the quickest route in `rest`, which is the railway of
// `input` without some lines, changes of gauge and points to pass, and with some vias of services left out.
// With `under_way` also, for each place where the quickest way on parts from a planned route that leads past
// what is left out: the planned route that far, and that way. Only routes that pass no point twice.
std::vector<Route> detours(const ModelInput& input, const ModelInput& rest, std::uint32_t service,
                           int planned, bool under_way);

}  // namespace rail
