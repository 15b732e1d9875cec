// What manifests of runs and of studies have in common.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "models/model_input.h"
#include "scenarios/scenario.h"

namespace studies {

// Which program this is.
nlohmann::ordered_json program_json();
// `file`: as the user named it.
nlohmann::ordered_json scenario_json(const scenarios::Scenario& scenario, const rail::ModelInput& input,
                                     const std::string& file);

}  // namespace studies
