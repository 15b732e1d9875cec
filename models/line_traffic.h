// Which trains may run over which line: by the routes of all services.
#pragma once

#include <cstdint>
#include <vector>

#include "models/model.h"

namespace rail {

// Per line: train classes, ascending; empty if no route leads there.
std::vector<std::vector<std::uint32_t>> classes_by_line(const Model& model);

// Per leg of a route, as ModelTables::route_legs: the classes that trains with the service's containers may
// have there, ascending. A train made behind a change of gauge takes the class of its first container's
// service.
std::vector<std::vector<std::uint32_t>> classes_by_route_leg(const Model& model);

// Mean running time of a class over one section, slow orders apart; all sections of a line are alike. No
// train takes longer than the line is open at a time.
double mean_run_s(const ModelInput& input, const LineInput& line, std::uint32_t train_class);
// The least of those of some classes.
double least_run_s(const ModelInput& input, const LineInput& line, const std::vector<std::uint32_t>& classes);

}  // namespace rail
