#include "models/wait_graph.h"

#include <algorithm>
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

template <class Graph, class T>
auto by_vertex(std::vector<T>& values, const Graph& graph) {
  return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

}  // namespace

WaitGraph::WaitGraph(const ModelTables& tables) : tables_(tables) {
  for (const LegTable& leg : tables.legs) {
    for (std::uint32_t i = 0; i < leg.steps; ++i) add_step(leg, i);
  }
  for (const RouteLegTable& route_leg : tables.route_legs) add_gauge_change(route_leg);
  find_components();
}

std::uint32_t WaitGraph::component_of(const LegTable& leg, std::uint32_t index) const {
  const std::uint32_t on = tables_.steps[leg.first_step + index].track;
  if (tables_.tracks[on].approach == kNone) return circle_over(from_of(leg, index), to_of(leg, index));
  const Key line{Kind::kLine, on, 0, 0};
  return circle_over(line, line);
}

std::uint32_t WaitGraph::component_of_lift(const RouteLegTable& route_leg) const {
  if (route_leg.next_leg == kNone) return kNone;
  const LegTable& leg = tables_.legs[route_leg.leg];
  return circle_over(to_of(leg, leg.steps - 1), start_of(route_leg.next_leg));
}

std::int64_t WaitGraph::least_circle(std::uint32_t component) const {
  std::int64_t least = kEndless;
  for (std::uint32_t v = 0; v < vertices_.size(); ++v) {
    if (component_[v] == component && vertices_[v].kind == Kind::kTracks)
      least = std::min(least, least_circle_through(v));
  }
  return least;
}

// Tracks that both ways need, without room for one of each, are the same thing to wait for.
WaitGraph::Key WaitGraph::tracks(std::uint32_t station, std::uint32_t local, Running running) const {
  if (local == kNone) return kNothing;
  const bool by_way = tables_.stations[station].station_tracks[local].leaves_room;
  return {Kind::kTracks, station, local, by_way ? static_cast<std::size_t>(running) : 0};
}

WaitGraph::Key WaitGraph::start_of(std::uint32_t leg) const {
  return tracks(tables_.legs[leg].from, tables_.legs[leg].from_tracks, tables_.running_onto(leg));
}

// A train counts by its next move.
WaitGraph::Key WaitGraph::from_of(const LegTable& leg, std::uint32_t index) const {
  const StepTable& step = tables_.steps[leg.first_step + index];
  const TrackTable& track = tables_.tracks[step.track];
  return tracks(track.ends[step.side], track.tracks_there[step.side], step.running);
}

WaitGraph::Key WaitGraph::to_of(const LegTable& leg, std::uint32_t index) const {
  const StepTable& step = tables_.steps[leg.first_step + index];
  const StepTable& next = tables_.steps[leg.first_step + std::min(index + 1, leg.steps - 1)];
  return tracks(step.to_station, tables_.tracks[step.track].tracks_there[step.side ^ 1U], next.running);
}

std::uint32_t WaitGraph::vertex(const Key& key) {
  if (key == kNothing) return kNone;
  const auto [place, added] = index_.emplace(key, static_cast<std::uint32_t>(vertices_.size()));
  if (!added) return place->second;
  const auto [kind, where, local, way] = key;
  Vertex& made = vertices_.emplace_back(Vertex{kind, where, 0});
  boost::add_vertex(graph_);
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
void WaitGraph::add_step(const LegTable& leg, std::uint32_t index) {
  const std::uint32_t on = tables_.steps[leg.first_step + index].track;
  const std::uint32_t from = vertex(from_of(leg, index)), to = vertex(to_of(leg, index));
  if (tables_.tracks[on].approach == kNone) return add_arc(from, to);
  const std::uint32_t line = vertex({Kind::kLine, on, 0, 0});
  add_arc(from, line);
  add_arc(line, to);
}

// Who is to be lifted needs room in the yard as well, and makes it as it leaves on the other gauge.
void WaitGraph::add_gauge_change(const RouteLegTable& route_leg) {
  if (route_leg.gauge_change == kNone) return;
  const LegTable& leg = tables_.legs[route_leg.leg];
  const StepTable& last = tables_.steps[leg.first_step + leg.steps - 1];
  const std::uint32_t came = vertex(to_of(leg, leg.steps - 1));
  const std::uint32_t kept = route_leg.next_leg == kNone ? kNone : vertex(start_of(route_leg.next_leg));
  add_arc(came, kept);
  const std::uint32_t terminal = tables_.terminal_of_gauge_change[route_leg.gauge_change];
  if (tables_.terminals[terminal].yard_teu == 0) return;
  const std::uint32_t yard = vertex({Kind::kYard, terminal, 0, static_cast<std::size_t>(last.running)});
  const bool on_line = tables_.tracks[last.track].approach != kNone;
  add_arc(vertex(on_line ? Key{Kind::kLine, last.track, 0, 0} : from_of(leg, leg.steps - 1)), yard);
  add_arc(yard, kept);
  if (route_leg.pool != kNone) add_arc(yard, vertex(start_of(tables_.pools[route_leg.pool].leg)));
}

void WaitGraph::find_components() {
  for (const auto& [from, to] : arcs_) boost::add_edge(from, to, vertices_[to].fills, graph_);
  component_.resize(vertices_.size());
  size_.resize(boost::strong_components(graph_, by_vertex(component_, graph_)));
  for (const std::uint32_t component : component_) ++size_[component];
}

std::int64_t WaitGraph::least_circle_through(std::uint32_t start) const {
  std::vector<std::int64_t> trains(vertices_.size());
  boost::dijkstra_shortest_paths(graph_, start, boost::distance_map(by_vertex(trains, graph_)));
  std::int64_t least = kEndless;
  for (const auto& [from, to] : arcs_) {
    if (to == start && component_[from] == component_[start])
      least = std::min(least, trains[from] + vertices_[start].fills);
  }
  return least;
}

}  // namespace rail
