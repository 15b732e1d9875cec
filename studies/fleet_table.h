// fleets.csv of a run directory.
#pragma once

#include "models/model.h"
#include "studies/kpi_table.h"
#include "studies/run_directory.h"

namespace studies {

// Nothing if the scenario has no fleets.
void write_fleet_table(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis);

}  // namespace studies
