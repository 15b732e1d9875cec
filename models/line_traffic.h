// Which trains may run over which line: by the routes of all services.
#pragma once

#include <cstdint>
#include <vector>

#include "models/model.h"

namespace rail {

// Per line: train classes, ascending; empty if no route leads there.
std::vector<std::vector<std::uint32_t>> classes_by_line(const Model& model);

// Mean running time of a class over one section; all sections of a line are alike.
double mean_run_s(const ModelInput& input, const LineInput& line, std::uint32_t train_class);

}  // namespace rail
