#include "models/train_load.h"

#include <algorithm>

#include "models/model_tables.h"

namespace rail {
namespace {

constexpr double kSecondsPerDay = 86400.0;
constexpr double kDaysPerWeek = 7.0;
constexpr double kOwnContainerTeu = 2.0;

struct Demand {
  double containers_per_s = 0, teu_per_s = 0;
};

Demand demand_of(const ModelTables& tables, std::uint32_t service) {
  Demand demand;
  for (const FlowTable& flow : tables.flows) {
    if (flow.service != service) continue;
    demand.containers_per_s += 1 / flow.mean_gap_s;
    demand.teu_per_s += flow.teu / flow.mean_gap_s;
  }
  return demand;
}

// TEU of a train that leaves its first origin: what waits for it, as far as it fits, and what it brings.
double origin_teu(const Model& model, std::uint32_t service, const Demand& demand) {
  const PoolTable& pool = model.tables().pools[service];
  const double trains_per_s = trains_per_day(model, service) / kSecondsPerDay;
  const double waiting = trains_per_s > 0 ? demand.teu_per_s / trains_per_s : 0.0;
  return std::min(waiting, static_cast<double>(pool.capacity_teu)) +
         kOwnContainerTeu * model.input().services[service].own_containers;
}

double reformed_share(const Model& model, std::uint32_t service, const RouteLegTable& done, double teu) {
  const ServiceInput& input = model.input().services[service];
  if (teu > static_cast<double>(model.tables().leg_capacity_teu(input, done.next_leg))) return 1;
  return model.input().gauge_changes[done.gauge_change].only_if_needed ? 0 : input.reformed_share;
}

// Trains made of one re-formed train.
double trains_made(const GaugeChangeInput& change, const PoolTable& pool, double teu) {
  const double fewest = teu / static_cast<double>(pool.capacity_teu);
  if (change.rule != ReformationRule::kGroup) return fewest;
  return std::max(fewest, static_cast<double>(change.outbound_trains) / change.inbound_trains);
}

}  // namespace

double trains_per_day(const Model& model, std::uint32_t service) {
  const ServiceInput& input = model.input().services[service];
  const double days = static_cast<double>(model.input().spin_up_s + model.input().counted_s) / kSecondsPerDay;
  const double cycle_s = model.tables().pools[service].cycle_s;
  switch (input.rule) {
    case FormationRule::kTimetable:
      return static_cast<double>(input.week_times_s.size()) / kDaysPerWeek;
    case FormationRule::kRate:
      return kSecondsPerDay / input.interval->mean();
    case FormationRule::kList:
      return static_cast<double>(input.list_times_s.size()) / days;
    case FormationRule::kFullLoad:
    case FormationRule::kFullLoadOrLatest:
      break;
  }
  return cycle_s > 0 ? kSecondsPerDay / cycle_s : 0.0;
}

std::vector<LegLoad> leg_loads(const Model& model, std::uint32_t service, std::uint32_t route) {
  const ModelTables& tables = model.tables();
  const Demand demand = demand_of(tables, service);
  double teu = origin_teu(model, service, demand);
  const double containers_per_teu =
      demand.teu_per_s > 0 ? demand.containers_per_s / demand.teu_per_s : 1 / kOwnContainerTeu;
  double trains = 1;
  std::vector<LegLoad> loads;
  for (std::uint32_t i = 0; i < tables.routes[route].legs; ++i) {
    const RouteLegTable& leg = tables.route_legs[tables.routes[route].first + i];
    LegLoad load{leg.leg, trains, teu, teu * containers_per_teu, leg.gauge_change, 0};
    if (leg.gauge_change != kNone) {
      const GaugeChangeInput& change = model.input().gauge_changes[leg.gauge_change];
      load.reformed_share = reformed_share(model, service, leg, teu);
      const double made =
          (1 - load.reformed_share) + load.reformed_share * trains_made(change, tables.pools[leg.pool], teu);
      trains *= made;
      if (made > 0) teu /= made;
    }
    loads.push_back(load);
  }
  return loads;
}

}  // namespace rail
