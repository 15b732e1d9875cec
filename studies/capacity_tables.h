// capacity.csv and bounds.csv of a run directory (docs/guides/capacity.md).
#pragma once

#include "models/model.h"
#include "studies/kpi_table.h"
#include "studies/run_directory.h"

namespace studies {

// Throws IoError.
void write_capacity_tables(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis);

}  // namespace studies
