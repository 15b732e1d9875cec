// One replication: a Model, a seed and a replication number in; everything observed out.
//
// run_replication() is a pure function of model, seed, replication, tie seed and stop_at_gridlock, unless it
// is interrupted: same arguments, same bits, on any thread. An interrupted one has observed what happened
// until then, but for records, and on several threads stations stand at different instants: of use for its
// tables alone. All observations are integers (seconds, counts, container-seconds).
#pragma once

#include <atomic>
#include <cstdint>

#include "models/engine_use.h"
#include "models/model.h"
#include "models/observations.h"

namespace rail {

struct ReplicationOptions {
  std::uint64_t seed = 1;
  std::uint32_t replication = 0;
  bool record_trains = false;                    // one TrainStop per train and stop
  bool record_passings = false;                  // one TrainPassing per train and passing place
  bool record_containers = false;                // one ContainerLeg per container and leg
  const std::atomic<bool>* interrupt = nullptr;  // polled; the run stops soon after it turns true
  bool stop_at_gridlock = true;                  // else nobody looks for one, and the run goes on
  // Not 0: another numbering of stations decides between events that differ in nothing else. Changes results.
  std::uint64_t tie_seed = 0;
  EngineOptions engine;  // changes no result
};

Observations run_replication(const Model& model, const ReplicationOptions& options);

}  // namespace rail
