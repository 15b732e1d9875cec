// The tables of a run directory (docs/guides/results.md says what the KPIs mean).
#pragma once

#include "scenarios/scenario.h"
#include "studies/replications.h"
#include "studies/run_directory.h"

namespace studies {

// All CSV files without records, and README.txt of their columns. Throws IoError.
void write_run_tables(const RunDirectory& directory, const scenarios::Scenario& scenario,
                      const rail::Model& model, const ReplicationsResult& result);

}  // namespace studies
