// What is shut between two dates though no disruption says so: by holidays, or by possessions that have
// dates.
#pragma once

#include <vector>

#include "models/model_input.h"

namespace studies {

constexpr const char* kClosedDays = "closed_days:";

// As disruptions that close one thing each: "closed_days:<line, resource or change of gauge>". Closed times
// with no more than a week between them are one, as those of a possession on each Sunday of a month. Within
// the run.
std::vector<rail::DisruptionInput> dated_closings(const rail::ModelInput& input);

}  // namespace studies
