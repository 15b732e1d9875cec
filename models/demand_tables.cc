// Pools where containers wait for trains, and the flows that fill them.
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "engine/random_stream.h"
#include "models/durations.h"
#include "models/table_builder.h"

namespace rail {
namespace {

constexpr double kTeuPerFeu = 2.0;
constexpr std::int64_t kNoLimit = 1'000'000'000;  // TEU on a train

std::uint8_t teu_of(int size_ft) { return size_ft == 20 ? 1 : 2; }

std::int64_t whole_teu(double feu) { return static_cast<std::int64_t>(std::floor(kTeuPerFeu * feu + 1e-9)); }

void add_pool(PoolTable pool, ModelTables& tables) {
  const auto index = static_cast<std::uint32_t>(tables.pools.size());
  pool.local = list_locally(tables.stations[pool.station].pools, index);
  tables.pools.push_back(pool);
}

void add_origin_pool(const ModelInput& input, std::uint32_t index, ModelTables& tables) {
  const ServiceInput& service = input.services[index];
  const ServiceTable& table = tables.services[index];
  PoolTable pool;
  pool.service = index;
  pool.direction = service.direction;
  pool.station = service.origin;
  pool.hash = table.hash;
  pool.capacity_teu = whole_teu(service.train_feu);
  for (std::uint32_t r = 0; r < table.routes; ++r) {
    const std::uint32_t leg = tables.first_leg(table.first_route + r);
    pool.capacity_teu = std::min(pool.capacity_teu, tables.leg_capacity_teu(service, leg));
  }
  pool.plugs = service.reefer_plugs;
  if (service.rule == FormationRule::kFullLoadOrLatest) pool.latest_departure_s = service.latest_departure_s;
  add_pool(pool, tables);
}

// What belongs together on one train after a change of gauge.
using OnwardKey = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, Direction, std::uint32_t>;

PoolTable onward_pool(const ModelInput& input, const OnwardKey& key, const ModelTables& tables) {
  PoolTable pool;
  std::tie(pool.gauge_change, pool.leg, pool.next_gauge_change, pool.direction, pool.destination) = key;
  const GaugeChangeInput& change = input.gauge_changes[pool.gauge_change];
  const LegTable& leg = tables.legs[pool.leg];
  pool.station = leg.from;
  pool.capacity_teu = kNoLimit;
  pool.plugs = change.reefer_plugs;
  pool.latest_departure_s = change.latest_departure_s.value_or(-1);
  // Named, not numbered: adding a route elsewhere must not shift random numbers here.
  pool.hash =
      des::mix(tables.gauge_change_hash[pool.gauge_change], static_cast<std::uint64_t>(pool.direction));
  for (std::uint32_t s = 0; s < leg.steps; ++s)
    pool.hash = des::mix(pool.hash, tables.steps[leg.first_step + s].hash);
  if (pool.next_gauge_change != kNone)
    pool.hash = des::mix(pool.hash, tables.gauge_change_hash[pool.next_gauge_change]);
  if (pool.destination != kNone)
    pool.hash = des::mix(pool.hash, des::stable_hash(input.points[pool.destination].id));
  return pool;
}

// The least capacity over all services that may use the pool.
void narrow_capacity(const ModelInput& input, const ServiceInput& service, PoolTable& pool,
                     const ModelTables& tables) {
  const GaugeChangeInput& change = input.gauge_changes[pool.gauge_change];
  std::int64_t capacity = tables.leg_capacity_teu(service, pool.leg);
  if (change.rule != ReformationRule::kGroup) {
    if (change.train_feu > 0) capacity = std::min(capacity, whole_teu(change.train_feu));
    // Where neither rule nor line sets a limit, trains stay as long as the service's.
    if (capacity == kNoLimit) capacity = whole_teu(service.train_feu);
  }
  pool.capacity_teu = std::min(pool.capacity_teu, std::max<std::int64_t>(1, capacity));
}

void add_onward_pools(const ModelInput& input, ModelTables& tables) {
  std::map<OnwardKey, std::uint32_t> known;
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    const ServiceInput& service = input.services[s];
    const ServiceTable& table = tables.services[s];
    for (std::uint32_t r = table.first_route; r < table.end_of_routes(); ++r) {
      for (std::uint32_t i = 0; i + 1 < tables.routes[r].legs; ++i) {
        RouteLegTable& done = tables.route_legs[tables.routes[r].first + i];
        const RouteLegTable& next = (&done)[1];
        const bool apart = input.gauge_changes[done.gauge_change].rule == ReformationRule::kByDestination;
        const OnwardKey key{done.gauge_change, next.leg, next.gauge_change, service.direction,
                            apart ? service.destination : kNone};
        const auto [place, added] = known.emplace(key, static_cast<std::uint32_t>(tables.pools.size()));
        if (added) add_pool(onward_pool(input, key, tables), tables);
        done.pool = place->second;
        narrow_capacity(input, service, tables.pools[done.pool], tables);
      }
    }
  }
}

void add_flow(const ModelInput& input, double containers_per_year, int size_ft, FlowTable flow,
              ModelTables& tables) {
  if (containers_per_year <= 0) return;
  flow.teu = teu_of(size_ft);
  flow.mean_gap_s = kSecondsPerYear / containers_per_year;
  tables.stations[input.services[flow.service].origin].flows.push_back(
      static_cast<std::uint32_t>(tables.flows.size()));
  tables.flows.push_back(flow);
}

void add_flows(const ModelInput& input, ModelTables& tables) {
  for (const FlowInput& flow : input.flows) {
    FlowTable table;
    table.service = flow.service;
    table.kind = flow.kind;
    table.hash = des::stable_hash(flow.id);
    table.season = flow.season;
    table.commodity = flow.commodity;
    add_flow(input, flow.containers_per_year, flow.size_ft, table, tables);
  }
  for (const BalancedFlow& cell : tables.balanced_flows) {
    const MatrixInput& matrix = input.matrices[cell.matrix];
    FlowTable table;
    table.service = cell.service;
    table.kind = cell.kind;
    table.hash = des::mix(des::mix(des::stable_hash(matrix.id), tables.services[cell.service].hash),
                          static_cast<std::uint64_t>(cell.kind));
    // Two shares of one kind must not draw the same numbers.
    if (cell.commodity != kNoCommodity)
      table.hash = des::mix(table.hash, des::stable_hash(input.commodities[cell.commodity].id));
    table.season = matrix.season;
    table.commodity = cell.commodity;
    add_flow(input, cell.containers_per_year, matrix.size_ft, table, tables);
  }
}

std::int64_t parts_of_room(double share) {
  return std::llround(share * static_cast<double>(kPartsOfContainer));
}

// Their containers count as a flow of full ones, for what trains carry in the mean.
void add_part_loads(const ModelInput& input, const PartLoadInput& loads, ModelTables& tables) {
  PartLoadTable table;
  table.flow = static_cast<std::uint32_t>(tables.flows.size());
  table.mean_gap_s = kSecondsPerYear / loads.loads_per_year;
  table.least = parts_of_room(loads.least_share);
  table.most = parts_of_room(loads.most_share);
  table.longest_wait_s = loads.longest_wait_s.value_or(-1);
  table.stuffing_s = loads.stuffing_s;
  table.unstuffing_s = loads.unstuffing_s;
  FlowTable flow;
  flow.service = loads.service;
  flow.kind = loads.kind;
  flow.teu = teu_of(loads.size_ft);
  flow.mean_gap_s = table.mean_gap_s * 2 * static_cast<double>(kPartsOfContainer) /
                    static_cast<double>(table.least + table.most);
  flow.hash = des::mix(des::stable_hash("part loads"), des::stable_hash(loads.id));
  flow.season = loads.season;
  flow.commodity = loads.commodity;
  const auto index = static_cast<std::uint32_t>(tables.part_loads.size());
  const ServiceInput& service = input.services[loads.service];
  tables.stations[service.origin].part_loads.push_back(index);
  table.ending_local = list_locally(tables.stations[service.destination].ending_part_loads, index);
  tables.part_loads.push_back(table);
  tables.flows.push_back(flow);
}

// A train leaves when it is full, or at the latest departure.
void set_cycles(const ModelInput& input, ModelTables& tables) {
  std::vector<double> teu_per_s(input.services.size(), 0.0);
  for (const FlowTable& flow : tables.flows) teu_per_s[flow.service] += flow.teu / flow.mean_gap_s;
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    PoolTable& pool = tables.pools[s];
    if (teu_per_s[s] > 0) pool.cycle_s = static_cast<double>(pool.capacity_teu) / teu_per_s[s];
    if (pool.latest_departure_s >= 0) {
      pool.cycle_s = std::min(pool.cycle_s, static_cast<double>(pool.latest_departure_s));
    }
  }
}

