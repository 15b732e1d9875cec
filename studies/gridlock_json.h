// How trains stood at the end of replications, for manifest.json: gridlocks train by train, and trains that
// wait for what may never come.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "scenarios/scenario.h"
#include "studies/replications.h"

namespace studies {

// Lists, empty without any: of replications with a gridlock, each with its circle, where each train waits for
// what the next one holds; and of groups of trains that wait for one thing.
nlohmann::ordered_json gridlocks_json(const scenarios::Scenario& scenario, const rail::Model& model,
                                      const ReplicationsResult& result);
nlohmann::ordered_json standing_json(const scenarios::Scenario& scenario, const rail::Model& model,
                                     const ReplicationsResult& result);

}  // namespace studies
