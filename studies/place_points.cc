#include "studies/place_points.h"

#include <fmt/format.h>

#include "models/formation_key.h"
#include "models/model_tables.h"

namespace studies {

PlacePoints place_points(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  PlacePoints points;
  for (std::uint32_t p = 0; p < input.points.size(); ++p) points.emplace(input.points[p].id, p);
  for (const rail::ResourceInput& one : input.resources) points.emplace(one.id, one.point);
  for (const rail::TerminalInfo& one : model.terminals())
    points.emplace(fmt::format("{}.{}", input.points[one.point].id, one.name), one.point);
  for (const rail::FormationPlaceInfo& one : model.formation_places())
    points.emplace(rail::formation_key(input, one), one.point);
  return points;
}

PlacePoints stock_points(const rail::Model& model) {
  PlacePoints points;
  for (const rail::FleetInfo& fleet : model.fleets()) {
    for (const std::uint32_t stock : fleet.stocks) {
      const std::uint32_t point = model.tables().stocks[stock].station;
      points.emplace(fmt::format("{}/{}", fleet.id, model.input().points[point].id), point);
    }
  }
  return points;
}

}  // namespace studies
