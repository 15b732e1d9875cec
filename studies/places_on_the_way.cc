#include "studies/places_on_the_way.h"

#include <fmt/format.h>

#include "models/model_tables.h"

namespace studies {
namespace {

struct Passed {
  std::set<std::uint32_t> lines, points;

  void add(const rail::ModelInput& input, const std::vector<rail::Route>& routes) {
    for (const rail::Route& route : routes) {
      for (const rail::RouteLeg& leg : route.legs) {
        for (const rail::Hop& hop : leg.hops) {
          const rail::LineInput& line = input.lines[hop.line];
          lines.insert(hop.line);
          points.insert({line.from, line.to});
        }
      }
    }
  }
};

void add_points(const rail::Model& model, const std::set<std::uint32_t>& points,
                std::set<std::string>& places) {
  const rail::ModelInput& input = model.input();
  const auto id = [&](std::uint32_t point) { return input.points[point].id; };
  for (const std::uint32_t point : points) places.insert(id(point));
  for (const rail::ResourceInput& one : input.resources)
    if (points.contains(one.point)) places.insert(one.id);
  for (const rail::TerminalInfo& one : model.terminals())
    if (points.contains(one.point)) places.insert(fmt::format("{}.{}", id(one.point), one.name));
  for (const rail::FormationPlaceInfo& one : model.formation_places()) {
    if (points.contains(one.point))
      places.insert(fmt::format("{}/{}/{}", id(one.point), one.gauge_mm, to_string(one.direction)));
  }
  for (const rail::FleetInfo& fleet : model.fleets()) {
    for (const std::uint32_t stock : fleet.stocks) {
      const std::uint32_t point = model.tables().stocks[stock].station;
      if (points.contains(point)) places.insert(fmt::format("{}/{}", fleet.id, id(point)));
    }
  }
}

}  // namespace

std::set<std::string> places_on_the_way(const rail::Model& model, const std::vector<bool>& asked_about) {
  Passed passed;
  for (std::size_t s = 0; s < asked_about.size(); ++s) {
    if (!asked_about[s]) continue;
    passed.add(model.input(), model.tables().service_routes[s]);
    passed.add(model.input(), model.tables().alternate_routes[s]);
  }
  std::set<std::string> places;
  for (const std::uint32_t line : passed.lines) places.insert(model.input().lines[line].id);
  add_points(model, passed.points, places);
  return places;
}

std::vector<BindingResource> binding_at(const std::set<std::string>& places,
                                        std::vector<BindingResource> binding) {
  std::erase_if(binding, [&](const BindingResource& one) { return !places.contains(one.wait.place); });
  double sum = 0;
  for (const BindingResource& one : binding) sum += one.wait.container_hours_to_end.mean;
  for (BindingResource& one : binding) one.share = sum > 0 ? one.wait.container_hours_to_end.mean / sum : 0;
  return binding;
}

}  // namespace studies
