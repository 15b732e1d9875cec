// What there is of everything scarce in a day, and what a train formed at its first origin takes of it on
// each route: for bounds on flow (studies/scenario_bound.h).
//
// Every use is the least possible, so that sums of uses above the capacity cannot be simulated: a section's
// time is the least gap to any follower; trains formed after a change of gauge are as full as they may be;
// stages that only refrigerated containers need, yards, fleets, trains of empty wagons and waiting are left
// out. Random times count with their means.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/model.h"

namespace rail {

enum class CapacityKind : std::uint8_t { kSection, kPaths, kServers, kBays };
const char* to_string(CapacityKind kind);  // "section", "paths", "servers", "bays"

struct Capacity {
  CapacityKind kind = CapacityKind::kSection;
  std::string place;           // id, as in KPI keys of waits
  std::uint32_t line = kNone;  // sections and paths
  std::uint8_t side = 0;       // the way trains run, on double track and for paths: 0 from the line's `from`
  double per_day = 0;          // seconds of track, servers, bays; trains for paths
};

struct CapacityUse {
  std::uint32_t capacity = kNone;
  double per_train = 0;  // of the first origin; in the unit of Capacity::per_day
};

struct RouteUse {
  std::uint32_t service = kNone;
  std::vector<CapacityUse> uses;  // by capacity, ascending
};

struct CapacityUses {
  std::vector<Capacity> capacities;    // sections and paths by line, servers, bays
  std::vector<RouteUse> routes;        // by service, as ModelTables::routes
  std::vector<double> trains_per_day;  // per service, as the scenario asks for
};

CapacityUses capacity_uses(const Model& model);

// Seconds of a section of the line that a train of a class takes at least, whichever of the followers comes.
double least_section_s(const Model& model, std::uint32_t line, std::uint32_t train_class,
                       const std::vector<std::uint32_t>& followers);
// Paths a day and direction as the model spaces trains, in whole seconds; 0: no such limit.
double paths_per_day(const LineInput& line);

}  // namespace rail
