// --precision: as many replications as it takes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "studies/precision.h"

namespace cli {

// None if no precision is wanted. Of the KPIs that match; of TEU delivered if none is named.
std::optional<studies::PrecisionRule> precision_rule(const PrecisionOptions& options,
                                                     const std::vector<std::string>& kpis);
// Lets the rule, which must outlive the study, end it.
void end_by(studies::PrecisionRule& rule, const PrecisionOptions& options,
            studies::ReplicationsOptions& study);

}  // namespace cli
