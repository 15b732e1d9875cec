// How many trains of what load a train from its first origin becomes on its way, in the mean.
#pragma once

#include <cstdint>
#include <vector>

#include "models/model.h"

namespace rail {

struct LegLoad {
  std::uint32_t leg = kNone;
  std::uint32_t route_leg = kNone;     // in ModelTables::route_legs
  double trains = 1;                   // per train of the first origin
  double containers = 0;               // per train, in the mean
  double teu = 0;                      // likewise
  double fullest_teu = 0;              // per train: kept and re-formed ones differ
  std::uint32_t gauge_change = kNone;  // at the leg's end; kNone: the route ends
  double reformed_share = 0;           // of the containers at the leg's end

  double containers_at_most() const { return teu > 0 ? containers * fullest_teu / teu : containers; }
};

// A re-formed train becomes as few trains as the rule of the change allows.
std::vector<LegLoad> leg_loads(const Model& model, std::uint32_t service, std::uint32_t route);

// By timetable, rate, or what comes in the counted time; a list is spread over the run. Of trains that are
// cancelled below `least_feu` as many as what comes fills.
double trains_per_day(const Model& model, std::uint32_t service);

}  // namespace rail
