// The KPIs that commands look at unless told otherwise.
#pragma once

#include <string>
#include <vector>

namespace studies {

// What a planner asks first, as patterns (studies/kpi_pattern.h). A transit time for each origin and
// destination would be hundreds, and the correction for so many looks would hide what is sure.
const std::vector<std::string>& usual_kpis();

}  // namespace studies
