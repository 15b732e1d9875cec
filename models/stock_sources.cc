// From which stocks units of a fleet can come to which: over legs that trains run, and by idle rules.
#include <algorithm>

#include "models/fleet_tables.h"
#include "models/model_tables.h"
#include "models/stock_ways.h"

namespace rail {
namespace {

std::uint32_t stock_at(const ModelTables& tables, std::uint32_t station, std::uint32_t local) {
  return tables.stations[station].stocks[local];
}

// Locomotives through each district that it comes to from a step on.
void add_ways_of_steps(const ModelTables& tables, const LegTable& leg, std::uint32_t first, StockWays& ways) {
  std::uint32_t taken = kNone;
  for (std::uint32_t i = leg.first_step + first; i < leg.first_step + leg.steps; ++i) {
    const StepTable& step = tables.steps[i];
    const std::uint32_t from = tables.tracks[step.track].ends[step.side];
    if (step.from_locomotives != kNone) taken = stock_at(tables, from, step.from_locomotives);
    if (step.to_locomotives == kNone || taken == kNone) continue;
    ways.emplace_back(taken, stock_at(tables, step.to_station, step.to_locomotives));
    taken = kNone;
  }
}

void add_ways_of_leg(const ModelTables& tables, const LegTable& leg, StockWays& ways) {
  if (leg.from_stock != kNone)
    ways.emplace_back(stock_at(tables, leg.from, leg.from_stock), stock_at(tables, leg.to, leg.to_stock));
  add_ways_of_steps(tables, leg, 0, ways);
}

// Empty wagons run as trains, over legs.
void add_light_runs(const ModelTables& tables, std::uint32_t stock, StockWays& ways) {
  for (const IdleRuleTable& rule : tables.stocks[stock].idle_rules) {
    if (rule.pool == kNone) ways.emplace_back(stock, stock_at(tables, rule.to_station, rule.to_stock));
  }
}

std::vector<std::uint32_t> sources_of(std::uint32_t stock, const StockWays& ways) {
  std::vector<std::uint32_t> sources{stock};
  for (std::size_t i = 0; i < sources.size(); ++i) {
    for (const auto& [from, to] : ways) {
      if (to == sources[i] && std::find(sources.begin(), sources.end(), from) == sources.end())
        sources.push_back(from);
    }
  }
  return sources;
}

}  // namespace

StockWays stock_ways_ahead(const ModelTables& tables, const Train& train) {
  StockWays ways;
  const bool begins = train.role == ProcessRole::kOrigin || train.role == ProcessRole::kGaugeOut;
  const std::uint32_t next = begins ? (train.entered < 0 ? 0 : 1) : train.step + 1;
  add_ways_of_steps(tables, tables.legs[train.leg], next, ways);
  const Container* first = train.cargo.head;
  const RouteTable& route = tables.routes[first != nullptr ? first->route : train.route];
  for (std::uint32_t i = (first != nullptr ? first->leg : train.route_leg) + 1U; i < route.legs; ++i)
    add_ways_of_leg(tables, tables.legs[tables.route_legs[route.first + i].leg], ways);
  return ways;
}

void find_stock_sources(ModelTables& tables) {
  if (tables.stocks.empty()) return;
  StockWays ways;
  for (const LegTable& leg : tables.legs) add_ways_of_leg(tables, leg, ways);
  for (std::uint32_t s = 0; s < tables.stocks.size(); ++s) add_light_runs(tables, s, ways);
  std::sort(ways.begin(), ways.end());
  ways.erase(std::unique(ways.begin(), ways.end()), ways.end());
  for (std::uint32_t s = 0; s < tables.stocks.size(); ++s) tables.stocks[s].sources = sources_of(s, ways);
}

}  // namespace rail
