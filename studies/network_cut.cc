#include "studies/network_cut.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "models/flow_bound.h"
#include "models/line_capacity.h"
#include "models/line_traffic.h"
#include "models/model_tables.h"
#include "models/train_load.h"

namespace studies {
namespace {

using rail::Capacity;
using rail::CapacityKind;

constexpr double kSecondsPerDay = 86400.0;
constexpr double kTeuPerLift = 2.0;
constexpr double kUnitsPerTeu = 1000;  // flows are whole numbers; rounded up they remain a bound
constexpr std::int64_t kNoLimit = 1'000'000'000'000;

// Mean TEU of the fullest trains, by gauge.
std::map<int, double> fullest_trains(const rail::Model& model) {
  const rail::ModelTables& tables = model.tables();
  std::map<int, double> teu;
  for (std::uint32_t s = 0; s < tables.services.size(); ++s) {
    const rail::ServiceTable& service = tables.services[s];
    for (std::uint32_t r = service.first_route; r < service.end_of_routes(); ++r) {
      for (const rail::LegLoad& load : rail::leg_loads(model, s, r)) {
        double& most = teu[tables.legs[load.leg].gauge_mm];
        most = std::max(most, load.fullest_teu);
      }
    }
  }
  return teu;
}

class Network {
 public:
  explicit Network(const rail::Model& model) : model_(model), input_(model.input()) {
    for (const rail::LineInput& line : input_.lines) gauges_.insert(line.gauge_mm);
    add_passes();
    add_lines();
    for (const rail::GaugeChangeInput& change : input_.gauge_changes) add_gauge_change(change);
  }

  NetworkCut cut(rail::Direction direction) {
    add_ends(direction);
    const rail::FlowBound bound = rail::highest_flow(source() + 2, arcs_, source(), source() + 1);
    NetworkCut result;
    result.bounded = bound.value < kNoLimit;
    if (!result.bounded) return result;
    result.teu_per_day = static_cast<double>(bound.value) / kUnitsPerTeu;
    for (const std::size_t arc : bound.cut) result.cut.push_back(limits_[arc]);
    return result;
  }

 private:
  // Trains arrive at one vertex and leave from another: a journey that starts here cannot end here.
  std::size_t arrival(std::uint32_t point, int gauge_mm) const {
    const auto gauge = std::distance(gauges_.begin(), gauges_.find(gauge_mm));
    return 2 * (point * gauges_.size() + static_cast<std::size_t>(gauge));
  }
  std::size_t departure(std::uint32_t point, int gauge_mm) const { return arrival(point, gauge_mm) + 1; }
  std::size_t source() const { return 2 * input_.points.size() * gauges_.size(); }

  // Without a limit if per_day is 0.
  void add(std::size_t from, std::size_t to, Capacity limit) {
    const double units = std::ceil(limit.per_day * kUnitsPerTeu);
    arcs_.push_back({from, to, limit.per_day > 0 ? static_cast<std::int64_t>(units) : kNoLimit});
    limits_.push_back(std::move(limit));
  }

  void add_passes() {
    for (std::uint32_t point = 0; point < input_.points.size(); ++point) {
      for (const int gauge_mm : gauges_) add(arrival(point, gauge_mm), departure(point, gauge_mm), {});
    }
  }

  void add_lines() {
    const std::vector<std::vector<std::uint32_t>> used = rail::classes_by_line(model_);
    std::vector<std::uint32_t> all(input_.train_classes.size());
    std::iota(all.begin(), all.end(), 0U);
    std::map<int, double> teu = fullest_trains(model_);
    for (std::uint32_t i = 0; i < input_.lines.size(); ++i) {
      const rail::LineInput& line = input_.lines[i];
      if (line.closed || teu[line.gauge_mm] <= 0) continue;  // no train of that gauge
      for (const std::uint8_t side : {std::uint8_t{0}, std::uint8_t{1}}) {
        Capacity limit = line_limit(i, side, used[i].empty() ? all : used[i]);
        limit.per_day *= teu[line.gauge_mm];
        const std::uint32_t from = side == 0 ? line.from : line.to, to = side == 0 ? line.to : line.from;
        add(departure(from, line.gauge_mm), arrival(to, line.gauge_mm), limit);
      }
    }
  }

  // Trains a day; 0: no limit.
  Capacity line_limit(std::uint32_t index, std::uint8_t side,
                      const std::vector<std::uint32_t>& classes) const {
    const rail::LineInput& line = input_.lines[index];
    Capacity limit{CapacityKind::kSection, line.id, index, side, 0};
    if (line.tracks == 0) return limit;
    double least_s = kSecondsPerDay;
    for (const std::uint32_t one : classes)
      least_s = std::min(least_s, rail::least_section_s(model_, index, one, classes));
    if (least_s > 0)  // else a headway of 0
      limit.per_day = rail::section_s_per_day(model_, index, classes) / least_s;
    const double paths = rail::paths_per_day(input_, line, side);
    if (paths > 0 && (limit.per_day <= 0 || paths < limit.per_day)) {
      limit.kind = CapacityKind::kPaths;
      limit.per_day = paths;
    }
    return limit;
  }

  void add_gauge_change(const rail::GaugeChangeInput& change) {
    if (!gauges_.contains(change.from_gauge_mm) || !gauges_.contains(change.to_gauge_mm)) return;
    Capacity limit{CapacityKind::kBays, fmt::format("{}.{}", input_.points[change.point].id, change.bay_pool),
                   rail::kNone, 0, 0};
    const double factor = change.work_factor ? change.work_factor->mean() : 1.0;
    const double open = change.finishes ? 1.0 : rail::open_time(input_, change.hours).share;
    limit.per_day = open * change.bays * change.lifts_per_hour * 24 * kTeuPerLift / factor;
    add(arrival(change.point, change.from_gauge_mm), departure(change.point, change.to_gauge_mm), limit);
  }

  // Journeys start and end on rails, never on a ship.
  void add_ends(rail::Direction direction) {
    std::set<std::uint32_t> origins, destinations;
    for (const rail::ServiceInput& service : input_.services) {
      if (service.direction != direction) continue;
      origins.insert(service.origin);
      destinations.insert(service.destination);
    }
    for (const int gauge_mm : gauges_) {
      if (gauge_mm == 0) continue;
      for (const std::uint32_t point : origins) add(source(), departure(point, gauge_mm), {});
      for (const std::uint32_t point : destinations) add(arrival(point, gauge_mm), source() + 1, {});
    }
  }

  const rail::Model& model_;
  const rail::ModelInput& input_;
  std::set<int> gauges_;
  std::vector<rail::FlowArc> arcs_;
  std::vector<Capacity> limits_;  // by arc
};

}  // namespace

NetworkCut network_cut(const rail::Model& model, rail::Direction direction) {
  return Network(model).cut(direction);
}

}  // namespace studies
