// Which resource binds: places and causes by the container-hours of waiting attributed to them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "studies/replications.h"

namespace studies {

struct BindingResource {
  std::string place;
  std::string cause;
  Summary container_hours;
  double share = 0;                   // of all container-hours of waiting
  std::optional<Summary> utilisation; // where the place has one
};

// Most container-hours first; places without any are left out. Waiting for a train to be formed is
// a matter of demand and timetable, not of a resource: it is listed only if asked for.
std::vector<BindingResource> binding_resources(const ReplicationsResult& result, bool with_formation = false);

}  // namespace studies
