// run_replication() with a census of its queues at some instants.
#pragma once

#include <cstdint>
#include <vector>

#include "models/queue_census.h"
#include "models/replication.h"

namespace rail {

struct CensusedReplication {
  Observations seen;                // to the bit what run_replication() gives; the census is in no hash
  std::vector<WaitingNow> waiting;  // as the instants; fewer if it was stuck or interrupted before
};

// `at_s`: rising, whole days from the beginning of the counted time, and in it.
CensusedReplication run_censused_replication(const Model& model, const ReplicationOptions& options,
                                             const std::vector<std::int64_t>& at_s);

}  // namespace rail
