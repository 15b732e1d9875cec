#include "studies/kpi_keys.h"

#include <atomic>

#include "models/replication.h"

namespace studies {

// Those of a run that is stopped before it begins.
std::vector<std::string> kpi_keys(const rail::Model& model) {
  const std::atomic<bool> at_once{true};
  rail::ReplicationOptions options;
  options.interrupt = &at_once;
  options.engine.choice = rail::EngineChoice::kSequential;
  std::vector<std::string> keys;
  for (rail::Kpi& kpi : rail::kpis(model, rail::run_replication(model, options)))
    keys.push_back(std::move(kpi.key));
  return keys;
}

}  // namespace studies
