#include "studies/capacity_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "studies/place_names.h"

namespace studies {
namespace {

constexpr double kSecondsPerHour = 3600.0;
constexpr double kSecondsPerDay = 86400.0;

double over(double trains, double capacity) { return capacity > 0 ? trains / capacity : 0.0; }

CapacityRow capacity_row(const rail::LineInput& line, const std::string& name, const rail::LineGraph& graph,
                         const KpiTable& kpis) {
  const std::string key = fmt::format("line/{}/", line.id);
  CapacityRow row;
  row.line = line.id;
  row.name = name;
  row.gauge_mm = line.gauge_mm;
  row.tracks = line.tracks;
  row.trains_per_day_west = kpis.find(key + "westbound/trains_per_day");
  row.trains_per_day_east = kpis.find(key + "eastbound/trains_per_day");
  row.uic406_mean = kpis.find(key + "uic406_mean");
  row.uic406_day = kpis.find(key + "uic406_day");
  row.uic406_peak = kpis.find(key + "uic406_peak");
  row.graph = graph;
  row.paths_per_day = line.paths_per_day;
  const double busier = std::max(row.trains_per_day_west.mean, row.trains_per_day_east.mean);
  row.graph_use = over(busier, graph.per_day);
  row.path_use = over(busier, line.paths_per_day.value_or(0));
  return row;
}

// Numbers that all rows of a bound share; and how to name what binds.
class BoundRows {
 public:
  BoundRows(const rail::Model& model, const KpiTable& kpis, const ScenarioBounds& bounds)
      : input_(model.input()), names_(model), kpis_(kpis), bounds_(bounds) {}

  std::vector<BoundRow> all() {
    add_steps("of demand", bounds_.of_demand, bounds_.demand_per_day);
    add_steps("scenario mix", bounds_.scenario_mix, bounds_.demand_per_day);
    add_steps("free mix", bounds_.free_mix, 0);
    add_cut(rail::Direction::kWestbound);
    add_cut(rail::Direction::kEastbound);
    return std::move(rows_);
  }

 private:
  double per_day(const std::string& key) const {
    return kpis_.find(key).mean * kSecondsPerDay / static_cast<double>(input_.counted_s);
  }

  // Where tracks or paths hold for one way of running only, whence.
  std::string name(const rail::Capacity& capacity) const {
    if (capacity.kind == rail::CapacityKind::kReturns) return stock_name(capacity.place);
    if (capacity.line == rail::kNone) return names_.name(capacity.place);
    if (capacity.kind == rail::CapacityKind::kStationTracks)
      return fmt::format("{}, passing places", names_.line(capacity.line));
    const rail::LineInput& line = input_.lines[capacity.line];
    if (capacity.kind == rail::CapacityKind::kSection && line.tracks == 1) return names_.line(capacity.line);
    const std::uint32_t from = capacity.side == 0 ? line.from : line.to;
    return fmt::format("{}, from {}", names_.line(capacity.line), names_.point(from));
  }

  // "<fleet>/<point>", as in KPI keys.
  std::string stock_name(const std::string& place) const {
    const std::size_t stroke = place.rfind('/');
    return fmt::format("{} to {}", place.substr(0, stroke), names_.name(place.substr(stroke + 1)));
  }

  static const char* unit(rail::CapacityKind kind) {
    switch (kind) {
      case rail::CapacityKind::kSection:
      case rail::CapacityKind::kStationTracks:
        return "track-h";
      case rail::CapacityKind::kServers:
        return "server-h";
      case rail::CapacityKind::kBays:
        return "bay-h";
      case rail::CapacityKind::kWagonSets:
        return "set";
      case rail::CapacityKind::kWagons:
        return "wagon";
      case rail::CapacityKind::kLocomotives:
        return "locomotive";
      case rail::CapacityKind::kReturns:
        return "return";
      case rail::CapacityKind::kPaths:
        break;
    }
    return "path";
  }

  // Of Capacity::per_day in one of these.
  static double unit_amount(rail::CapacityKind kind) {
    switch (kind) {
      case rail::CapacityKind::kPaths:
      case rail::CapacityKind::kReturns:
        return 1;
      case rail::CapacityKind::kWagonSets:
      case rail::CapacityKind::kWagons:
      case rail::CapacityKind::kLocomotives:
        return kSecondsPerDay;
      default:
        return kSecondsPerHour;
    }
  }

