// Routes of a service over lines and changes of gauge: the k cheapest, and their shares.
//
// A leg is the part of a route in one gauge; gauge 0 legs are ships. Shortest paths by Boost.Graph's
// Dijkstra, the next ones by Yen's algorithm (Yen 1971, Management Science 17:712).
#pragma once

#include <cstdint>
#include <vector>

#include "models/model.h"
#include "models/model_input.h"

namespace rail {

struct Hop {
  std::uint32_t line = kNone;
  bool forward = true;  // from the line's `from` to its `to`
};

struct RouteLeg {
  std::uint32_t from = kNone;  // points
  std::uint32_t to = kNone;
  int gauge_mm = 0;
  std::vector<Hop> hops;
  double max_feu = 0;             // the least of its lines; 0: no limit
  double max_train_length_m = 0;  // likewise
};

struct Route {
  std::vector<RouteLeg> legs;
  std::vector<std::uint32_t> gauge_changes;  // between one leg and the next
  double cost_h = 0;                         // running, and the mean time of handling without waiting
  double km = 0;
};

// The `count` cheapest routes without a loop, cheapest first; fewer if there are fewer, none if the
// destination cannot be reached. Ties go to the lower point and line index.
std::vector<Route> cheapest_routes(const ModelInput& input, std::uint32_t service, int count);

// Of each service, as many as its rule asks for.
std::vector<std::vector<Route>> routes_of_services(const ModelInput& input);

// 40-ft units of the longest train of a service that limits of lines let pass (0: none); infinite without
// any.
double feu_let_pass(const ServiceInput& service, double max_feu, double max_train_length_m);

// Shares of the routes, sum 1. The logit law: exp(-cost / scale), costs relative to the cheapest.
std::vector<double> route_shares(RouteRule rule, const std::vector<Route>& routes, double logit_scale_h);

// The point is one of the service's `avoid`.
bool avoids(const ServiceInput& service, std::uint32_t point);

// Services without a route, and why, in a planner's words.
std::vector<RoutingProblem> find_routing_problems(const ModelInput& input);

}  // namespace rail
