// One demand, simulated: whether every queue is bounded. If one grows with every day, the demand is not
// carried for good, however long that may take to be felt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/capacity_use.h"
#include "models/model.h"
#include "studies/capacity_search.h"
#include "studies/replications.h"

namespace studies {

// What a trial tells besides.
struct TrialResult {
  CapacityTrial trial;
  ReplicationsResult result;
  // Trains standing at points on the way of what is asked about, each day from the start of the run, mean
  // over replications.
  std::vector<double> standing_by_day;
  int warm_up_days = 0;  // how many of these days MSER-5 leaves out
  // It cannot tell, as its best cut is half the run: queues had not settled by then, if ever they do.
  bool run_is_short = false;
  // What the linear program says lets no more through, of a demand that it does not let through.
  std::optional<rail::Capacity> excluded_by;
  std::vector<bool> full_trains;  // by service (studies/full_trains.h)
  // Ids of services that are not asked about and whose queues grow for good at this demand.
  std::vector<std::string> others_growing;
  // Two trains of each service asked about, as a share of what came: fewer may stay behind unseen.
  double two_trains = 0;
};

struct TrialRule {
  double tolerated = 0.005;  // share of what comes that, if it stays, is no growth (studies/backlogs.h)
  int most_replications = 40;
  int first_replications = 5;

  // How many times a demand is looked at, at most.
  std::size_t looks() const;
};

// As many replications as the rule says first, twice as many each time it stays unclear. Of four weeks or
// more, and of one where weekdays differ, whole weeks are counted: hours and timetables, which repeat then,
// would else leave more behind, or less; of less than one it then stays unclear whether a queue grows.
// `asked_about`: by service, whether what it leaves behind counts. Nothing if interrupted.
//
// Where queues settle later than counting begins, as MSER-5 finds, they would be taken for growing ones: a
// demand that is not called carried then is judged anew by other replications of which counting begins when
// they have settled (CapacityTrial::left_out_days). Others, since a cut is made where what follows looks
// flattest: what it was found in would be called bounded too often (docs/decisions/0019).
std::optional<TrialResult> try_demand(const rail::ModelInput& usual, double demand,
                                      const std::vector<bool>& asked_about, const TrialRule& rule,
                                      ReplicationsOptions options);

}  // namespace studies
