// What `landbridge compare` prints, for each variant: the answer in a sentence or two, then the KPIs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/asked.h"
#include "cli/compared.h"
#include "studies/precision.h"

namespace cli {

// Of all comparisons, if one was asked for.
using Precision = std::optional<studies::PrecisionOutcome>;

// `all`: also KPIs that do not differ surely. `more`: what would ask for more replications, if they are too
// few for the precision.
std::string comparison_text(const Comparison& comparison, bool all, const Precision& precision,
                            const std::string& more);
std::string comparisons_json(const std::vector<Comparison>& comparisons, std::uint64_t seed,
                             const Precision& precision, const AskingStudy& study = {});

}  // namespace cli
