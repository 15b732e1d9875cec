// Legs back to the origin, for trains that turn before a closed line on their first leg.
#include <algorithm>
#include <vector>

#include "models/table_builder.h"

namespace rail {
namespace {

// The last one of a leg that begins such a line; 0: none but perhaps the first one, where trains wait anyway.
std::uint32_t last_closed_step(const ModelInput& input, const ModelTables& tables, const LegTable& leg) {
  for (std::uint32_t i = leg.steps; i-- > 1;) {
    const StepTable& step = tables.steps[leg.first_step + i];
    if (std::any_of(input.disruptions.begin(), input.disruptions.end(),
                    [&](const DisruptionInput& one) { return turns_before(one, tables, step); }))
      return i;
  }
  return 0;
}

// The lines of the first `steps` of a leg, the other way round.
std::vector<Hop> hops_back(const ModelTables& tables, const LegTable& leg, std::uint32_t steps) {
  std::vector<Hop> hops;
  for (std::uint32_t i = steps; i-- > 0;) {
    const StepTable& step = tables.steps[leg.first_step + i];
    if (step.enters_line) hops.push_back({tables.tracks[step.track].line, step.side != 0});
  }
  return hops;
}

void add_way_back(const ModelInput& input, std::uint32_t index, ModelTables& tables) {
  LegTable& leg = tables.legs[index];
  const std::uint32_t steps = last_closed_step(input, tables, leg);
  if (steps == 0) return;
  LegTable back;
  back.from = tables.stations[tables.steps[leg.first_step + steps - 1].to_station].point;
  back.to = leg.from;
  back.gauge_mm = leg.gauge_mm;
  back.first_step = static_cast<std::uint32_t>(tables.steps.size());
  back.steps = steps;
  back.forth = index;
  leg.back = static_cast<std::uint32_t>(tables.legs.size());
  for (const Hop& hop : hops_back(tables, leg, steps)) add_steps(input, hop, tables);
  tables.legs.push_back(back);
}

}  // namespace

bool turns_before(const DisruptionInput& disruption, const ModelTables& tables, const StepTable& step) {
  const std::vector<std::uint32_t>& lines = disruption.lines;
  return disruption.turns && step.enters_line &&
         std::find(lines.begin(), lines.end(), tables.tracks[step.track].line) != lines.end();
}

void build_ways_back(const ModelInput& input, ModelTables& tables) {
  for (const std::uint32_t s : input.rerouting->services) {
    const ServiceTable& service = tables.services[s];
    for (std::uint32_t route = service.first_route; route < service.end_of_routes(); ++route) {
      const std::uint32_t leg = tables.route_legs[tables.routes[route].first].leg;
      if (tables.legs[leg].back == kNone) add_way_back(input, leg, tables);
    }
  }
}

}  // namespace rail
