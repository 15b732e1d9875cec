// The tables of fleets: what stands at which station, and what idle units do there. Part of ModelTables.
//
// Fleets are numbered through: first the wagon pools of the input, then its traction districts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/network_input.h"

namespace rail {

// When at least `keep` and `units` units have stood idle for `idle_for_s`, `units` of them leave: with a
// train of `pool` (wagons), or alone over `run_s` seconds (locomotives).
struct IdleRuleTable {
  std::int64_t keep = 0;
  std::int64_t units = 1;
  std::int64_t idle_for_s = 0;
  std::uint32_t pool = kNone;        // local at the station
  std::uint32_t to_station = kNone;  // locomotives
  std::uint32_t to_stock = kNone;    // local there
  std::int64_t run_s = 0;
};

// Units of one fleet at one station.
struct StockTable {
  std::uint32_t fleet = kNone;
  bool locomotives = false;
  std::uint32_t station = kNone;
  std::uint32_t local = kNone;
  std::int64_t initial = 0;
  std::uint64_t hash = 0;  // names it for random draws
  std::vector<IdleRuleTable> idle_rules;
  // Stocks, this one included, whose units can come here: with trains that take and leave them, or alone.
  std::vector<std::uint32_t> sources;
};

// A pool of wagons or a district's locomotives.
struct FleetInfo {
  std::string id;
  bool locomotives = false;
  std::int64_t units = 0;
  std::vector<std::uint32_t> stocks;  // in ModelTables::stocks
  double feu_per_unit = 0;            // that a wagon, or a set of them, has room for
};

struct ModelTables;
// Sets StockTable::sources once all else of fleets is there.
void find_stock_sources(ModelTables& tables);

// How many wagons a train of so many TEU takes; 1 where they are counted in sets.
std::int64_t wagons_for(double feu_per_wagon, double teu);

}  // namespace rail
