#include "models/network_graph.h"

#include <algorithm>

#include "models/durations.h"

namespace rail {
namespace {

constexpr double kHoursPerDay = 24.0;

// Mean time of all its stages.
double mean_hours(const ProcessInput& process, double containers) {
  double seconds = 0;
  for (const StageInput& stage : process.stages) seconds += mean_stage_s(stage, containers);
  return seconds / kSecondsPerHour;
}

std::vector<int> gauges_of(const ModelInput& input) {
  std::vector<int> gauges;
  for (const LineInput& line : input.lines) {
    if (std::find(gauges.begin(), gauges.end(), line.gauge_mm) == gauges.end())
      gauges.push_back(line.gauge_mm);
  }
  return gauges;
}

}  // namespace

NetworkGraph::NetworkGraph(const ModelInput& input, std::uint32_t service)
    : input_(input),
      service_(input.services[service]),
      gauges_mm_(gauges_of(input)),
      start_(input.points.size() * gauges_mm_.size() * (service_.via.size() + 1) * 2),
      graph_(start_ + 2) {
  add_starts_and_goals();
  for (std::uint32_t line = 0; line < input.lines.size(); ++line) add_runs(line);
  add_passes();
  add_gauge_changes();
}

Vertex NetworkGraph::vertex(const State& state) const {
  return ((state.point * gauges_mm_.size() + state.gauge) * (service_.via.size() + 1) + state.vias) * 2 +
         (state.ready ? 1 : 0);
}

std::uint32_t NetworkGraph::point_of(Vertex vertex) const {
  return vertex >= start_ ? kNone : static_cast<std::uint32_t>(vertex / vertices_of_a_point());
}

std::pair<Vertex, Vertex> NetworkGraph::vertices_of(std::uint32_t point) const {
  return {point * vertices_of_a_point(), (point + 1) * vertices_of_a_point()};
}

NetworkGraph::State NetworkGraph::state_of(Vertex vertex) const {
  const std::size_t vias = service_.via.size() + 1;
  const Vertex of_gauge = vertex / 2 / vias;
  return {point_of(vertex), of_gauge % gauges_mm_.size(), vertex / 2 % vias, vertex % 2 == 1};
}

// Vias count in their order only.
std::size_t NetworkGraph::vias_after(std::size_t vias, std::uint32_t point) const {
  return vias < service_.via.size() && service_.via[vias] == point ? vias + 1 : vias;
}

std::size_t NetworkGraph::gauge_index(int gauge_mm) const {
  return static_cast<std::size_t>(std::find(gauges_mm_.begin(), gauges_mm_.end(), gauge_mm) -
                                  gauges_mm_.begin());
}

// Of each point; the first of several processes counts. All at once: large networks have as many processes as
// points.
std::vector<double> NetworkGraph::process_hours(ProcessRole role) const {
  std::vector<double> hours(input_.points.size(), 0.0);
  std::vector<bool> known(input_.points.size(), false);
  for (const ProcessInput& process : input_.processes) {
    if (process.role != role || known[process.point]) continue;
    const auto& directions = process.directions;
    if (std::find(directions.begin(), directions.end(), service_.direction) == directions.end()) continue;
    hours[process.point] = mean_hours(process, service_.train_feu);
    known[process.point] = true;
  }
  return hours;
}

// A journey starts and ends on rails, never on a ship.
void NetworkGraph::add_starts_and_goals() {
  for (std::size_t gauge = 0; gauge < gauges_mm_.size(); ++gauge) {
    if (gauges_mm_[gauge] == 0) continue;
    const State origin{service_.origin, gauge, vias_after(0, service_.origin), true};
    boost::add_edge(start(), vertex(origin), GraphEdge{}, graph_);
    const State destination{service_.destination, gauge, service_.via.size(), false};
    boost::add_edge(vertex(destination), goal(), GraphEdge{}, graph_);
  }
}

void NetworkGraph::add_runs(std::uint32_t index) {
  const LineInput& line = input_.lines[index];
  if (line.closed) return;
  const double speed = line.speed_km_per_day * input_.train_classes[service_.train_class].speed_factor;
  const double factor = line.run_time_factor ? line.run_time_factor->mean() : 1.0;
  const GraphEdge run{line.length_km / speed * kHoursPerDay * factor, index, true, kNone};
  const std::size_t gauge = gauge_index(line.gauge_mm);
  for (const bool forward : {true, false}) {
    const std::uint32_t from = forward ? line.from : line.to;
    const std::uint32_t to = forward ? line.to : line.from;
    if (avoids(service_, to)) continue;
    for (std::size_t vias = 0; vias <= service_.via.size(); ++vias) {
      GraphEdge edge = run;
      edge.forward = forward;
      const State reached{to, gauge, vias_after(vias, to), false};
      boost::add_edge(vertex({from, gauge, vias, true}), vertex(reached), edge, graph_);
    }
  }
}

void NetworkGraph::add_passes() {
  const std::vector<double> hours = process_hours(ProcessRole::kPass);
  for (std::uint32_t point = 0; point < input_.points.size(); ++point) {
    const GraphEdge pass{hours[point], kNone, true, kNone};
    for (std::size_t gauge = 0; gauge < gauges_mm_.size(); ++gauge) {
      for (std::size_t vias = 0; vias <= service_.via.size(); ++vias) {
        boost::add_edge(vertex({point, gauge, vias, false}), vertex({point, gauge, vias, true}), pass,
                        graph_);
      }
    }
  }
}

void NetworkGraph::add_gauge_changes() {
  const std::vector<double> hours_in = process_hours(ProcessRole::kGaugeIn);
  const std::vector<double> hours_out = process_hours(ProcessRole::kGaugeOut);
  for (std::uint32_t index = 0; index < input_.gauge_changes.size(); ++index) {
    const GaugeChangeInput& change = input_.gauge_changes[index];
    const std::size_t from = gauge_index(change.from_gauge_mm);
    const std::size_t to = gauge_index(change.to_gauge_mm);
    if (from == gauges_mm_.size() || to == gauges_mm_.size()) continue;
    const double lifting = change.lifts_per_hour > 0 ? service_.train_feu / change.lifts_per_hour : 0.0;
    const double handling = hours_in[change.point] + hours_out[change.point];
    const GraphEdge edge{lifting + handling, kNone, true, index};
    for (std::size_t vias = 0; vias <= service_.via.size(); ++vias) {
      boost::add_edge(vertex({change.point, from, vias, false}), vertex({change.point, to, vias, true}), edge,
                      graph_);
    }
  }
}

}  // namespace rail
