// What trains wait for, as a graph: the tracks of a station as far as they are for one way of running, lines
// of double track whose end can be blocked, and yards. An arc leads from where a train stands to what it
// needs next.
//
// Trains that wait for each other for ever fill a circle in it. Who waits for a track of its way finds one
// held by a train of that way (the rule of models/station_tracks.h leaves it one), which waits for the next
// one. Follow that as long as it leads on, and it stays within one strong component, where everything waited
// for is full of trains that go on within it. So fewer trains on their way through a component than fill its
// smallest circle never end up like that.
#pragma once

#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "models/model_tables.h"

namespace rail {

class WaitGraph {
 public:
  enum class Kind : std::uint8_t { kTracks, kLine, kYard };
  struct Vertex {
    Kind kind = Kind::kTracks;
    std::uint32_t place = kNone;  // station, track or terminal
    std::int64_t fills = 0;       // so many trains at least, of those that wait for it
  };

  // Needs pools and shares of tracks.
  explicit WaitGraph(const ModelTables& tables);

  const std::vector<Vertex>& vertices() const { return vertices_; }
  std::uint32_t components() const { return static_cast<std::uint32_t>(size_.size()); }
  std::uint32_t component(std::uint32_t vertex) const { return component_[vertex]; }
  bool has_circle(std::uint32_t component) const { return size_[component] > 1; }
  // The component with a circle through which a train is on its way as it makes a step of its leg; kNone:
  // through none.
  std::uint32_t ring_of(std::uint32_t leg, std::uint32_t step) const;
  // The one through which it is lifted from track to track, likewise.
  std::uint32_t ring_of_lift(const RouteLegTable& route_leg) const;
  // So many trains fill the smallest circle of a component.
  std::int64_t least_circle(std::uint32_t component) const;

 private:
  using Key = std::tuple<Kind, std::uint32_t, std::uint32_t, std::size_t>;  // kind, place, local, way

  static constexpr Key kNothing{Kind::kTracks, kNone, kNone, 0};

  Key tracks(std::uint32_t station, std::uint32_t local, Running running) const;
  const StepTable& step_of(std::uint32_t leg, std::uint32_t step) const;
  Key from_of(std::uint32_t leg, std::uint32_t step) const;
  Key to_of(std::uint32_t leg, std::uint32_t step) const;
  std::uint32_t vertex(const Key& key);
  std::uint32_t circle_over(const Key& from, const Key& to) const;
  void add_arc(std::uint32_t from, std::uint32_t to);
  void add_step(std::uint32_t leg, std::uint32_t step);
  void add_gauge_change(const RouteLegTable& route_leg);
  void find_components();

  const ModelTables& tables_;
  std::vector<Vertex> vertices_;
  std::map<Key, std::uint32_t> index_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> arcs_;
  std::vector<std::uint32_t> component_;  // per vertex
  std::vector<std::uint32_t> size_;       // per component
};

}  // namespace rail
