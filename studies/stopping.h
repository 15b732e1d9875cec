// When there are enough replications: a mean that is known to a share of itself.
#pragma once

#include "studies/statistics.h"

namespace studies {

// Fewer tell too little about how much they vary.
constexpr int kLeastReplications = 10;

// Half the 95 % interval is at most relative / (1 + relative) of the size of `of`, usually the mean itself. A
// half width is a share of what was estimated; so much less makes the error at most the share `relative` of
// what is true (Law, Simulation Modeling and Analysis, 9.4.1). At least kLeastReplications. What does not
// vary is precise, also if it is zero.
bool is_precise(const Summary& summary, double of, double relative);

}  // namespace studies
