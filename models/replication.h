// One replication: a Model, a seed and a replication number in; everything observed out.
//
// run_replication() is a pure function of (model, seed, replication): same arguments, same bits, on
// any thread. All observations are integers (seconds, counts, container-seconds).
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "models/model.h"
#include "models/observations.h"

namespace rail {

struct ReplicationOptions {
  std::uint64_t seed = 1;
  std::uint32_t replication = 0;
  bool record_trains = false;                    // one TrainStop per train and stop
  bool record_containers = false;                // one ContainerLeg per container and leg
  std::uint64_t event_limit = 0;                 // 0: none
  const std::atomic<bool>* interrupt = nullptr;  // polled; the run stops soon after it turns true
};

Observations run_replication(const Model& model, const ReplicationOptions& options);

}  // namespace rail
