// How many trains use a railway, how full it is and what is waited for: what a map shows of a design point of
// a sweep, or of a demand of a capacity study.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/model_input.h"
#include "studies/kpi_table.h"

namespace studies {

struct MapFigures {
  struct Line {
    std::string line;
    double trains_per_day = 0;  // both directions
    std::optional<double> use;  // line_use() of studies/capacity_rows.h
    bool operator==(const Line&) const = default;
  };
  struct Resource {
    std::string resource;  // as in KPI keys
    double use = 0;        // of the time in which it is open
    bool operator==(const Resource&) const = default;
  };
  struct Wait {
    std::string place, cause;
    double share = 0;  // of the container-hours of all waits for resources
    bool operator==(const Wait&) const = default;
  };
  std::vector<Line> lines;          // over which trains ran, in the order of the scenario
  std::vector<Resource> resources;  // servers of stages and bays of terminals, of those that were used
  std::vector<Wait> binding;        // what is waited for most, the first five

  bool operator==(const MapFigures&) const = default;
};

// Means over the replications of `kpis`.
MapFigures map_figures(const rail::ModelInput& input, const KpiTable& kpis);

}  // namespace studies
