// A mean over replications as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "studies/statistics.h"

namespace studies {

// Mean, sd and half the 95 % interval; null where nothing was observed.
nlohmann::ordered_json summary_json(const Summary& summary);

}  // namespace studies
