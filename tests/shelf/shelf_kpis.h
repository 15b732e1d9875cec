// Named numbers of shipped what-ifs: what docs/shelf.md says of them must stay true.
#pragma once

#include <map>
#include <string>

#include "models/observations.h"
#include "tests/support/scenario_runs.h"

namespace shelf {

using Kpis = std::map<std::string, double>;

// Means over the replications of scenarios/whatif/<name>.txtpb.
inline Kpis kpis_of(const std::string& name, int replications = 1) {
  const support::Runs runs = support::run("scenarios/whatif/" + name + ".txtpb", replications);
  Kpis means;
  for (const rail::Observations& seen : runs.replications) {
    for (const rail::Kpi& one : rail::kpis(*runs.model, seen)) means[one.key] += one.value / replications;
  }
  return means;
}

}  // namespace shelf
