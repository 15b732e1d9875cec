// Wagons and locomotives as rows of a table: one for each fleet and station, with figures of the whole fleet
// repeated.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/model.h"
#include "studies/kpi_table.h"

namespace studies {

struct FleetRow {
  std::string fleet, kind, point, name;  // kind "wagons" or "locomotives"; name: for people
  std::int64_t units = 0;                // of the fleet
  Summary utilisation, turning;   // of the fleet: shares that do not stand idle, and that are being turned
  Summary idle_mean, idle_least;  // units here
  Summary trains, waiting_mean, queue_longest;
  Summary wait_mean_h, wait_container_hours;
};
// Empty if the scenario has no fleets.
std::vector<FleetRow> fleet_rows(const rail::Model& model, const KpiTable& kpis);

}  // namespace studies
