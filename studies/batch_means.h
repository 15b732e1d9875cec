// The mean of one long run with its interval: batches so long that their means hardly hang together.
#pragma once

#include <vector>

#include "studies/statistics.h"

namespace studies {

// Of `batches` batches of equal length; numbers at the beginning that make no whole batches are left out.
// Twenty to thirty are enough: more would be shorter, and hang together (Schmeiser, Operations Research 30,
// 1982). Their variance times their length estimates the long-run variance of the series. Count 0 if there
// are fewer numbers than batches.
Summary batch_means(const std::vector<double>& values, int batches = 20);

}  // namespace studies
