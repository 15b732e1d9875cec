// What was asked for with --precision and what came of it, as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "studies/precision.h"

namespace studies {

// Of KPIs of this variant only; 0: of a scenario alone.
nlohmann::ordered_json precision_json(const PrecisionOutcome& outcome, std::size_t variant = 0);

}  // namespace studies
