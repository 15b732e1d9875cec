// Named numbers of shipped what-ifs: what docs/shelf.md says of them must stay true.
#pragma once

#include <map>
#include <string>

#include "tests/support/scenario_runs.h"

namespace shelf {

// Without those that were not observed: at() throws then.
using Kpis = std::map<std::string, double>;

Kpis kpis_of(const rail::Model& model, const rail::Observations& seen);

// Over the replications.
Kpis means_of(const support::Runs& runs);

// Means over the replications of scenarios/whatif/<name>.txtpb.
Kpis kpis_of(const std::string& name, int replications = 1);

// One replication of scenarios/<name>.txtpb over a shorter time, for those of the whole corridor.
Kpis short_kpis_of(const std::string& name, int spin_up_days, int counted_days);

}  // namespace shelf
