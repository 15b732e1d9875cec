// Shortest paths by Boost.Graph's Dijkstra; the next shortest by Yen's algorithm (Yen 1971), which leaves a
// path no sooner than that one has left the path it came from (Lawler 1972): what leaves it sooner is known
// already.
#include <algorithm>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <limits>
#include <set>

#include "models/network_graph.h"

namespace rail {
namespace {

constexpr double kBanned = std::numeric_limits<double>::max();
// Candidates that pass a point twice are dropped; so many are tried before giving up.
constexpr std::size_t kMostTried = 40;

// Remembers the edge each vertex was reached by.
struct EdgeRecorder : boost::dijkstra_visitor<> {
  explicit EdgeRecorder(std::vector<Edge>& reached_by) : reached_by_(&reached_by) {}
  void edge_relaxed(const Edge& edge, const BoostGraph& graph) {
    (*reached_by_)[boost::target(edge, graph)] = edge;
  }
  std::vector<Edge>* reached_by_;
};

bool contains(const std::vector<Edge>& edges, const Edge& edge) {
  return std::find(edges.begin(), edges.end(), edge) != edges.end();
}

struct Candidate {
  double hours = 0;
  Path path;
  std::size_t spur = 0;  // where it leaves the path it came from
};

std::vector<std::uint64_t> key_of(const NetworkGraph& graph, const Path& path) {
  std::vector<std::uint64_t> key;
  for (const Edge& edge : path) key.push_back(boost::target(edge, graph.graph()));
  for (const Edge& edge : path) key.push_back(graph.graph()[edge].line);
  return key;
}

// Cheaper first; ties by the lower vertices and lines.
bool goes_before(const NetworkGraph& graph, const Candidate& x, const Candidate& y) {
  if (x.hours != y.hours) return x.hours < y.hours;
  return key_of(graph, x.path) < key_of(graph, y.path);
}

// Points left by the root may not be entered again.
std::vector<char> banned_by_root(const NetworkGraph& graph, const Path& path, std::size_t spur) {
  std::set<std::uint32_t> left;
  for (std::size_t i = 0; i < spur; ++i) {
    if (graph.graph()[path[i]].line != kNone)
      left.insert(graph.point_of(boost::source(path[i], graph.graph())));
  }
  std::vector<char> banned(boost::num_vertices(graph.graph()), 0);
  for (const std::uint32_t point : left) {
    const auto [first, end] = graph.vertices_of(point);
    std::fill(banned.begin() + static_cast<std::ptrdiff_t>(first),
              banned.begin() + static_cast<std::ptrdiff_t>(end), 1);
  }
  return banned;
}

std::vector<Edge> banned_by_known(const std::vector<Path>& known, const Path& path, std::size_t spur) {
  std::vector<Edge> banned;
  for (const Path& other : known) {
    if (other.size() <= spur) continue;
    if (std::equal(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(spur), other.begin())) {
      banned.push_back(other[spur]);
    }
  }
  return banned;
}

// The first edge from a point that the path has left before; the number of edges if there is none.
std::size_t first_return(const NetworkGraph& graph, const Path& path) {
  std::set<std::uint32_t> left;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (graph.graph()[path[i]].line == kNone) continue;
    if (!left.insert(graph.point_of(boost::source(path[i], graph.graph()))).second) return i;
  }
  return path.size();
}

// Of the last known path, which leaves another one at `first`. Nothing that comes to a point twice is mended
// behind that point.
void add_spurs(const NetworkGraph& graph, const std::vector<Path>& known, std::size_t first,
               std::vector<Candidate>& candidates) {
  const Path& path = known.back();
  const std::size_t end = first_return(graph, path);
  for (std::size_t spur = first; spur < end; ++spur) {
    const Vertex from = boost::source(path[spur], graph.graph());
    if (boost::out_degree(from, graph.graph()) < 2) continue;
    const Path rest =
        cheapest_path(graph, from, banned_by_known(known, path, spur), banned_by_root(graph, path, spur));
    if (rest.empty()) continue;
    Candidate candidate;
    candidate.spur = spur;
    candidate.path.assign(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(spur));
    candidate.path.insert(candidate.path.end(), rest.begin(), rest.end());
    candidate.hours = hours_of(graph, candidate.path);
    const bool is_new = std::none_of(candidates.begin(), candidates.end(),
                                     [&](const Candidate& other) { return other.path == candidate.path; });
    if (is_new) candidates.push_back(std::move(candidate));
  }
}

}  // namespace

bool passes_a_point_twice(const NetworkGraph& graph, const Path& path) {
  std::set<std::uint32_t> seen;
  std::uint32_t last = kNone;
  for (const Edge& edge : path) {
    if (graph.graph()[edge].line == kNone) continue;
    if (!seen.insert(graph.point_of(boost::source(edge, graph.graph()))).second) return true;
    last = graph.point_of(boost::target(edge, graph.graph()));
  }
  return seen.count(last) > 0;  // a via may lie behind the destination
}

Path cheapest_path(const NetworkGraph& graph, Vertex from, const std::vector<Edge>& banned_edges,
                   const std::vector<char>& banned_vertices) {
  const BoostGraph& g = graph.graph();
  std::vector<Edge> reached_by(boost::num_vertices(g));
  std::vector<double> hours(boost::num_vertices(g));
  const auto weight = boost::make_function_property_map<Edge>([&](const Edge& edge) {
    const bool banned = (!banned_vertices.empty() && banned_vertices[boost::target(edge, g)] != 0) ||
                        contains(banned_edges, edge);
    return banned ? kBanned : g[edge].hours;
  });
  boost::dijkstra_shortest_paths(g, from,
                                 boost::weight_map(weight)
                                     .distance_map(hours.data())
                                     .distance_inf(kBanned)
                                     .distance_combine(boost::closed_plus<double>(kBanned))
                                     .visitor(EdgeRecorder(reached_by)));
  if (hours[graph.goal()] == kBanned) return {};
  Path path;
  for (Vertex v = graph.goal(); v != from; v = boost::source(reached_by[v], g)) path.push_back(reached_by[v]);
  std::reverse(path.begin(), path.end());
  return path;
}

double hours_of(const NetworkGraph& graph, const Path& path) {
  double hours = 0;
  for (const Edge& edge : path) hours += graph.graph()[edge].hours;
  return hours;
}

std::vector<Path> cheapest_paths(const NetworkGraph& graph, int count) {
  std::vector<Path> known, loop_free;
  std::vector<Candidate> candidates;
  const Path first = cheapest_path(graph, graph.start(), {}, {});
  if (!first.empty()) candidates.push_back({hours_of(graph, first), first});
  while (!candidates.empty() && known.size() < kMostTried) {
    const auto best =
        std::min_element(candidates.begin(), candidates.end(),
                         [&](const auto& x, const auto& y) { return goes_before(graph, x, y); });
    known.push_back(std::move(best->path));
    const std::size_t spur = best->spur;
    candidates.erase(best);
    if (!passes_a_point_twice(graph, known.back())) loop_free.push_back(known.back());
    if (loop_free.size() == static_cast<std::size_t>(count)) break;
    add_spurs(graph, known, spur, candidates);
  }
  return loop_free;
}

}  // namespace rail
