// What others see of a station, between instants: who waits there for what, and who holds it; and what it
// recorded. For the watchdog, for what counts waits under way at the end, and for the report.
#pragma once

#include <vector>

#include "models/approach.h"
#include "models/consolidation.h"
#include "models/fleet_stock.h"
#include "models/formation_pool.h"
#include "models/resource.h"
#include "models/station_records.h"
#include "models/station_tracks.h"
#include "models/terminal.h"
#include "models/track.h"

namespace rail {

// Each in the order of the lists in StationTable.
struct StationView {
  const std::vector<StationTracks>& station_tracks;
  const std::vector<Approach>& approaches;
  const std::vector<Track>& tracks;
  const std::vector<Resource>& resources;
  const std::vector<FleetStock>& stocks;
  const std::vector<Terminal>& terminals;
  const std::vector<FormationPool>& pools;
  const std::vector<Gathering>& gatherings;
  const StationRecords& records;
};

}  // namespace rail
