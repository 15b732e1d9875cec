#include "models/routing.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/interruption.h"
#include "models/network_graph.h"

namespace rail {
namespace {

// The least of two limits of which 0 means none.
double tighter(double x, double y) {
  if (x <= 0) return y;
  return y <= 0 ? x : std::min(x, y);
}

void add_hop(const ModelInput& input, const GraphEdge& edge, RouteLeg& leg) {
  const LineInput& line = input.lines[edge.line];
  if (leg.hops.empty()) {
    leg.from = edge.forward ? line.from : line.to;
    leg.gauge_mm = line.gauge_mm;
  }
  leg.to = edge.forward ? line.to : line.from;
  leg.hops.push_back({edge.line, edge.forward});
  leg.max_feu = tighter(leg.max_feu, line.max_feu);
  // A ship has no train length.
  if (line.gauge_mm != 0) leg.max_train_length_m = tighter(leg.max_train_length_m, line.max_train_length_m);
}

}  // namespace

Route route_of(const ModelInput& input, const std::vector<GraphEdge>& path) {
  Route route;
  route.legs.emplace_back();
  for (const GraphEdge& edge : path) {
    route.cost_h += edge.hours;
    if (edge.line != kNone) {
      add_hop(input, edge, route.legs.back());
      route.km += input.lines[edge.line].length_km;
    } else if (edge.gauge_change != kNone) {
      route.gauge_changes.push_back(edge.gauge_change);
      route.legs.emplace_back();
    }
  }
  return route;
}

std::vector<Route> cheapest_routes(const ModelInput& input, std::uint32_t service, int count) {
  des::stop_if_interrupted();  // in large networks nothing takes longer than all of these
  const NetworkGraph graph(input, service);
  std::vector<Route> routes;
  for (const Path& path : cheapest_paths(graph, count)) {
    std::vector<GraphEdge> edges;
    for (const Edge& edge : path) edges.push_back(graph.graph()[edge]);
    routes.push_back(route_of(input, edges));
  }
  return routes;
}

std::vector<std::vector<Route>> routes_of_services(const ModelInput& input) {
  std::vector<std::vector<Route>> routes;
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    const ServiceInput& service = input.services[s];
    routes.push_back(
        cheapest_routes(input, s, service.route_rule == RouteRule::kShortest ? 1 : service.routes));
  }
  return routes;
}

double feu_let_pass(const ServiceInput& service, double max_feu, double max_train_length_m) {
  double feu = max_feu > 0 ? max_feu : std::numeric_limits<double>::infinity();
  if (max_train_length_m > 0) {
    const double wagons_m = std::max(0.0, max_train_length_m - service.locomotive_length_m);
    feu = std::min(feu, wagons_m / service.length_m_per_feu);
  }
  return feu;
}

std::vector<double> route_shares(RouteRule rule, const std::vector<Route>& routes, double logit_scale_h) {
  std::vector<double> shares;
  double sum = 0;
  for (const Route& route : routes) {
    double share = rule == RouteRule::kShortest && !shares.empty() ? 0.0 : 1.0;
    if (rule == RouteRule::kLogit) share = std::exp((routes.front().cost_h - route.cost_h) / logit_scale_h);
    shares.push_back(share);
    sum += share;
  }
  for (double& share : shares) share /= sum;
  return shares;
}

bool avoids(const ServiceInput& service, std::uint32_t point) {
  return std::find(service.avoid.begin(), service.avoid.end(), point) != service.avoid.end();
}

}  // namespace rail
