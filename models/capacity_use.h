// What there is of everything scarce in a day, and what a train formed at its first origin takes of it on
// each route: for bounds on flow (studies/scenario_bound.h).
//
// Every use is the least possible, so that sums of uses above the capacity cannot be simulated: a section's
// time is the least gap to any follower; trains formed after a change of gauge are as full as they may be;
// stages that only some containers need, yards and waiting are left out. Random times count with their means.
// Fleets: models/fleet_uses.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/model.h"

namespace rail {

enum class CapacityKind : std::uint8_t {
  kSection,
  kPaths,
  kServers,
  kBays,
  kStationTracks,  // where they hold trains back
  kWagonSets,
  kWagons,
  kLocomotives,
  kReturns  // of a fleet to one of its points: what leaves there has to come there, so there are none to
            // spare
};
const char* to_string(CapacityKind kind);  // "section", "paths", "servers", "bays", "station tracks", ...

struct Capacity {
  CapacityKind kind = CapacityKind::kSection;
  std::string place;           // id, as in KPI keys of waits
  std::uint32_t line = kNone;  // sections, paths, tracks of passing places
  std::uint8_t side = 0;       // the way trains run, on double track and for paths: 0 from the line's `from`
  // Seconds of track, servers, bays, wagons and locomotives while they are open; trains for paths; 0 for
  // returns.
  double per_day = 0;
};

struct CapacityUse {
  std::uint32_t capacity = kNone;
  double per_train =
      0;  // of the first origin; in the unit of Capacity::per_day; < 0: of units that come back
};

struct RouteUse {
  std::uint32_t service = kNone;  // kNone: a locomotive that runs light
  bool empty = false;             // it carries nothing: a light locomotive, or empty wagons
  std::vector<CapacityUse> uses;  // by capacity, ascending
};

struct CapacityUses {
  std::vector<Capacity> capacities;
  std::vector<RouteUse> routes;              // by service, as ModelTables::routes; then light runs
  std::vector<double> trains_per_day;        // per service, as the scenario asks for
  std::vector<double> containers_per_train;  // per service, at their first origins
  double containers_per_day = 0;             // of these trains
};

CapacityUses capacity_uses(const Model& model);

}  // namespace rail
