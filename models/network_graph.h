// The graph that routes of one service are searched in. Private to routing.
//
// A vertex is (point, gauge, vias passed, ready or not): a train that has arrived becomes ready to
// leave by the point's process for passing trains, or by a change of gauge. Two more vertices stand
// for start and goal. Boost.Graph stays in this header and the sources that include it.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <utility>
#include <vector>

#include "models/model_input.h"
#include "models/routing.h"

namespace rail {

struct GraphEdge {
  double hours = 0;
  std::uint32_t line = kNone;  // a run over a line ...
  bool forward = true;
  std::uint32_t gauge_change = kNone;  // ... or a change of gauge; neither: a train passes, starts or ends
};

using BoostGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, GraphEdge>;
using Vertex = boost::graph_traits<BoostGraph>::vertex_descriptor;
using Edge = boost::graph_traits<BoostGraph>::edge_descriptor;
using Path = std::vector<Edge>;  // from start to goal

class NetworkGraph {
 public:
  NetworkGraph(const ModelInput& input, std::uint32_t service);

  const BoostGraph& graph() const { return graph_; }
  Vertex start() const { return start_; }
  Vertex goal() const { return start_ + 1; }
  // kNone for start and goal.
  std::uint32_t point_of(Vertex vertex) const;
  std::pair<Vertex, Vertex> vertices_of(std::uint32_t point) const;  // from the first to behind the last

  struct State {
    std::uint32_t point = 0;
    std::size_t gauge = 0;
    std::size_t vias = 0;
    bool ready = false;
  };
  Vertex vertex(const State& state) const;
  State state_of(Vertex vertex) const;  // neither start nor goal

 private:
  std::size_t vertices_of_a_point() const { return gauges_mm_.size() * (service_.via.size() + 1) * 2; }
  std::size_t vias_after(std::size_t vias, std::uint32_t point) const;
  std::size_t gauge_index(int gauge_mm) const;
  std::vector<double> process_hours(ProcessRole role) const;
  void add_starts_and_goals();
  void add_runs(std::uint32_t line);
  void add_passes();
  void add_gauge_changes();

  const ModelInput& input_;
  const ServiceInput& service_;
  std::vector<int> gauges_mm_;
  Vertex start_ = 0;
  BoostGraph graph_;
};

// The cheapest path from `from` to the goal that uses no banned edge and no banned vertex; empty if none.
Path cheapest_path(const NetworkGraph& graph, Vertex from, const std::vector<Edge>& banned_edges,
                   const std::vector<char>& banned_vertices);
// The `count` cheapest paths that pass no point twice, cheapest first.
std::vector<Path> cheapest_paths(const NetworkGraph& graph, int count);
double hours_of(const NetworkGraph& graph, const Path& path);
bool passes_a_point_twice(const NetworkGraph& graph, const Path& path);
Route route_of(const ModelInput& input, const std::vector<GraphEdge>& path);

}  // namespace rail
