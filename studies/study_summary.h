// What a study has found so far, for people.
#pragma once

#include <string>
#include <vector>

#include "studies/sqlite.h"
#include "studies/statistics.h"

namespace studies {

// KPIs in the file, in the order of `patterns` and of their keys; no more than `most`.
std::vector<std::string> leading_kpis(Database& database, const std::vector<std::string>& patterns,
                                      std::size_t most);

// Of one KPI: over the replications of each design point.
std::vector<Summary> summaries(Database& database, const std::string& kpi, std::size_t points);

// Replications that ended for `stop`.
int count_of_stop(Database& database, const std::string& stop);

}  // namespace studies