  void add_steps(const char* bound, const std::vector<FlowOptimum>& steps, double demand_per_day) {
    int step = 0;
    for (const FlowOptimum& optimum : steps) {
      ++step;
      for (const BindingLimit& one : optimum.binding) {
        if (one.limit >= bounds_.capacities.size()) continue;  // a service whose demand is met
        const rail::Capacity& capacity = bounds_.capacities[one.limit];
        const double unit_s = unit_amount(capacity.kind);
        BoundRow row;
        row.bound = bound;
        row.step = step;
        row.value = optimum.value;
        row.unit = "trains/day";
        row.times_demand = over(optimum.value, demand_per_day);
        row.simulated = over(per_day("total/both/containers_delivered"), bounds_.containers_per_train);
        place(capacity, row);
        row.capacity = capacity.per_day / unit_s;
        row.capacity_unit = unit(capacity.kind);
        row.price = one.price * unit_s;
        rows_.push_back(std::move(row));
      }
    }
  }

  void add_cut(rail::Direction direction) {
    const NetworkCut& cut = bounds_.cut[static_cast<std::size_t>(direction)];
    for (const rail::Capacity& capacity : cut.cut) {
      BoundRow row;
      row.bound = fmt::format("cut {}", to_string(direction));
      row.value = cut.teu_per_day;
      row.unit = "TEU/day";
      row.simulated = per_day(fmt::format("total/{}/teu_delivered", to_string(direction)));
      place(capacity, row);
      row.capacity = capacity.per_day;
      row.capacity_unit = "TEU";
      rows_.push_back(std::move(row));
    }
  }

  void place(const rail::Capacity& capacity, BoundRow& row) const {
    row.kind = to_string(capacity.kind);
    row.place = capacity.place;
    row.name = name(capacity);
  }

  const rail::ModelInput& input_;
  PlaceNames names_;
  const KpiTable& kpis_;
  const ScenarioBounds& bounds_;
  std::vector<BoundRow> rows_;
};

}  // namespace

std::vector<CapacityRow> capacity_rows(const rail::Model& model, const KpiTable& kpis) {
  const std::vector<rail::LineGraph> graphs = rail::line_graphs(model, model.input().graph_reliability);
  const PlaceNames names(model);
  std::vector<CapacityRow> rows;
  for (std::uint32_t i = 0; i < graphs.size(); ++i) {
    const rail::LineInput& line = model.input().lines[i];
    if (line.tracks > 0) rows.push_back(capacity_row(line, names.line(i), graphs[i], kpis));
  }
  return rows;
}

std::optional<double> line_use(const rail::LineInput& line, const KpiTable& kpis) {
  const auto kpi = [&](const char* name) { return kpis.find(fmt::format("line/{}/{}", line.id, name)); };
  const Summary compressed = kpi("uic406_mean"), occupied = kpi("occupancy");
  std::optional<double> use;
  if (compressed.count > 0) use = compressed.mean;
  if (line.tracks > 0 && line.paths_per_day.value_or(0) > 0) {
    const double busier =
        std::max(kpi("westbound/trains_per_day").mean, kpi("eastbound/trains_per_day").mean);
    use = std::max(use.value_or(0), busier / *line.paths_per_day);
  }
  if (!use && occupied.count > 0) use = occupied.mean;
  return use;
}

const char* uic406_verdict(const Summary& day, const Summary& peak) {
  const bool over_peak = peak.mean > rail::kUic406LimitPeak;
  const bool over_day = day.mean > rail::kUic406LimitDay;
  if (over_peak && over_day) return "over both limits";
  if (over_peak) return "over peak limit";
  if (over_day) return "over day limit";
  return day.count > 0 ? "within" : "";
}

std::vector<BoundRow> bound_rows(const rail::Model& model, const KpiTable& kpis,
                                 const ScenarioBounds& bounds) {
  return BoundRows(model, kpis, bounds).all();
}

}  // namespace studies
