// Whether a queue grows for good, by how much longer it became in the counted time of each replication.
//
// A railway starts empty, so that a queue grows at first wherever it ends. At capacity it is, in the long
// run, a Brownian motion held above zero: it grows with the square root of time, and its mean growth is a
// known multiple of the standard deviation of its growth (critical_growth). Only more than that is growth for
// good.
#pragma once

#include <string>

#include "studies/capacity_search.h"
#include "studies/statistics.h"

namespace studies {

struct QueueGrowth {
  std::string queue;  // "service/<id>", "point/<id>", as KPI keys begin; empty: all that is asked about
  Summary grown;      // in the counted time, over replications: trains; of all: share of what came
  double untold =
      1;             // a mean growth of less is not told from none, however sure: queues come in whole trains
  double small = 2;  // surely less than this is bounded
  double critical = 1;  // of a queue at capacity: mean over standard deviation of its growth
};

// Mean growth of a queue at capacity over the standard deviation of its growth, between two times since it
// was empty, 0 <= from < until.
double critical_growth(double from, double until);

// kNot: it grows for good, kSurely: it is bounded. `looks`: at how many queues (Bonferroni); that one of
// those at capacity is taken for growing has a chance of 1 %.
Carried judge(const QueueGrowth& growth, std::size_t looks);

}  // namespace studies
