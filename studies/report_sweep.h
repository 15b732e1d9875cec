// The data of a study's report, from its file (docs/guides/sweep.md); what the keys mean is said in
// report/src/data.ts.
#pragma once

#include <string>

#include "scenarios/scenario.h"
#include "studies/sqlite.h"

namespace studies {

// `base`: the scenario that was swept, for names and sources, as base_of() finds it (studies/study_base.h);
// nullptr: ids stand for names. `command`: what gives the results again; may be empty. Throws IoError.
std::string sweep_report_json(Database& database, const scenarios::Scenario* base,
                              const std::string& command = {});

}  // namespace studies
