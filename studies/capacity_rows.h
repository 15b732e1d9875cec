// Measures of capacity side by side, as rows of tables: lines, and bounds of the whole scenario.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/graph_capacity.h"
#include "models/model.h"
#include "models/uic406.h"
#include "studies/kpi_table.h"
#include "studies/scenario_bound.h"

namespace studies {

struct CapacityRow {
  std::string line, name;
  int gauge_mm = 0;
  int tracks = 0;
  Summary trains_per_day_west, trains_per_day_east;
  Summary uic406_mean, uic406_day, uic406_peak;  // of the most occupied section
  rail::LineGraph graph;                         // by the 1520 practice; per_day 0: nothing runs
  std::optional<double> paths_per_day;           // as the scenario states, each direction
  // The busier direction's trains a day over what each direction may take; 0: no such figure.
  double graph_use = 0;
  double path_use = 0;
};
// Lines whose tracks set a limit, in the order of the scenario.
std::vector<CapacityRow> capacity_rows(const rail::Model& model, const KpiTable& kpis);
// How full a line is: the greater of its UIC 406 occupancy and of its paths in use by the busier direction;
// where neither is known, the share of time in which it is occupied. lineUse() of the page is the same.
std::optional<double> line_use(const rail::LineInput& line, const KpiTable& kpis);
// "within", "over day limit", "over peak limit", "over both limits" of the busiest day and hour; empty if
// never observed.
const char* uic406_verdict(const Summary& day, const Summary& peak);

// What binds at one step of a bound, or an arc of a cut.
struct BoundRow {
  std::string bound;  // "of demand", "scenario mix", "free mix", "cut westbound", "cut eastbound"
  int step = 1;
  double value = 0;
  std::string unit;         // "trains/day" from first origins, "TEU/day"
  double times_demand = 0;  // of demand, scenario mix; else 0
  double simulated = 0;     // the same, as the run had it: what arrived, in trains of the mean load
  std::string kind, place, name;
  double capacity = 0;          // a day; of fleets: how many there are; of returns: 0
  std::string capacity_unit;    // "track-h", "server-h", "bay-h", "path", "set", ...; "TEU" in cuts
  std::optional<double> price;  // growth of the bound for one more of the capacity unit; not of cuts
};
std::vector<BoundRow> bound_rows(const rail::Model& model, const KpiTable& kpis,
                                 const ScenarioBounds& bounds);

}  // namespace studies
