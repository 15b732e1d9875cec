// The data of a study's report, from its file (docs/guides/sweep.md); what the keys mean is said in
// report/src/data.ts.
#pragma once

#include <string>

#include "scenarios/scenario.h"
#include "studies/sqlite.h"

namespace studies {

// `base`: the study's base scenario, for names and sources; nullptr, or another one by its hash: ids stand
// for names. `command`: what gives the results again; may be empty. Throws IoError.
std::string sweep_report_json(Database& database, const scenarios::Scenario* base,
                              const std::string& command = {});

}  // namespace studies