// The smallest container of each service; trains are full when not even that fits.
void set_least_containers(const ModelInput& input, ModelTables& tables) {
  std::vector<std::int64_t> least(input.services.size(), 2);
  for (const FlowTable& flow : tables.flows)
    least[flow.service] = std::min<std::int64_t>(least[flow.service], flow.teu);
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    tables.pools[s].least_container_teu = least[s];
    const ServiceTable& table = tables.services[s];
    for (std::uint32_t r = table.first_route; r < table.end_of_routes(); ++r) {
      for (std::uint32_t i = 0; i + 1 < tables.routes[r].legs; ++i) {
        PoolTable& pool = tables.pools[tables.route_legs[tables.routes[r].first + i].pool];
        pool.least_container_teu = std::min(pool.least_container_teu, least[s]);
      }
    }
  }
}

void mark_place(std::uint32_t leg, Direction direction, ModelTables& tables) {
  const LegTable& table = tables.legs[leg];
  tables.places[tables.stations[table.from].places[table.place_of(direction)]].limits_plugs = true;
}

void mark_places_with_plugs(ModelTables& tables) {
  for (const PoolTable& pool : tables.pools) {
    if (pool.plugs == kUnlimitedPlugs) continue;
    if (pool.service == kNone) {
      mark_place(pool.leg, pool.direction, tables);
      continue;
    }
    const ServiceTable& service = tables.services[pool.service];
    for (std::uint32_t r = 0; r < service.routes; ++r)
      mark_place(tables.first_leg(service.first_route + r), pool.direction, tables);
  }
}

}  // namespace

std::int64_t ModelTables::leg_capacity_teu(const ServiceInput& service, std::uint32_t leg) const {
  const LegTable& table = legs[leg];
  const double feu = feu_let_pass(service, table.max_feu, table.max_train_length_m);
  return std::isinf(feu) ? kNoLimit : whole_teu(feu);
}

void build_demand_tables(const ModelInput& input, ModelTables& tables) {
  for (std::uint32_t s = 0; s < input.services.size(); ++s) add_origin_pool(input, s, tables);
  add_onward_pools(input, tables);
  add_flows(input, tables);
  for (const PartLoadInput& loads : input.part_loads) add_part_loads(input, loads, tables);
  set_least_containers(input, tables);
  set_cycles(input, tables);
  mark_places_with_plugs(tables);
}

}  // namespace rail
