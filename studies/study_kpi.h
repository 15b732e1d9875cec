// One KPI of a sweep at all its design points, for its report.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "studies/statistics.h"

namespace studies {

struct StudyKpi {
  std::string key, name, unit;
  std::vector<Summary> at;  // by design point
};

// The points with the least and the greatest mean; equal if nothing was observed.
std::pair<std::size_t, std::size_t> extremes(const StudyKpi& kpi);
// Between these two.
bool differs_surely(const StudyKpi& kpi);
// Of what was observed.
bool is_zero_everywhere(const StudyKpi& kpi);
// 0: surely differs, 1: may, 2: is the same everywhere.
int rank(const StudyKpi& kpi);

}  // namespace studies
