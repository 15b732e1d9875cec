// Whether a queue grows for good, by how much longer it became in the counted time of each replication.
//
// A railway starts empty, so that a queue grows at first wherever it ends. At capacity it is, in the long
// run, a Brownian motion held above zero: it grows with the square root of time, and its mean growth is a
// known multiple of the standard deviation of its growth (critical_growth). Only more than that is growth for
// good.
#pragma once

#include <cstddef>
#include <string>

#include "studies/capacity_search.h"
#include "studies/statistics.h"

namespace studies {

struct QueueGrowth {
  std::string queue;  // "service/<id>", "point/<id>", as KPI keys begin; empty: all that is asked about
  Summary grown;      // in the counted time, over replications: trains; of all: share of what came
  // A mean growth of less is not told from none, however sure: queues come in whole trains, and where trains
  // are re-formed in whole groups of them, so that it hangs on the hour in which it is looked at.
  double untold = 1;
  double small = 2;     // surely less than this is bounded, also where it is surely more than `untold`
  double critical = 1;  // of a queue at capacity: mean over standard deviation of its growth
};

// Mean growth of a queue at capacity over the standard deviation of its growth, between two times since it
// was empty, 0 <= from < until.
double critical_growth(double from, double until);

// Each at least 1.
struct Looks {
  std::size_t queues = 1;
  std::size_t times = 1;  // at each of them, as replications become more
};

// kNot: it grows for good, kSurely: it is bounded. Replications that are all equal do not show that there is
// no chance in them: few whole numbers may agree by chance, so that growth by so little is unclear. All looks
// at all queues together take some queue at capacity for growing with a chance of at most 1 % (Bonferroni);
// with twenty at capacity, looked at four times each, that was so in 2 of 1,000 cases
// (tests/studies/queue_verdicts_test.cc). All times together take one that grows by `small` for bounded with
// a chance of at most 1 %: over looks only, since all queues have to be bounded.
Carried judge(const QueueGrowth& growth, const Looks& looks);

}  // namespace studies
