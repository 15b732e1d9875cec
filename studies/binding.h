// Which resource binds: places and causes by the container-hours of waiting attributed to them, those of
// waits still under way at the end included.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "studies/kpi_table.h"

namespace studies {

// A place and a cause of waiting, from the key "wait/<place>/<cause>/container_hours".
struct Wait {
  std::string place;
  std::string cause;
  Summary container_hours;         // of waits that ended
  Summary container_hours_to_end;  // and of those that had not
  Summary waiting_at_end;          // trains (of waits of containers: these)
};
// All of them, in the order of the KPIs.
std::vector<Wait> waits(const KpiTable& kpis);

struct BindingResource {
  Wait wait;
  double share = 0;     // of all container-hours that are listed
  Summary utilisation;  // count 0 where the place has none
};

// Waiting for a train to be formed, or for part loads to fill a container, is a matter of demand and
// timetable, not of a resource that could be widened.
bool is_for_resource(std::string_view cause);

// Most container-hours first, then most that wait at the end; places that have neither, and waits that are
// for no resource, are left out.
std::vector<BindingResource> binding_resources(const KpiTable& kpis);

}  // namespace studies
