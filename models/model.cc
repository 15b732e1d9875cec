#include "models/model.h"

#include <fmt/format.h>

#include <stdexcept>

#include "models/alternates.h"
#include "models/balance.h"
#include "models/routing.h"
#include "models/table_builder.h"

namespace rail {
namespace {

std::vector<std::vector<Route>> find_routes(const ModelInput& input) {
  std::vector<std::vector<Route>> routes = routes_of_services(input);
  for (std::size_t s = 0; s < routes.size(); ++s) {
    if (routes[s].empty())
      throw std::invalid_argument(fmt::format("service {} has no route", input.services[s].id));
  }
  return routes;
}

std::vector<BalancedFlow> balance_all(const ModelInput& input) {
  std::vector<BalancedFlow> cells;
  for (std::uint32_t m = 0; m < input.matrices.size(); ++m) {
    const BalanceResult result = balance(input, m);
    if (!result.problems.empty()) {
      throw std::invalid_argument(
          fmt::format("matrix {}: {}", input.matrices[m].id, fmt::join(result.problems, "; ")));
    }
    cells.insert(cells.end(), result.cells.begin(), result.cells.end());
  }
  return cells;
}

std::string describe(const ModelInput& input, const Route& route, double share) {
  std::string text = fmt::format("{:.2f}", share);
  for (const RouteLeg& leg : route.legs) {
    text += fmt::format(" {} -{}-", input.points[leg.from].id,
                        leg.gauge_mm == 0 ? "sea" : std::to_string(leg.gauge_mm));
  }
  return text + fmt::format(" {} ({:.0f} km)", input.points[route.legs.back().to].id, route.km);
}

}  // namespace

std::shared_ptr<const Model> Model::build(ModelInput input) {
  if (input.watches.size() > kMostWatches)
    throw std::invalid_argument("more watches than a container can carry");
  const std::shared_ptr<Model> model(new Model);
  model->input_ = std::move(input);
  auto tables = std::make_unique<ModelTables>();
  tables->service_routes = find_routes(model->input_);
  tables->alternate_routes = alternate_routes(model->input_, tables->service_routes);
  tables->balanced_flows = balance_all(model->input_);
  build_network_tables(model->input_, *tables);
  build_process_tables(model->input_, *tables);
  build_route_tables(model->input_, *tables);
  if (model->input_.turns_trains()) build_ways_back(model->input_, *tables);
  if (model->input_.costs) tables->leg_costs = leg_costs(model->input_, *tables);
  build_path_gates(model->input_, *tables);
  build_running_tables(*tables);
  build_demand_tables(model->input_, *tables);
  build_guarantees(model->input_, *tables);
  build_fleet_tables(model->input_, *tables);
  build_rerouting_tables(model->input_, *tables);
  model->tables_ = std::move(tables);
  return model;
}

Model::~Model() = default;

std::vector<RoutingProblem> Model::routing_problems(const ModelInput& input) {
  return find_routing_problems(input);
}

std::vector<std::pair<std::uint32_t, std::string>> Model::balance_problems(const ModelInput& input) {
  std::vector<std::pair<std::uint32_t, std::string>> problems;
  for (std::uint32_t m = 0; m < input.matrices.size(); ++m) {
    for (const std::string& problem : balance(input, m).problems) problems.emplace_back(m, problem);
  }
  return problems;
}

const std::vector<TerminalInfo>& Model::terminals() const { return tables_->terminals; }
const std::vector<FleetInfo>& Model::fleets() const { return tables_->fleets; }
const std::vector<FormationPlaceInfo>& Model::formation_places() const { return tables_->places; }
const std::vector<BalancedFlow>& Model::balanced_flows() const { return tables_->balanced_flows; }

std::vector<std::string> Model::describe_routes(std::uint32_t service) const {
  const std::vector<Route>& routes = tables_->service_routes[service];
  const std::vector<double> shares =
      route_shares(input_.services[service].route_rule, routes, input_.services[service].logit_scale_h);
  std::vector<std::string> lines;
  for (std::size_t r = 0; r < routes.size(); ++r) lines.push_back(describe(input_, routes[r], shares[r]));
  for (const Route& route : tables_->alternate_routes[service]) lines.push_back(describe(input_, route, 0));
  return lines;
}

std::vector<std::uint32_t> Model::unguaranteed_points() const {
  std::vector<std::uint32_t> points;
  for (const UnguaranteedPoint& one : tables_->unguaranteed) {
    if (points.empty() || points.back() != one.point) points.push_back(one.point);
  }
  return points;
}

std::string Model::station_name(std::uint32_t station) const {
  const StationTable& table = tables_->stations[station];
  const auto name = [this](std::uint32_t point) {
    return input_.points[point].name.empty() ? input_.points[point].id : input_.points[point].name;
  };
  if (table.point != kNone) return name(table.point);
  const LineInput& line = input_.lines[table.line];
  return fmt::format("passing place {} of {}, {} - {}", table.place, line.passing_places, name(line.from),
                     name(line.to));
}

const std::string& Model::formed_by(std::uint32_t pool) const {
  const PoolTable& table = tables_->pools[pool];
  return table.service != kNone ? input_.services[table.service].id
                                : input_.gauge_changes[table.gauge_change].id;
}

}  // namespace rail
