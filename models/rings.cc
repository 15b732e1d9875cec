// Caps on trains that are on their way through stations that form rings.
//
// Of a capped ring so many permits are given out, one less than trains that fill its smallest circle. A train
// asks for one as for those of lines with a loading limit (models/permit_desk.h), before it takes a track at
// its origin. Some station of the ring, its warden, has the desk.
#include <set>
#include <vector>

#include "models/table_builder.h"
#include "models/wait_graph.h"

namespace rail {
namespace {

// Legs that trains begin behind a change of gauge, where they could not wait for a permit.
std::vector<bool> begun_elsewhere(const ModelTables& tables) {
  std::vector<bool> elsewhere(tables.legs.size(), false);
  for (const RouteLegTable& route_leg : tables.route_legs) {
    if (route_leg.next_leg != kNone) elsewhere[route_leg.next_leg] = true;
  }
  for (const PoolTable& pool : tables.pools) {
    if (pool.leg != kNone) elsewhere[pool.leg] = true;
  }
  return elsewhere;
}

// Those through which trains run that begin behind a change of gauge, or are lifted there.
std::vector<bool> without_cap(const ModelTables& tables, const WaitGraph& graph) {
  std::vector<bool> without(graph.components(), false);
  for (std::uint32_t v = 0; v < graph.vertices().size(); ++v) {
    if (graph.vertices()[v].kind == WaitGraph::Kind::kYard) without[graph.component(v)] = true;
  }
  const std::vector<bool> elsewhere = begun_elsewhere(tables);
  for (std::uint32_t l = 0; l < tables.legs.size(); ++l) {
    for (std::uint32_t i = 0; elsewhere[l] && i < tables.legs[l].steps; ++i) {
      const std::uint32_t component = graph.ring_of(l, i);
      if (component != kNone) without[component] = true;
    }
  }
  for (const RouteLegTable& route_leg : tables.route_legs) {
    const std::uint32_t component = graph.ring_of_lift(route_leg);
    if (component != kNone) without[component] = true;
  }
  return without;
}

std::set<std::uint32_t> stations_of(const WaitGraph& graph, std::uint32_t component) {
  std::set<std::uint32_t> stations;
  for (std::uint32_t v = 0; v < graph.vertices().size(); ++v) {
    const WaitGraph::Vertex& vertex = graph.vertices()[v];
    if (graph.component(v) == component && vertex.kind == WaitGraph::Kind::kTracks)
      stations.insert(vertex.place);
  }
  return stations;
}

std::vector<std::uint32_t> points_of(const ModelTables& tables, const std::set<std::uint32_t>& stations) {
  std::vector<std::uint32_t> points;
  for (const std::uint32_t station : stations) {
    if (tables.stations[station].point != kNone) points.push_back(tables.stations[station].point);
  }
  return points;
}

// The last step of each leg through the ring.
void add_to_legs(ModelTables& tables, const WaitGraph& graph, std::uint32_t component, RingUse use) {
  for (std::uint32_t l = 0; l < tables.legs.size(); ++l) {
    bool through = false;
    for (std::uint32_t i = 0; i < tables.legs[l].steps; ++i) {
      if (graph.ring_of(l, i) != component) continue;
      use.last_step = i;
      through = true;
    }
    if (through) tables.rings.of_leg[l].push_back(use);
  }
}

void cap(ModelTables& tables, const WaitGraph& graph, std::uint32_t component,
         const std::set<std::uint32_t>& stations) {
  const std::uint32_t warden = *stations.begin();
  const auto most = static_cast<int>(graph.least_circle(component) - 1);
  tables.rings.all.push_back({points_of(tables, stations), most});
  add_to_legs(tables, graph, component, {{warden, add_desk(tables, warden, most)}, 0});
}

}  // namespace

std::set<std::uint32_t> build_rings(bool caps, ModelTables& tables) {
  const WaitGraph graph(tables);
  const std::vector<bool> without = without_cap(tables, graph);
  std::set<std::uint32_t> uncapped;
  for (std::uint32_t c = 0; c < graph.components(); ++c) {
    if (!graph.has_circle(c)) continue;
    const std::set<std::uint32_t> stations = stations_of(graph, c);
    if (without[c])
      uncapped.insert(stations.begin(), stations.end());
    else if (caps)
      cap(tables, graph, c, stations);
  }
  return uncapped;
}

}  // namespace rail
