// The keys of a model's KPIs, in their order, known without running it.
#pragma once

#include <string>
#include <vector>

#include "models/model.h"

namespace studies {

std::vector<std::string> kpi_keys(const rail::Model& model);

}  // namespace studies
