// The keys of a model's KPIs, in their order, known without running it.
#pragma once

#include <string>
#include <vector>

#include "models/model.h"

namespace studies {

std::vector<std::string> kpi_keys(const rail::Model& model);
// Patterns that none of them matches.
std::vector<std::string> unmatched_kpis(const rail::Model& model, const std::vector<std::string>& patterns);

}  // namespace studies
