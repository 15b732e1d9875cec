// What a journey takes if nobody waits for anything: running, stages and changes of gauge at their means. A
// planner can reckon that without a simulation, so it is what a simulation has to be better than.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/model_input.h"

namespace rail {

// Hours of the service's cheapest route from the last departure at one of `from` (points) to the first
// arrival at one of `to` after that; nothing if it does not pass both.
std::optional<double> free_flow_h(const ModelInput& input, std::uint32_t service,
                                  const std::vector<std::uint32_t>& from,
                                  const std::vector<std::uint32_t>& to);

}  // namespace rail
