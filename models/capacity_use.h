// What there is of everything scarce in a day, and what a train formed at its first origin takes of it on
// each route: for bounds on flow (studies/scenario_bound.h).
//
// Every use is the least possible, so that sums of uses above the capacity cannot be simulated: a section's
// time is the least gap to any follower, or where that hangs on who follows, of the order in which they fit
// best (SectionOrder); trains formed after a change of gauge are as full as they may be;
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

// Trains of some routes on a section, of whichever of these kinds.
struct SectionTrains {
  struct OfRoute {
    std::uint32_t route = kNone;  // CapacityUses::routes
    double per_train = 0;         // trains on the section, of one from the first origin
  };
  std::vector<std::uint32_t> kinds;  // ascending
  std::vector<OfRoute> routes;       // none twice
};

// A section where how soon a train may follow hangs on both, so that each of its trains takes time by who
// follows it. Its routes have no use of the capacity then.
struct SectionOrder {
  std::uint32_t capacity = kNone;  // its seconds
  std::size_t kinds = 0;           // of trains: by class, and on single track by side
  std::vector<double> gaps_s;      // the least from entry to entry, by leader, then follower
  std::vector<SectionTrains> trains;
};

struct CapacityUses {
  std::vector<Capacity> capacities;
  std::vector<RouteUse> routes;              // by service, as ModelTables::routes; then light runs
  std::vector<SectionOrder> orders;          // of sections, by capacity, ascending
  std::vector<double> trains_per_day;        // per service, as the scenario asks for
  std::vector<double> containers_per_train;  // per service, at their first origins
  double containers_per_day = 0;             // of these trains
};

CapacityUses capacity_uses(const Model& model);

}  // namespace rail
