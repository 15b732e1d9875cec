#include "studies/scenario_bound.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace studies {
namespace {

constexpr std::size_t kSteps = 5;
constexpr double kAllFits = 1e-6;  // less of the demand left over is rounding

double total(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// Trains a day.
double demand_of(const rail::CapacityUses& uses, const std::vector<bool>& asked_about) {
  double demand = 0;
  for (std::size_t s = 0; s < asked_about.size(); ++s) demand += asked_about[s] ? uses.trains_per_day[s] : 0;
  return demand;
}

// Of a service, in trains of the mean load: what a run delivers is known in containers only.
double train_of_mean_load(const rail::CapacityUses& uses, std::uint32_t service) {
  if (uses.containers_per_day <= 0) return 1;
  return uses.containers_per_train[service] * total(uses.trains_per_day) / uses.containers_per_day;
}

// Trains of a section by kind, and how many of each are followed by which: its time is theirs
// (models/section_orders.h).
void add_order(const rail::SectionOrder& order, FlowProgram& program, std::vector<FlowProgram::Use>& time) {
  std::vector<std::vector<FlowProgram::Use>> follows(order.kinds), followed(order.kinds);
  for (std::size_t leader = 0; leader < order.kinds; ++leader) {
    for (std::size_t follower = 0; follower < order.kinds; ++follower) {
      const std::size_t pairs = program.add_flow(0);
      time.push_back({pairs, order.gaps_s[leader * order.kinds + follower]});
      followed[leader].push_back({pairs, 1});
      follows[follower].push_back({pairs, 1});
    }
  }
  for (const rail::SectionTrains& trains : order.trains) {
    std::vector<FlowProgram::Use>& balance = program.balances.emplace_back();
    for (const rail::SectionTrains::OfRoute& one : trains.routes)
      balance.push_back({one.route, -one.per_train});
    for (const std::uint32_t kind : trains.kinds) {
      const std::size_t of_kind = program.add_flow(0);
      balance.push_back({of_kind, 1});
      followed[kind].push_back({of_kind, -1});
      follows[kind].push_back({of_kind, -1});
    }
  }
  for (std::vector<std::vector<FlowProgram::Use>>* balances : {&followed, &follows})
    std::move(balances->begin(), balances->end(), std::back_inserter(program.balances));
}

// `counts`: trains are what is to be maximised.
FlowProgram program_of(const rail::CapacityUses& uses, bool counts) {
  FlowProgram program;
  std::vector<std::vector<FlowProgram::Use>> by_limit(uses.capacities.size());
  for (const rail::RouteUse& route : uses.routes) {
    const std::size_t flow =
        program.add_flow(counts && !route.empty ? train_of_mean_load(uses, route.service) : 0);
    for (const rail::CapacityUse& use : route.uses) by_limit[use.capacity].push_back({flow, use.per_train});
  }
  for (const rail::SectionOrder& order : uses.orders) add_order(order, program, by_limit[order.capacity]);
  for (std::size_t i = 0; i < by_limit.size(); ++i)
    program.limit(uses.capacities[i].per_day, std::move(by_limit[i]));
  return program;
}

// One more flow, how many times today's trains of services `in_mix`; up to today's of the others.
FlowProgram mix_program(const rail::CapacityUses& uses, const std::vector<bool>& in_mix) {
  FlowProgram program = program_of(uses, false);
  std::vector<std::vector<FlowProgram::Use>> trains(uses.trains_per_day.size());
  for (std::size_t r = 0; r < uses.routes.size(); ++r) {
    if (!uses.routes[r].empty) trains[uses.routes[r].service].push_back({r, 1});  // others as needed
  }
  double in_all = 0;
  const std::size_t scale = program.add_flow(0);
  for (std::size_t s = 0; s < trains.size(); ++s) {
    if (!in_mix[s]) {
      program.limit(uses.trains_per_day[s], std::move(trains[s]));
      continue;
    }
    in_all += uses.trains_per_day[s];
    trains[s].push_back({scale, -uses.trains_per_day[s]});
    program.balances.push_back(std::move(trains[s]));
  }
  program.values[scale] = in_all;
  return program;
}

}  // namespace

FlowProgram free_mix_program(const rail::CapacityUses& uses) { return program_of(uses, true); }

FlowProgram of_demand_program(const rail::CapacityUses& uses) {
  FlowProgram program = free_mix_program(uses);
  std::vector<std::vector<FlowProgram::Use>> trains(uses.trains_per_day.size());
  for (std::size_t r = 0; r < uses.routes.size(); ++r) {
    if (!uses.routes[r].empty) trains[uses.routes[r].service].push_back({r, 1});
  }
  for (std::size_t s = 0; s < trains.size(); ++s) program.limit(uses.trains_per_day[s], std::move(trains[s]));
  return program;
}

FlowProgram scenario_mix_program(const rail::CapacityUses& uses) {
  return mix_program(uses, std::vector(uses.trains_per_day.size(), true));
}

std::optional<rail::Capacity> what_excludes(const rail::Model& model, const std::vector<bool>& asked_about) {
  rail::CapacityUses uses = rail::capacity_uses(model);
  const FlowProgram program = mix_program(uses, asked_about);
  const double demand = demand_of(uses, asked_about);
  if (demand <= 0) return std::nullopt;
  const FlowOptimum most = best_flows(program);
  if (!most.bounded || most.value >= demand * (1 - kAllFits)) return std::nullopt;
  // Neither what others ask for, which is behind the capacities, nor what has to come back: there is no more
  // of these to be had.
  for (const BindingLimit& one : most.binding) {
    if (one.limit >= uses.capacities.size()) continue;
    rail::Capacity& capacity = uses.capacities[one.limit];
    if (capacity.kind != rail::CapacityKind::kReturns) return std::move(capacity);
  }
  return rail::Capacity{};
}

ScenarioBounds mix_bounds(const rail::Model& model, const std::vector<bool>& asked_about) {
  const rail::CapacityUses uses = rail::capacity_uses(model);
  ScenarioBounds bounds;
  bounds.capacities = uses.capacities;
  bounds.demand_per_day = demand_of(uses, asked_about);
  if (bounds.demand_per_day > 0) bounds.scenario_mix = bottlenecks(mix_program(uses, asked_about), kSteps);
  return bounds;
}

ScenarioBounds scenario_bounds(const rail::Model& model) {
  const rail::CapacityUses uses = rail::capacity_uses(model);
  ScenarioBounds bounds;
  bounds.capacities = uses.capacities;
  bounds.demand_per_day = total(uses.trains_per_day);
  if (bounds.demand_per_day > 0)
    bounds.containers_per_train = uses.containers_per_day / bounds.demand_per_day;
  if (bounds.demand_per_day > 0) bounds.scenario_mix = bottlenecks(scenario_mix_program(uses), kSteps);
  const FlowOptimum fits = best_flows(of_demand_program(uses));
  if (fits.value < bounds.demand_per_day * (1 - kAllFits)) bounds.of_demand.push_back(fits);
  bounds.free_mix = bottlenecks(free_mix_program(uses), 1);  // much binds at once; steps would say little
  for (const rail::Direction direction : {rail::Direction::kWestbound, rail::Direction::kEastbound})
    bounds.cut[static_cast<std::size_t>(direction)] = network_cut(model, direction);
  return bounds;
}

}  // namespace studies
