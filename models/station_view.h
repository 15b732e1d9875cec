// What the watchdog sees of a station, between instants: who waits there for what, and who holds it.
#pragma once

#include <vector>

#include "models/approach.h"
#include "models/fleet_stock.h"
#include "models/formation_pool.h"
#include "models/station_tracks.h"
#include "models/terminal.h"
#include "models/track.h"

namespace rail {

// Each in the order of the lists in StationTable.
struct StationView {
  const std::vector<StationTracks>& station_tracks;
  const std::vector<Approach>& approaches;
  const std::vector<Track>& tracks;
  const std::vector<FleetStock>& stocks;
  const std::vector<Terminal>& terminals;
  const std::vector<FormationPool>& pools;
};

}  // namespace rail
