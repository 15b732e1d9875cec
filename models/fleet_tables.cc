// Stocks of wagons and locomotives: where each leg takes and leaves wagons, each step locomotives.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/random_stream.h"
#include "models/fleet_tables.h"
#include "models/table_builder.h"
#include "models/wagon_sets.h"

namespace rail {
namespace {

constexpr double kTeuPerFeu = 2;

// Local at the station; kNone if the fleet has nothing to do there.
std::uint32_t stock_at(const ModelTables& tables, std::uint32_t fleet, std::uint32_t station) {
  const std::vector<std::uint32_t>& stocks = tables.stations[station].stocks;
  for (std::uint32_t i = 0; i < stocks.size(); ++i) {
    if (tables.stocks[stocks[i]].fleet == fleet) return i;
  }
  return kNone;
}

std::uint32_t add_stock(const ModelInput& input, std::uint32_t fleet, std::uint32_t station,
                        std::int64_t units, ModelTables& tables) {
  const auto index = static_cast<std::uint32_t>(tables.stocks.size());
  FleetInfo& info = tables.fleets[fleet];
  info.units += units;
  info.stocks.push_back(index);
  StockTable stock;
  stock.fleet = fleet;
  stock.locomotives = info.locomotives;
  stock.station = station;
  stock.local = list_locally(tables.stations[station].stocks, index);
  stock.initial = units;
  stock.hash = des::mix(des::stable_hash(info.id), des::stable_hash(input.points[station].id));
  tables.stocks.push_back(std::move(stock));
  return tables.stocks.back().local;
}

void add_fleet(const ModelInput& input, const std::string& id, bool locomotives,
               const std::vector<StockInput>& stock, ModelTables& tables) {
  const auto fleet = static_cast<std::uint32_t>(tables.fleets.size());
  tables.fleets.push_back({id, locomotives, 0, {}});
  for (const StockInput& one : stock) add_stock(input, fleet, one.point, one.units, tables);
}

std::uint32_t pool_stock(const ModelInput& input, const ModelTables& tables, int gauge_mm,
                         std::uint32_t point) {
  for (std::uint32_t pool = 0; pool < input.wagon_pools.size(); ++pool) {
    if (input.wagon_pools[pool].gauge_mm != gauge_mm) continue;
    const std::uint32_t stock = stock_at(tables, pool, point);
    if (stock != kNone) return stock;
  }
  return kNone;
}

std::uint32_t fleet_of(const ModelTables& tables, std::uint32_t station, std::uint32_t stock) {
  return tables.stocks[tables.stations[station].stocks[stock]].fleet;
}

void set_wagons_of_legs(const ModelInput& input, ModelTables& tables) {
  for (LegTable& leg : tables.legs) {
    if (leg.forth != kNone) continue;  // on which a train keeps its wagons
    leg.from_stock = pool_stock(input, tables, leg.gauge_mm, leg.from);
    if (leg.from_stock == kNone) continue;
    const std::uint32_t pool = fleet_of(tables, leg.from, leg.from_stock);
    leg.to_stock = stock_at(tables, pool, leg.to);
    if (leg.to_stock != kNone) continue;
    throw std::invalid_argument(fmt::format("wagons of {} would leave it at {}", input.wagon_pools[pool].id,
                                            input.points[leg.to].id));
  }
}

// Per line: its district as a fleet; kNone: none.
std::vector<std::uint32_t> districts_of_lines(const ModelInput& input) {
  std::vector<std::uint32_t> districts(input.lines.size(), kNone);
  const auto pools = static_cast<std::uint32_t>(input.wagon_pools.size());
  for (std::uint32_t d = 0; d < input.traction_districts.size(); ++d) {
    for (const std::uint32_t line : input.traction_districts[d].lines) districts[line] = pools + d;
  }
  return districts;
}

std::uint32_t known_stock(const ModelInput& input, std::uint32_t fleet, std::uint32_t station,
                          ModelTables& tables) {
  const std::uint32_t stock = stock_at(tables, fleet, station);
  return stock != kNone ? stock : add_stock(input, fleet, station, 0, tables);
}

// Where a leg enters a district, and where it leaves it. Both are points: a line is in one district as a
// whole.
void set_locomotives_of_steps(const ModelInput& input, ModelTables& tables) {
  const std::vector<std::uint32_t> districts = districts_of_lines(input);
  const auto district = [&](const StepTable& step) { return districts[tables.tracks[step.track].line]; };
  for (const LegTable& leg : tables.legs) {
    // A train that turns keeps its locomotive, unless it leaves it there anyway.
    const bool turned = leg.forth != kNone;
    std::uint32_t before =
        turned ? district(tables.steps[tables.legs[leg.forth].first_step + leg.steps]) : kNone;
    for (std::uint32_t i = leg.first_step; i < leg.first_step + leg.steps; ++i) {
      StepTable& step = tables.steps[i];
      const std::uint32_t here = district(step);
      const bool last = i + 1 == leg.first_step + leg.steps;
      const std::uint32_t after = last ? kNone : district(tables.steps[i + 1]);
      const std::uint32_t from = tables.tracks[step.track].ends[step.side];
      if (here != kNone && here != before) step.from_locomotives = known_stock(input, here, from, tables);
      if (here != kNone && here != after)
        step.to_locomotives = known_stock(input, here, step.to_station, tables);
      before = here;
    }
  }
}

void add_empty_wagons(const ModelInput& input, ModelTables& tables) {
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    const ServiceInput& service = input.services[s];
    if (service.rule != FormationRule::kEmptyWagons) continue;
    const RouteLegTable& first = tables.route_legs[tables.routes[tables.services[s].first_route].first];
    const std::uint32_t stock = tables.legs[first.leg].from_stock;
    if (stock == kNone)
      throw std::invalid_argument(fmt::format("there are no wagons where {} begins", service.id));
    StockTable& table = tables.stocks[tables.stations[service.origin].stocks[stock]];
    IdleRuleTable rule;
    rule.keep = service.keep_idle;
    rule.units = wagons_for(input.wagon_pools[table.fleet].feu_per_wagon, kTeuPerFeu * service.train_feu);
    rule.idle_for_s = service.idle_for_s;
    rule.pool = tables.pools[s].local;
    table.idle_rules.push_back(rule);
  }
}

void add_light_runs(const ModelInput& input, ModelTables& tables) {
  const auto pools = static_cast<std::uint32_t>(input.wagon_pools.size());
  for (std::uint32_t d = 0; d < input.traction_districts.size(); ++d) {
    for (const LightRunInput& run : input.traction_districts[d].light_runs) {
      const std::uint32_t from = known_stock(input, pools + d, run.from, tables);
      const std::uint32_t to = known_stock(input, pools + d, run.to, tables);
      tables.stocks[tables.stations[run.from].stocks[from]].idle_rules.push_back(
          {run.keep_idle, 1, run.idle_for_s, kNone, run.to, to, run.run_s});
    }
  }
}

}  // namespace

std::int64_t wagons_for(double feu_per_wagon, double teu) {
  if (feu_per_wagon <= 0) return 1;
  const double wagons = teu / (kTeuPerFeu * feu_per_wagon);
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(wagons - 1e-9)));
}

void build_fleet_tables(const ModelInput& input, ModelTables& tables) {
  for (const WagonPoolInput& pool : input.wagon_pools) {
    add_fleet(input, pool.id, false, pool.stock, tables);
    tables.fleets.back().feu_per_unit = pool.feu_per_wagon;
  }
  for (const TractionDistrictInput& district : input.traction_districts)
    add_fleet(input, district.id, true, district.stock, tables);
  set_wagons_of_legs(input, tables);
  set_room_of_wagon_sets(input, tables);
  set_locomotives_of_steps(input, tables);
  add_empty_wagons(input, tables);
  add_light_runs(input, tables);
  find_stock_sources(tables);
}

}  // namespace rail
