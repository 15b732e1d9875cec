// Routes become legs, and legs become steps over tracks. Equal legs of different routes are one.
#include <algorithm>
#include <cmath>
#include <map>

#include "engine/random_stream.h"
#include "models/table_builder.h"

namespace rail {
namespace {

using LegKey = std::vector<std::uint64_t>;  // gauge, then line and side per hop

LegKey key_of(const RouteLeg& leg) {
  LegKey key{static_cast<std::uint64_t>(leg.gauge_mm), leg.from};
  for (const Hop& hop : leg.hops)
    key.push_back(static_cast<std::uint64_t>(hop.line) << 1U | (hop.forward ? 0U : 1U));
  return key;
}

// `most_under_way`: trains with a permit for it; 0: it needs none.
std::uint32_t line_entry(ModelTables& tables, std::uint32_t station, const LineEntry& entry,
                         int most_under_way) {
  std::vector<LineEntry>& entries = tables.stations[station].entries;
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i].line == entry.line && entries[i].side == entry.side) return i;
  }
  entries.push_back(entry);
  if (most_under_way > 0) entries.back().desk = add_desk(tables, station, most_under_way);
  return static_cast<std::uint32_t>(entries.size() - 1);
}

// No train of any class runs a section faster.
std::int64_t least_run_seconds(const ModelInput& input, const LineInput& line, double run_seconds) {
  double fastest = 0;
  for (const TrainClassInput& train_class : input.train_classes)
    fastest = std::max(fastest, train_class.speed_factor);
  const double factor = line.run_time_factor ? line.run_time_factor->lower_bound() : 1.0;
  return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(run_seconds * factor / fastest)), 1,
                                  line.longest_run_s);
}

std::uint32_t formation_place(std::uint32_t point, int gauge_mm, Direction direction, ModelTables& tables) {
  std::vector<std::uint32_t>& local = tables.stations[point].places;
  for (std::uint32_t i = 0; i < local.size(); ++i) {
    const FormationPlaceInfo& place = tables.places[local[i]];
    if (place.gauge_mm == gauge_mm && place.direction == direction) return i;
  }
  tables.places.push_back({point, gauge_mm, direction});
  return list_locally(local, static_cast<std::uint32_t>(tables.places.size() - 1));
}

std::uint32_t find_or_add_leg(const ModelInput& input, const RouteLeg& leg,
                              std::map<LegKey, std::uint32_t>& known, ModelTables& tables) {
  const auto [place, added] = known.emplace(key_of(leg), static_cast<std::uint32_t>(tables.legs.size()));
  if (!added) return place->second;
  LegTable table;
  table.from = leg.from;
  table.to = leg.to;
  table.gauge_mm = leg.gauge_mm;
  table.max_feu = leg.max_feu;
  table.max_train_length_m = leg.max_train_length_m;
  table.from_tracks = tracks_of_gauge(tables.stations[leg.from], leg.gauge_mm);
  table.first_step = static_cast<std::uint32_t>(tables.steps.size());
  for (const Hop& hop : leg.hops) add_steps(input, hop, tables);
  table.steps = static_cast<std::uint32_t>(tables.steps.size()) - table.first_step;
  tables.legs.push_back(table);
  return place->second;
}

void add_route(const ModelInput& input, Direction direction, const Route& route,
               std::map<LegKey, std::uint32_t>& known, ModelTables& tables) {
  RouteTable table;
  table.first = static_cast<std::uint32_t>(tables.route_legs.size());
  table.legs = static_cast<std::uint32_t>(route.legs.size());
  for (std::size_t i = 0; i < route.legs.size(); ++i) {
    const std::uint32_t leg = find_or_add_leg(input, route.legs[i], known, tables);
    LegTable& leg_table = tables.legs[leg];
    leg_table.place[static_cast<std::size_t>(direction)] =
        formation_place(leg_table.from, leg_table.gauge_mm, direction, tables);
    if (i > 0) tables.route_legs.back().next_leg = leg;
    RouteLegTable route_leg;
    route_leg.leg = leg;
    if (i < route.gauge_changes.size()) route_leg.gauge_change = route.gauge_changes[i];
    tables.route_legs.push_back(route_leg);
  }
  tables.routes.push_back(table);
}

}  // namespace

void add_steps(const ModelInput& input, const Hop& hop, ModelTables& tables) {
  const LineInput& line = input.lines[hop.line];
  const std::uint8_t side = hop.forward ? 0 : 1;
  const int sections = sections_of(line);
  for (int i = 0; i < sections; ++i) {
    const int section = hop.forward ? i : sections - 1 - i;
    StepTable step;
    // Per section one shared track, or one per side.
    step.track = tables.first_track[hop.line] + static_cast<std::uint32_t>(line.tracks == 1 ? section : side);
    const TrackTable& track = tables.tracks[step.track];
    step.line = hop.line;
    step.keeps_log = line.keeps_log;
    step.side = side;
    step.enters_line = i == 0;
    step.to_station = track.ends[side ^ 1U];
    step.entry =
        line_entry(tables, track.ends[side], {hop.line, side, tables.stations[step.to_station].point, kNone},
                   step.enters_line ? line.loading_limit[side] : 0);
    step.run_seconds = section_run_s(line);
    step.least_run_seconds = least_run_seconds(input, line, step.run_seconds);
    step.hash = des::mix(des::stable_hash(line.id), static_cast<std::uint64_t>(section));
    tables.steps.push_back(step);
  }
}

void build_route_tables(const ModelInput& input, ModelTables& tables) {
  std::map<LegKey, std::uint32_t> known;
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    const ServiceInput& service = input.services[s];
    const std::vector<Route>& routes = tables.service_routes[s];
    ServiceTable table;
    table.first_route = static_cast<std::uint32_t>(tables.routes.size());
    table.routes = static_cast<std::uint32_t>(routes.size());
    table.hash = des::stable_hash(service.id);
    double cumulative = 0;
    const std::vector<double> shares = route_shares(service.route_rule, routes, service.logit_scale_h);
    for (std::size_t r = 0; r < routes.size(); ++r) {
      add_route(input, service.direction, routes[r], known, tables);
      cumulative += shares[r];
      tables.routes.back().share_up_to = cumulative;
    }
    table.alternates = static_cast<std::uint32_t>(tables.alternate_routes[s].size());
    for (const Route& route : tables.alternate_routes[s])
      add_route(input, service.direction, route, known, tables);
    tables.services.push_back(table);
    tables.ending_local.push_back(list_locally(tables.stations[service.destination].ending_services, s));
  }
}

}  // namespace rail
