// The KPIs that a comparison looks at, on the screen, in files and on its page alike.
#pragma once

#include <string>
#include <vector>

#include "models/model.h"
#include "studies/kpi_table.h"

namespace studies {

struct ComparedSide {
  const rail::Model& model;
  const KpiTable& kpis;
};

// Keys of what a planner asks first, besides trains and TEU: mean and 90th percentile of the transit time of
// the origin and destination with most containers in the base, and the waiting for what binds there and in
// each variant.
std::vector<std::string> first_asked_kpis(const ComparedSide& base,
                                          const std::vector<ComparedSide>& variants);

// `asked`: patterns. If there are none: the usual ones (studies/usual_kpis.h), and those above.
std::vector<std::string> compared_kpis(const std::vector<std::string>& asked, const ComparedSide& base,
                                       const std::vector<ComparedSide>& variants);

}  // namespace studies
