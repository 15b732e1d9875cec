#include "models/flow_bound.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <queue>

namespace rail {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;

struct Arc {
  std::int64_t capacity = 0;
  std::int64_t left = 0;  // capacity not used by the flow
  Traits::edge_descriptor reverse;
};

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Arc>;

Graph graph_of(std::size_t vertices, const std::vector<FlowArc>& arcs) {
  Graph graph(vertices);
  for (const FlowArc& arc : arcs) {
    const auto there = boost::add_edge(arc.from, arc.to, Arc{arc.capacity, 0, {}}, graph).first;
    const auto back = boost::add_edge(arc.to, arc.from, Arc{}, graph).first;
    graph[there].reverse = back;
    graph[back].reverse = there;
  }
  return graph;
}

// Where the source could still send more.
std::vector<char> reached_from(const Graph& graph, std::size_t source) {
  std::vector<char> reached(boost::num_vertices(graph), 0);
  std::queue<std::size_t> next;
  reached[source] = 1;
  for (next.push(source); !next.empty(); next.pop()) {
    for (const auto edge : boost::make_iterator_range(boost::out_edges(next.front(), graph))) {
      const std::size_t to = boost::target(edge, graph);
      if (graph[edge].left == 0 || reached[to] != 0) continue;
      reached[to] = 1;
      next.push(to);
    }
  }
  return reached;
}

}  // namespace

FlowBound highest_flow(std::size_t vertices, const std::vector<FlowArc>& arcs, std::size_t source,
                       std::size_t target) {
  Graph graph = graph_of(vertices, arcs);
  FlowBound bound;
  bound.value = boost::push_relabel_max_flow(graph, source, target, boost::get(&Arc::capacity, graph),
                                             boost::get(&Arc::left, graph), boost::get(&Arc::reverse, graph),
                                             boost::get(boost::vertex_index, graph));
  const std::vector<char> reached = reached_from(graph, source);
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (reached[arcs[i].from] != 0 && reached[arcs[i].to] == 0) bound.cut.push_back(i);
  }
  return bound;
}

}  // namespace rail
