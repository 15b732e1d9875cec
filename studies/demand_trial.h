// One demand, simulated: how much of what comes is left behind. If that grows with every day, the demand is
// not carried for good, however long its queues may take to be felt.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/model.h"
#include "studies/capacity_search.h"
#include "studies/replications.h"

namespace studies {

// What a trial tells besides.
struct TrialResult {
  CapacityTrial trial;
  ReplicationsResult result;
  // Trains standing at points, each day from the start of the run, mean over replications; and how many of
  // these days MSER-5 would leave out. More than the spin-up: the run is too short for its queues.
  std::vector<double> standing_by_day;
  int warm_up_days = 0;
  bool spin_up_is_short = false;
};

struct TrialRule {
  double tolerated = 0.005;  // share of what comes that may stay, of all that is asked about
  int most_replications = 40;
  int first_replications = 5;
};

// As many replications as the rule says first, twice as many each time it stays unclear. `asked_about`: by
// service, whether what it leaves behind counts. Nothing if interrupted.
std::optional<TrialResult> try_demand(const rail::ModelInput& usual, double demand,
                                      const std::vector<bool>& asked_about, const TrialRule& rule,
                                      ReplicationsOptions options);

}  // namespace studies
