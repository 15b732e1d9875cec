// The tables of a run directory (docs/guides/results.md says what the KPIs mean).
#pragma once

#include "scenarios/scenario.h"
#include "studies/replications.h"
#include "studies/run_directory.h"

namespace studies {

// The scenario as it was run, changes included: SHA-256 as in the manifest.
constexpr const char* kScenarioFile = "scenario.binpb";

// It, all CSV files without records, and README.txt of their columns. Throws IoError.
void write_run_tables(const RunDirectory& directory, const scenarios::Scenario& scenario,
                      const rail::Model& model, const ReplicationsResult& result);

}  // namespace studies
