// Why a service has no route, in a planner's words.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "models/routing.h"

namespace rail {
namespace {

using Place = std::pair<std::uint32_t, int>;  // point, gauge

void reach(const Place& place, std::set<Place>& reached, std::vector<Place>& next) {
  if (reached.insert(place).second) next.push_back(place);
}

// All points and gauges that containers can get to from the origin.
std::set<Place> reachable(const ModelInput& input, const ServiceInput& service, bool over_closed_lines) {
  std::set<Place> reached;
  std::vector<Place> next;
  for (const LineInput& line : input.lines) {
    const bool starts_here = line.from == service.origin || line.to == service.origin;
    if (starts_here && line.gauge_mm != 0) reach({service.origin, line.gauge_mm}, reached, next);
  }
  while (!next.empty()) {
    const auto [point, gauge] = next.back();
    next.pop_back();
    for (const LineInput& line : input.lines) {
      if (line.gauge_mm != gauge || (line.closed && !over_closed_lines)) continue;
      if (line.from != point && line.to != point) continue;
      const std::uint32_t other = line.from == point ? line.to : line.from;
      if (!avoids(service, other)) reach({other, gauge}, reached, next);
    }
    for (const GaugeChangeInput& change : input.gauge_changes) {
      if (change.point == point && change.from_gauge_mm == gauge)
        reach({point, change.to_gauge_mm}, reached, next);
    }
  }
  return reached;
}

bool contains_point(const std::set<Place>& reached, std::uint32_t point) {
  return std::any_of(reached.begin(), reached.end(),
                     [&](const Place& place) { return place.first == point && place.second != 0; });
}

// Points where lines of another gauge go on, but no change of gauge leads to them.
std::string missing_gauge_changes(const ModelInput& input, const std::set<Place>& reached) {
  std::set<std::string> missing;
  for (const auto& [point, gauge] : reached) {
    for (const LineInput& line : input.lines) {
      if (line.closed || (line.from != point && line.to != point)) continue;
      if (reached.count({point, line.gauge_mm}) > 0) continue;
      missing.insert(fmt::format("at {} no change of gauge leads from {} to {} mm", input.points[point].id,
                                 gauge, line.gauge_mm));
    }
  }
  return fmt::format("{}", fmt::join(missing, "; "));
}

ModelInput with_all_open(ModelInput input) {
  for (LineInput& line : input.lines) line.closed = false;
  return input;
}

std::string reason(const ModelInput& input, std::uint32_t index) {
  const ServiceInput& service = input.services[index];
  const std::string& destination = input.points[service.destination].id;
  const std::set<Place> reached = reachable(input, service, false);
  if (reached.empty()) return fmt::format("no railway line starts at {}", input.points[service.origin].id);
  if (contains_point(reached, service.destination)) {
    if (!cheapest_routes(with_all_open(input), index, 1).empty())
      return fmt::format("every way to {} over its `via` points uses a closed line", destination);
    return "its `via` points cannot all be passed in this order without passing a point twice";
  }
  ServiceInput free = service;
  free.avoid.clear();
  if (contains_point(reachable(input, free, false), service.destination)) {
    return fmt::format("every way to {} passes a point of `avoid`", destination);
  }
  if (contains_point(reachable(input, service, true), service.destination)) {
    return fmt::format("every way to {} uses a closed line", destination);
  }
  const std::string missing = missing_gauge_changes(input, reached);
  if (!missing.empty()) return fmt::format("{} cannot be reached: {}", destination, missing);
  return fmt::format("no lines lead to {}", destination);
}

}  // namespace

std::vector<RoutingProblem> find_routing_problems(const ModelInput& input) {
  std::vector<RoutingProblem> problems;
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    if (cheapest_routes(input, s, 1).empty()) problems.push_back({s, reason(input, s)});
  }
  return problems;
}

}  // namespace rail
