#include "models/wait_graph.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/strong_components.hpp>
#include <limits>

namespace rail {
namespace {

constexpr std::int64_t kEndless = std::numeric_limits<std::int64_t>::max();

// When a train of the way is not let in, so many trains of that way, at least, hold tracks: its share, or
// what is left when the other way has its share. Of several lengths: one.
std::int64_t trains_that_fill(const StationTracksTable& tracks, std::size_t way) {
  if (tracks.groups.size() > 1 || !tracks.leaves_room) return 1;
  const TrackGroupTable& group = tracks.groups.front();
  return group.most[way] >= group.count ? group.count : group.count - group.most[way ^ 1U];
}

// Weights: Vertex::fills of where the arc leads.
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, std::int64_t>>;
using Arcs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

Graph graph_of(const std::vector<WaitGraph::Vertex>& vertices, const Arcs& arcs) {
  Graph graph(vertices.size());
  for (const auto& [from, to] : arcs) boost::add_edge(from, to, vertices[to].fills, graph);
  return graph;
}

template <class T>
auto by_vertex(std::vector<T>& values, const Graph& graph) {
  return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

// Trains that fill what lies on the way there; kEndless: no way leads there.
std::vector<std::int64_t> trains_on_ways(const Graph& graph, std::uint32_t start) {
  std::vector<std::int64_t> trains(boost::num_vertices(graph));
  boost::dijkstra_shortest_paths(graph, start, boost::distance_map(by_vertex(trains, graph)));
  return trains;
}

}  // namespace

WaitGraph::WaitGraph(const ModelTables& tables) : tables_(tables) {
  for (std::uint32_t leg = 0; leg < tables.legs.size(); ++leg) {
    for (std::uint32_t step = 0; step < tables.legs[leg].steps; ++step) add_step(leg, step);
  }
  for (const RouteLegTable& route_leg : tables.route_legs) add_gauge_change(route_leg);
  find_components();
}

std::uint32_t WaitGraph::ring_of(std::uint32_t leg, std::uint32_t step) const {
  const std::uint32_t on = step_of(leg, step).track;
  if (tables_.tracks[on].approach == kNone) return circle_over(from_of(leg, step), to_of(leg, step));
  const Key line{Kind::kLine, on, 0, 0};
  return circle_over(line, line);
}

std::uint32_t WaitGraph::ring_of_lift(const RouteLegTable& route_leg) const {
  if (route_leg.next_leg == kNone) return kNone;
  const std::uint32_t last = tables_.legs[route_leg.leg].steps - 1;
  return circle_over(to_of(route_leg.leg, last), from_of(route_leg.next_leg, 0));
}

std::int64_t WaitGraph::least_circle(std::uint32_t component) const {
  const Graph graph = graph_of(vertices_, arcs_);
  std::int64_t least = kEndless;
  for (std::uint32_t v = 0; v < vertices_.size(); ++v) {
    if (component_[v] != component || vertices_[v].kind != Kind::kTracks) continue;
    const std::vector<std::int64_t> trains = trains_on_ways(graph, v);
    for (const auto& [from, to] : arcs_) {
      if (to == v && component_[from] == component)
        least = std::min(least, trains[from] + vertices_[v].fills);
    }
  }
  return least;
}

// Tracks that both ways need, without room for one of each, are the same thing to wait for.
WaitGraph::Key WaitGraph::tracks(std::uint32_t station, std::uint32_t local, Running running) const {
  if (local == kNone) return kNothing;
  const bool by_way = tables_.stations[station].station_tracks[local].leaves_room;
  return {Kind::kTracks, station, local, by_way ? static_cast<std::size_t>(running) : 0};
}

const StepTable& WaitGraph::step_of(std::uint32_t leg, std::uint32_t step) const {
  return tables_.steps[tables_.legs[leg].first_step + step];
}

// A train counts by its next move.
WaitGraph::Key WaitGraph::from_of(std::uint32_t leg, std::uint32_t step) const {
  const StepTable& move = step_of(leg, step);
  const TrackTable& track = tables_.tracks[move.track];
  return tracks(track.ends[move.side], track.tracks_there[move.side], move.running);
}

WaitGraph::Key WaitGraph::to_of(std::uint32_t leg, std::uint32_t step) const {
  const StepTable& move = step_of(leg, step);
  return tracks(move.to_station, tables_.tracks[move.track].tracks_there[move.side ^ 1U],
                tables_.running_after(leg, step));
}

std::uint32_t WaitGraph::vertex(const Key& key) {
  if (key == kNothing) return kNone;
  const auto [place, added] = index_.emplace(key, static_cast<std::uint32_t>(vertices_.size()));
  if (!added) return place->second;
  const auto [kind, where, local, way] = key;
  Vertex& made = vertices_.emplace_back(Vertex{kind, where, 0});
  if (kind == Kind::kTracks)
    made.fills = trains_that_fill(tables_.stations[where].station_tracks[local], way);
  if (kind == Kind::kLine) made.fills = tables_.tracks[where].room;
  return place->second;
}

// kNone: they are not of one, or it has no circle.
std::uint32_t WaitGraph::circle_over(const Key& from, const Key& to) const {
  if (from == kNothing || to == kNothing) return kNone;
  const std::uint32_t component = component_[index_.at(from)];
  return component == component_[index_.at(to)] && has_circle(component) ? component : kNone;
}

void WaitGraph::add_arc(std::uint32_t from, std::uint32_t to) {
  if (from != kNone && to != kNone) arcs_.emplace(from, to);
}

// A line is left in the order in which it was entered: whoever is behind waits for what the first one needs.
void WaitGraph::add_step(std::uint32_t leg, std::uint32_t step) {
  const std::uint32_t on = step_of(leg, step).track;
  const std::uint32_t from = vertex(from_of(leg, step)), to = vertex(to_of(leg, step));
  if (tables_.tracks[on].approach == kNone) return add_arc(from, to);
  const std::uint32_t line = vertex({Kind::kLine, on, 0, 0});
  add_arc(from, line);
  add_arc(line, to);
}

// Who is to be lifted needs room in the yard as well, and makes it as it leaves on the other gauge.
void WaitGraph::add_gauge_change(const RouteLegTable& route_leg) {
  if (route_leg.gauge_change == kNone) return;
  const std::uint32_t last_step = tables_.legs[route_leg.leg].steps - 1;
  const StepTable& last = step_of(route_leg.leg, last_step);
  const std::uint32_t came = vertex(to_of(route_leg.leg, last_step));
  const std::uint32_t kept = route_leg.next_leg == kNone ? kNone : vertex(from_of(route_leg.next_leg, 0));
  add_arc(came, kept);
  const std::uint32_t terminal = tables_.terminal_of_gauge_change[route_leg.gauge_change];
  if (tables_.terminals[terminal].yard_teu == 0) return;
  const std::uint32_t yard = vertex({Kind::kYard, terminal, 0, static_cast<std::size_t>(last.running)});
  const bool on_line = tables_.tracks[last.track].approach != kNone;
  add_arc(vertex(on_line ? Key{Kind::kLine, last.track, 0, 0} : from_of(route_leg.leg, last_step)), yard);
  add_arc(yard, kept);
  if (route_leg.pool != kNone) add_arc(yard, vertex(from_of(tables_.pools[route_leg.pool].leg, 0)));
}

void WaitGraph::find_components() {
  const Graph graph = graph_of(vertices_, arcs_);
  component_.resize(vertices_.size());
  size_.resize(boost::strong_components(graph, by_vertex(component_, graph)));
  for (const std::uint32_t component : component_) ++size_[component];
}

}  // namespace rail
