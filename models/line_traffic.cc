#include "models/line_traffic.h"

#include <set>

#include "models/model_tables.h"

namespace rail {
namespace {

void add_lines(const ModelTables& tables, const RouteTable& route, std::uint32_t train_class,
               std::vector<std::set<std::uint32_t>>& classes) {
  for (std::uint32_t i = route.first; i < route.first + route.legs; ++i) {
    const LegTable& leg = tables.legs[tables.route_legs[i].leg];
    for (std::uint32_t s = leg.first_step; s < leg.first_step + leg.steps; ++s)
      classes[tables.tracks[tables.steps[s].track].line].insert(train_class);
  }
}

}  // namespace

std::vector<std::vector<std::uint32_t>> classes_by_line(const Model& model) {
  const ModelTables& tables = model.tables();
  std::vector<std::set<std::uint32_t>> classes(model.input().lines.size());
  for (std::size_t s = 0; s < tables.services.size(); ++s) {
    const ServiceTable& service = tables.services[s];
    for (std::uint32_t r = service.first_route; r < service.end_of_routes(); ++r)
      add_lines(tables, tables.routes[r], model.input().services[s].train_class, classes);
  }
  std::vector<std::vector<std::uint32_t>> lists;
  for (const std::set<std::uint32_t>& one : classes) lists.emplace_back(one.begin(), one.end());
  return lists;
}

double mean_run_s(const ModelInput& input, const LineInput& line, std::uint32_t train_class) {
  const double factor = line.run_time_factor ? line.run_time_factor->mean() : 1.0;
  return section_run_s(line) / input.train_classes[train_class].speed_factor * factor;
}

}  // namespace rail
