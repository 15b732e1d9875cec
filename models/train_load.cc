#include "models/train_load.h"

#include <algorithm>

#include "models/counted_demand.h"
#include "models/durations.h"
#include "models/model_tables.h"

namespace rail {
namespace {

constexpr double kDaysPerWeek = 7.0;
constexpr double kOwnContainerTeu = 2.0;

// From one train to the next, which leaves full or at the latest departure; 0: nothing comes.
double cycle_s(const PoolTable& pool, const CountedDemand& demand) {
  const double full_s =
      demand.teu_per_s > 0 ? static_cast<double>(pool.capacity_teu) / demand.teu_per_s : 0.0;
  return pool.latest_departure_s < 0 ? full_s
                                     : std::min(full_s, static_cast<double>(pool.latest_departure_s));
}

// By timetable, rate or list; cancelled ones too.
double departures_per_day(const Model& model, const ServiceInput& input) {
  if (input.rule == FormationRule::kRate) return kSecondsPerDay / input.interval->mean();
  const double days = static_cast<double>(model.input().spin_up_s + model.input().counted_s) / kSecondsPerDay;
  return static_cast<double>(input.week_times_s.size()) / kDaysPerWeek +
         static_cast<double>(input.list_times_s.size()) / days;
}

// Of containers that wait for it, in a train that brings so many of its own.
double room_teu(const Model& model, std::uint32_t service) {
  return std::max(0.0, static_cast<double>(model.tables().pools[service].capacity_teu) -
                           kOwnContainerTeu * model.input().services[service].own_containers);
}

// Where trains are cancelled for want of containers, how many leave hangs on how these come: as few as
// can be, all of them full, so that no run takes less of anything.
double fewest_departures_per_day(const Model& model, std::uint32_t service, const CountedDemand& demand) {
  const ServiceInput& input = model.input().services[service];
  const double all = departures_per_day(model, input), room = room_teu(model, service);
  if (input.least_feu <= input.own_containers || room <= 0) return all;
  return std::min(all, demand.teu_per_s * kSecondsPerDay / room);
}

double trains_per_day(const Model& model, std::uint32_t service, const CountedDemand& demand) {
  switch (model.input().services[service].rule) {
    case FormationRule::kTimetable:
    case FormationRule::kRate:
    case FormationRule::kList:
      return fewest_departures_per_day(model, service, demand);
    case FormationRule::kEmptyWagons:  // as many as come back otherwise leave open: not known beforehand
      return 0;
    case FormationRule::kFullLoad:
    case FormationRule::kFullLoadOrLatest:
      break;
  }
  const double cycle = cycle_s(model.tables().pools[service], demand);
  return cycle > 0 ? kSecondsPerDay / cycle : 0.0;
}

// TEU of a train that leaves its first origin: what waits for it, as far as it fits, and what it brings.
double origin_teu(const Model& model, std::uint32_t service, const CountedDemand& demand) {
  const double trains_per_s = trains_per_day(model, service, demand) / kSecondsPerDay;
  const double waiting = trains_per_s > 0 ? demand.teu_per_s / trains_per_s : 0.0;
  return std::min(waiting, room_teu(model, service)) +
         kOwnContainerTeu * model.input().services[service].own_containers;
}

double reformed_share(const Model& model, std::uint32_t service, const RouteLegTable& done, double teu) {
  const ServiceInput& input = model.input().services[service];
  if (teu > static_cast<double>(model.tables().leg_capacity_teu(input, done.next_leg))) return 1;
  return model.input().gauge_changes[done.gauge_change].only_if_needed ? 0 : input.reformed_share;
}

// Trains of one load: those that were kept so far, and those formed at each change of gauge.
struct Part {
  double trains = 0;
  double teu = 0;  // per train
};

double teu_of(const std::vector<Part>& parts) {
  double sum = 0;
  for (const Part& part : parts) sum += part.trains * part.teu;
  return sum;
}

// As few and as full as may be.
Part formed_of(const Part& ended, const GaugeChangeInput& change, const PoolTable& pool) {
  double trains = ended.teu / static_cast<double>(pool.capacity_teu);
  if (change.rule == ReformationRule::kGroup)
    trains = std::max(trains, ended.trains * change.outbound_trains / change.inbound_trains);
  return {trains, ended.teu / trains};
}

// Trains beyond the change of gauge at the leg's end; sets the re-formed share of containers.
std::vector<Part> change_gauge(const Model& model, std::uint32_t service, const RouteLegTable& leg,
                               const std::vector<Part>& arrived, double& reformed) {
  std::vector<Part> leaving;
  Part ended;  // here `teu` is of all its trains
  for (const Part& part : arrived) {
    const double share = reformed_share(model, service, leg, part.teu);
    if (share < 1) leaving.push_back({part.trains * (1 - share), part.teu});
    ended.trains += part.trains * share;
    ended.teu += part.trains * share * part.teu;
  }
  const double all = teu_of(arrived);
  reformed = all > 0 ? ended.teu / all : 0.0;
  if (ended.teu > 0) {
    leaving.push_back(
        formed_of(ended, model.input().gauge_changes[leg.gauge_change], model.tables().pools[leg.pool]));
  }
  return leaving;
}

LegLoad leg_load(const RouteLegTable& leg, std::uint32_t index, const std::vector<Part>& parts,
                 double containers) {
  LegLoad load;
  load.route_leg = index;
  load.leg = leg.leg;
  load.gauge_change = leg.gauge_change;
  load.trains = 0;
  for (const Part& part : parts) {
    load.trains += part.trains;
    load.fullest_teu = std::max(load.fullest_teu, part.teu);
  }
  load.containers = load.trains > 0 ? containers / load.trains : 0.0;
  load.teu = load.trains > 0 ? teu_of(parts) / load.trains : 0.0;
  return load;
}

}  // namespace

double trains_per_day(const Model& model, std::uint32_t service) {
  return trains_per_day(model, service, counted_demand(model, service));
}

std::vector<LegLoad> leg_loads(const Model& model, std::uint32_t service, std::uint32_t route) {
  const ModelTables& tables = model.tables();
  const CountedDemand demand = counted_demand(model, service);
  const double teu = origin_teu(model, service, demand);
  const double containers =
      teu * (demand.teu_per_s > 0 ? demand.containers_per_s / demand.teu_per_s : 1 / kOwnContainerTeu);
  std::vector<Part> parts{{1, teu}};
  std::vector<LegLoad> loads;
  for (std::uint32_t i = 0; i < tables.routes[route].legs; ++i) {
    const RouteLegTable& leg = tables.route_legs[tables.routes[route].first + i];
    loads.push_back(leg_load(leg, tables.routes[route].first + i, parts, containers));
    if (leg.gauge_change != kNone)
      parts = change_gauge(model, service, leg, parts, loads.back().reformed_share);
  }
  return loads;
}

}  // namespace rail
