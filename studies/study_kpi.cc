#include "studies/study_kpi.h"

#include <algorithm>

namespace studies {
namespace {

// The least and the greatest of many means lie apart by chance alone: their intervals count twice.
bool are_apart(const Summary& least, const Summary& most) {
  if (!least.half_width || !most.half_width) return false;
  return most.mean - least.mean > 2 * (*least.half_width + *most.half_width);
}

}  // namespace

std::pair<std::size_t, std::size_t> extremes(const StudyKpi& kpi) {
  std::size_t least = 0, most = 0;
  bool any = false;
  for (std::size_t p = 0; p < kpi.at.size(); ++p) {
    if (kpi.at[p].count == 0) continue;
    if (!any || kpi.at[p].mean < kpi.at[least].mean) least = p;
    if (!any || kpi.at[p].mean > kpi.at[most].mean) most = p;
    any = true;
  }
  return {least, most};
}

bool differs_surely(const StudyKpi& kpi) {
  const auto [least, most] = extremes(kpi);
  return least != most && are_apart(kpi.at[least], kpi.at[most]);
}

bool is_zero_everywhere(const StudyKpi& kpi) {
  return std::all_of(kpi.at.begin(), kpi.at.end(),
                     [](const Summary& one) { return one.count == 0 || (one.mean == 0 && one.sd == 0); });
}

int rank(const StudyKpi& kpi) {
  const auto [least, most] = extremes(kpi);
  if (kpi.at[least].mean == kpi.at[most].mean) return 2;
  return differs_surely(kpi) ? 0 : 1;
}

}  // namespace studies
