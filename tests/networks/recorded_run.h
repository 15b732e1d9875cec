// A replication with all that is recorded of trains and containers, for properties of random networks.
#pragma once

#include "models/replication.h"

namespace networks {

inline rail::Observations run(const rail::Model& model, const rail::EngineOptions& engine = {}) {
  rail::ReplicationOptions options;
  options.record_trains = options.record_containers = true;
  options.engine = engine;
  return rail::run_replication(model, options);
}

}  // namespace networks
