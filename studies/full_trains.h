// Trains that are full: a timetable or a list has so many of them, however many containers wait.
#pragma once

#include <string>
#include <vector>

#include "models/model_input.h"
#include "studies/kpi_table.h"

namespace studies {

// Ids of the services by TIMETABLE or LIST, of those `asked_about` (by service), for whose trains containers
// wait longer, all hours taken together, than for any resource; empty if there is none. Services of one
// origin and direction wait in the same place and are named together.
std::vector<std::string> services_of_full_trains(const rail::ModelInput& input,
                                                 const std::vector<bool>& asked_about, const KpiTable& kpis);

}  // namespace studies
