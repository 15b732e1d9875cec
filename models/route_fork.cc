#include "models/route_fork.h"

#include <algorithm>

namespace rail {
namespace {

const RouteLegTable& leg_of(const ModelTables& tables, std::uint32_t route, std::uint32_t leg) {
  return tables.route_legs[tables.routes[route].first + leg];
}

bool are_alike(const StepTable& x, const StepTable& y) { return x.track == y.track && x.side == y.side; }

std::uint32_t steps_alike(const ModelTables& tables, const LegTable& x, const LegTable& y) {
  std::uint32_t n = 0;
  while (n < std::min(x.steps, y.steps) &&
         are_alike(tables.steps[x.first_step + n], tables.steps[y.first_step + n]))
    ++n;
  return n;
}

}  // namespace

RouteFork fork_of(const ModelTables& tables, std::uint32_t route, std::uint32_t other) {
  const std::uint32_t legs = std::min(tables.routes[route].legs, tables.routes[other].legs);
  for (std::uint32_t l = 0; l < legs; ++l) {
    const RouteLegTable &x = leg_of(tables, route, l), &y = leg_of(tables, other, l);
    const LegTable& leg = tables.legs[x.leg];
    const std::uint32_t alike = steps_alike(tables, leg, tables.legs[y.leg]);
    const bool same_end = x.leg == y.leg && x.gauge_change == y.gauge_change;
    // What parts right behind a change of gauge parts before it for those who wait there.
    const bool parts_behind = same_end && l + 1 < legs &&
                              steps_alike(tables, tables.legs[x.next_leg], tables.legs[y.next_leg]) == 0;
    if (same_end && !parts_behind) continue;
    if (alike == 0) return {};
    return {tables.steps[leg.first_step + alike - 1].to_station, l, alike};
  }
  return {};
}

}  // namespace rail
