// How precise results are, where somebody asked for it.
#pragma once

#include <string>

#include "studies/place_names.h"
#include "studies/precision.h"

namespace cli {

// A line or a few: the precision, whether it was reached, after how many replications, and for which KPIs,
// those that are known worst. Of differences: those of this variant. `more`: what would ask for more of them.
std::string precision_text(const studies::PrecisionOutcome& outcome, const studies::PlaceNames& names,
                           bool interrupted, const std::string& more, std::size_t variant = 0);

}  // namespace cli
