#include "models/free_flow.h"

#include <algorithm>

#include "models/network_graph.h"

namespace rail {
namespace {

bool contains(const std::vector<std::uint32_t>& points, std::uint32_t point) {
  return std::find(points.begin(), points.end(), point) != points.end();
}

}  // namespace

std::optional<double> free_flow_h(const ModelInput& input, std::uint32_t service,
                                  const std::vector<std::uint32_t>& from,
                                  const std::vector<std::uint32_t>& to) {
  const NetworkGraph graph(input, service);
  std::optional<double> hours;
  for (const Edge& edge : cheapest_path(graph, graph.start(), {}, {})) {
    const GraphEdge& step = graph.graph()[edge];
    const bool runs = step.line != kNone;
    if (runs && contains(from, graph.point_of(boost::source(edge, graph.graph())))) hours = 0;
    if (hours) *hours += step.hours;
    if (runs && hours && contains(to, graph.point_of(boost::target(edge, graph.graph())))) return hours;
  }
  return std::nullopt;
}

}  // namespace rail
