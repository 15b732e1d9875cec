#include "models/detours.h"

#include <algorithm>
#include <set>

#include "models/network_graph.h"

namespace rail {
namespace {

class Detours {
 public:
  Detours(const ModelInput& input, const ModelInput& rest, std::uint32_t service)
      : input_(input), all_(input, service), rest_(rest, service) {
    const std::vector<std::uint32_t>& left = rest.services[service].via;
    for (const std::uint32_t via : input.services[service].via) {
      const std::size_t before = vias_left_.back();
      vias_left_.push_back(before < left.size() && left[before] == via ? before + 1 : before);
    }
  }

  // Along a planned path from one place where a detour parts from it to the next.
  void add(const Path& planned, bool under_way) {
    for (std::size_t from = 0; from < planned.size();) {
      const Path way = cheapest_path(rest_, in_rest(boost::source(planned[from], all_.graph())), {},
                                     points_before(planned, from));
      const std::size_t together = in_common(planned, from, way);
      if (way.empty() || from + together == planned.size()) return;
      add_joined(planned, from, way);
      if (!under_way || !is_open(planned[from + together])) return;
      from += together + 1;
    }
  }

  const NetworkGraph& all() const { return all_; }
  std::vector<Route> take() { return std::move(found_); }

 private:
  Vertex in_rest(Vertex vertex) const {
    if (vertex >= all_.start()) return rest_.start() + (vertex - all_.start());
    NetworkGraph::State state = all_.state_of(vertex);
    state.vias = vias_left_[state.vias];
    return rest_.vertex(state);
  }

  bool is_same(const Edge& planned, const Edge& other) const {
    const GraphEdge &x = all_.graph()[planned], &y = rest_.graph()[other];
    return in_rest(boost::target(planned, all_.graph())) == boost::target(other, rest_.graph()) &&
           x.line == y.line && x.gauge_change == y.gauge_change;
  }

  std::size_t in_common(const Path& planned, std::size_t from, const Path& way) const {
    std::size_t n = 0;
    while (n < way.size() && from + n < planned.size() && is_same(planned[from + n], way[n])) ++n;
    return n;
  }

  bool is_open(const Edge& planned) const {
    const auto [first, last] = boost::out_edges(in_rest(boost::source(planned, all_.graph())), rest_.graph());
    return std::any_of(first, last, [&](const Edge& other) { return is_same(planned, other); });
  }

  // Those left by then may not be entered again.
  std::vector<char> points_before(const Path& planned, std::size_t from) const {
    std::set<std::uint32_t> left;
    for (std::size_t i = 0; i < from; ++i) {
      if (all_.graph()[planned[i]].line != kNone)
        left.insert(all_.point_of(boost::source(planned[i], all_.graph())));
    }
    std::vector<char> banned(boost::num_vertices(rest_.graph()), 0);
    for (Vertex v = 0; v < banned.size(); ++v) banned[v] = left.count(rest_.point_of(v)) > 0 ? 1 : 0;
    return banned;
  }

  void add_joined(const Path& planned, std::size_t from, const Path& way) {
    if (passes_a_point_twice(rest_, way)) return;
    std::vector<GraphEdge> edges;
    for (std::size_t i = 0; i < from; ++i) edges.push_back(all_.graph()[planned[i]]);
    for (const Edge& edge : way) edges.push_back(rest_.graph()[edge]);
    found_.push_back(route_of(input_, edges));
  }

  const ModelInput& input_;
  NetworkGraph all_, rest_;
  std::vector<std::size_t> vias_left_{0};  // in the rest, of so many vias
  std::vector<Route> found_;
};

}  // namespace

std::vector<Route> detours(const ModelInput& input, const ModelInput& rest, std::uint32_t service,
                           int planned, bool under_way) {
  Detours detours(input, rest, service);
  for (const Path& path : cheapest_paths(detours.all(), planned)) detours.add(path, under_way);
  return detours.take();
}

}  // namespace rail
