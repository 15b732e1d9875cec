#include "models/fleet_uses.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/durations.h"
#include "models/line_traffic.h"
#include "models/staffed_time.h"

namespace rail {
namespace {

constexpr double kTeuPerFeu = 2;

CapacityKind kind_of(const ModelInput& input, const ModelTables& tables, std::uint32_t fleet) {
  if (tables.fleets[fleet].locomotives) return CapacityKind::kLocomotives;
  return input.wagon_pools[fleet].feu_per_wagon > 0 ? CapacityKind::kWagons : CapacityKind::kWagonSets;
}

// Of a train, at least and at most: loads differ, and wagons are whole.
struct Wagons {
  double least = 1, most = 1;
};

Wagons wagons_of(const ServiceInput& service, const LegLoad& load, double feu_per_wagon) {
  const bool empty = service.rule == FormationRule::kEmptyWagons;
  const double most = empty ? kTeuPerFeu * service.train_feu : load.fullest_teu;
  const auto whole = static_cast<double>(wagons_for(feu_per_wagon, most));
  if (empty || feu_per_wagon <= 0) return {whole, whole};
  return {std::max(1.0, load.teu / (kTeuPerFeu * feu_per_wagon)), whole};
}

}  // namespace

double stages_s(const Model& model, std::uint32_t point, ProcessRole role, Direction direction,
                double containers) {
  const std::uint32_t process = model.tables().process(point, role, direction);
  if (process == kNone) return 0;
  double seconds = 0;
  for (const StageInput& stage : model.input().processes[process].stages)
    seconds += mean_stage_s(stage, containers);
  return seconds;
}

double bay_s(const GaugeChangeInput& change, double containers) {
  if (change.lifts_per_hour <= 0) return 0;
  const double factor = change.work_factor ? change.work_factor->mean() : 1.0;
  return containers / change.lifts_per_hour * factor * kSecondsPerHour;
}

double most_left_in_bay_s(const GaugeChangeInput& change, double containers) {
  if (change.lifts_per_hour <= 0) return 0;
  const double usual_s = containers / change.lifts_per_hour * kSecondsPerHour;
  return change.work_factor ? most_left_s(usual_s * change.work_factor->mean(),
                                          usual_s * usual_s * change.work_factor->second_moment())
                            : usual_s;
}

FleetUses::FleetUses(const Model& model, std::vector<Capacity>& capacities)
    : model_(model),
      input_(model.input()),
      tables_(model.tables()),
      route_classes_(classes_by_route_leg(model)) {
  const auto add = [&](CapacityKind kind, std::string place, double per_day) {
    capacities.push_back({kind, std::move(place), kNone, 0, per_day});
    return static_cast<std::uint32_t>(capacities.size() - 1);
  };
  for (std::uint32_t fleet = 0; fleet < tables_.fleets.size(); ++fleet) {
    const FleetInfo& info = tables_.fleets[fleet];
    units_.push_back(
        add(kind_of(input_, tables_, fleet), info.id, static_cast<double>(info.units) * kSecondsPerDay));
  }
  for (const StockTable& stock : tables_.stocks) {
    const std::string& point = input_.points[tables_.stations[stock.station].point].id;
    returns_.push_back(
        add(CapacityKind::kReturns, fmt::format("{}/{}", tables_.fleets[stock.fleet].id, point), 0));
  }
}

std::vector<CapacityUse> FleetUses::of_leg(std::uint32_t service, const LegLoad* before,
                                           const LegLoad& load) const {
  std::vector<CapacityUse> uses;
  add_wagons(service, before, load, uses);
  add_locomotives(service, load, uses);
  return uses;
}

void FleetUses::add_wagons(std::uint32_t service, const LegLoad* before, const LegLoad& load,
                           std::vector<CapacityUse>& uses) const {
  const LegTable& leg = tables_.legs[load.leg];
  if (leg.from_stock == kNone) return;
  const std::uint32_t from = stock(leg.from, leg.from_stock), to = stock(leg.to, leg.to_stock);
  const std::uint32_t fleet = tables_.stocks[from].fleet;
  const Wagons wagons = wagons_of(input_.services[service], load, input_.wagon_pools[fleet].feu_per_wagon);
  const double held_s = hold_s(service, before, load) + turn_s(fleet);
  uses.push_back({units_[fleet], load.trains * wagons.least * held_s});
  uses.push_back({returns_[from], load.trains * wagons.least});
  uses.push_back({returns_[to], -load.trains * wagons.most});
}

// From the first stage on the leg to the last one, lifting included.
double FleetUses::hold_s(std::uint32_t service, const LegLoad* before, const LegLoad& load) const {
  const LegTable& leg = tables_.legs[load.leg];
  const Direction direction = input_.services[service].direction;
  const bool ends = load.gauge_change == kNone;
  double seconds =
      stages_s(model_, leg.from, before == nullptr ? ProcessRole::kOrigin : ProcessRole::kGaugeOut, direction,
               load.containers) +
      stages_s(model_, leg.to, ends ? ProcessRole::kDestination : ProcessRole::kGaugeIn, direction,
               load.containers);
  if (before != nullptr) seconds += bay_s(input_.gauge_changes[before->gauge_change], load.containers);
  if (!ends) seconds += bay_s(input_.gauge_changes[load.gauge_change], load.containers);
  for (std::uint32_t i = leg.first_step; i < leg.first_step + leg.steps; ++i) {
    seconds += run_s(load, i);
    const std::uint32_t point = tables_.stations[tables_.steps[i].to_station].point;
    if (i + 1 < leg.first_step + leg.steps && point != kNone)
      seconds += stages_s(model_, point, ProcessRole::kPass, direction, load.containers);
  }
  return seconds;
}

void FleetUses::add_locomotives(std::uint32_t service, const LegLoad& load,
                                std::vector<CapacityUse>& uses) const {
  const LegTable& leg = tables_.legs[load.leg];
  std::uint32_t from = kNone;
  double held_s = 0;
  for (std::uint32_t i = leg.first_step; i < leg.first_step + leg.steps; ++i) {
    const StepTable& step = tables_.steps[i];
    if (step.from_locomotives != kNone) {
      from = stock(tables_.tracks[step.track].ends[step.side], step.from_locomotives);
      held_s = 0;
    }
    held_s += run_s(load, i);
    if (step.to_locomotives != kNone) {
      const std::uint32_t fleet = tables_.stocks[from].fleet;
      uses.push_back({units_[fleet], load.trains * (held_s + turn_s(fleet))});
      uses.push_back({returns_[from], load.trains});
      uses.push_back({returns_[stock(step.to_station, step.to_locomotives)], -load.trains});
    } else if (const std::uint32_t point = tables_.stations[step.to_station].point; point != kNone) {
      held_s +=
          stages_s(model_, point, ProcessRole::kPass, input_.services[service].direction, load.containers);
    }
  }
}

std::vector<RouteUse> FleetUses::light_runs() const {
  std::vector<RouteUse> runs;
  for (std::uint32_t from = 0; from < tables_.stocks.size(); ++from) {
    for (const IdleRuleTable& rule : tables_.stocks[from].idle_rules) {
      if (rule.to_stock == kNone) continue;  // empty wagons: a service
      const double units = static_cast<double>(rule.units);
      RouteUse& run = runs.emplace_back();
      run.empty = true;
      run.uses = {{units_[tables_.stocks[from].fleet], units * static_cast<double>(rule.run_s)},
                  {returns_[from], units},
                  {returns_[stock(rule.to_station, rule.to_stock)], -units}};
    }
  }
  return runs;
}

double FleetUses::run_s(const LegLoad& load, std::uint32_t step) const {
  const LineInput& line = input_.lines[tables_.tracks[tables_.steps[step].track].line];
  return least_run_s(input_, line, route_classes_[load.route_leg]);
}

double FleetUses::turn_s(std::uint32_t fleet) const {
  const std::size_t pools = input_.wagon_pools.size();
  const std::optional<Distribution>& law = fleet < pools
                                               ? input_.wagon_pools[fleet].turnaround
                                               : input_.traction_districts[fleet - pools].turnaround;
  return law ? law->mean() : 0;
}

}  // namespace rail
