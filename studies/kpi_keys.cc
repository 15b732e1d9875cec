#include "studies/kpi_keys.h"

#include <algorithm>
#include <atomic>

#include "models/replication.h"
#include "studies/kpi_pattern.h"

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

std::vector<std::string> unmatched_kpis(const rail::Model& model, const std::vector<std::string>& patterns) {
  if (patterns.empty()) return {};
  const std::vector<std::string> keys = kpi_keys(model);
  std::vector<std::string> unmatched;
  for (const std::string& pattern : patterns) {
    const auto is_meant = [&](const std::string& key) { return matches(key, {pattern}); };
    if (std::none_of(keys.begin(), keys.end(), is_meant)) unmatched.push_back(pattern);
  }
  return unmatched;
}

}  // namespace studies
