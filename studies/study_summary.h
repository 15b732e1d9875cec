// What a study has found so far, for people.
#pragma once

#include <string>
#include <vector>

#include "studies/place_names.h"
#include "studies/sqlite.h"
#include "studies/statistics.h"
#include "studies/study_kpi.h"

namespace studies {

// KPIs in the file, in the order of `patterns` and of their keys; no more than `most`.
std::vector<std::string> leading_kpis(Database& database, const std::vector<std::string>& patterns,
                                      std::size_t most);

// Of one KPI: over the replications of each design point.
std::vector<Summary> summaries(Database& database, const std::string& kpi, std::size_t points);

// Those of leading_kpis(). `names`: nullptr, they are called by their keys.
std::vector<StudyKpi> study_kpis(Database& database, const std::vector<std::string>& patterns,
                                 std::size_t most, std::size_t points, const PlaceNames* names);

struct StoredKpi {
  std::string key;
  std::string unit;
  Summary summary;
};
// Of each design point: all KPIs in the file, in the order of their keys, over its replications.
std::vector<std::vector<StoredKpi>> all_summaries(Database& database, std::size_t points);

// Replications in the file, of those below `replications` of each point.
int finished_replications(Database& database, int replications);

// Replications that ended for `stop`.
int count_of_stop(Database& database, const std::string& stop);

}  // namespace studies
