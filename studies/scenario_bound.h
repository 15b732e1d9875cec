// What a scenario's tracks, paths, servers and bays can carry at most: a bound that no simulation of it can
// pass in the long run. Of waiting, yards, meets and the order of trains it knows nothing, so a railway
// reaches less.
#pragma once

#include <vector>

#include "models/capacity_use.h"
#include "studies/flow_program.h"
#include "studies/network_cut.h"

namespace studies {

struct ScenarioBounds {
  std::vector<rail::Capacity> capacities;  // what the limits of the optima index
  double demand_per_day = 0;               // trains from first origins, all services
  // Trains a day from first origins: services in today's proportions over any of their routes, what binds
  // first, next ...; and in whatever proportions give most, one step. Empty where nothing binds.
  std::vector<FlowOptimum> scenario_mix, free_mix;
  NetworkCut cut[2];  // per Direction
};

ScenarioBounds scenario_bounds(const rail::Model& model);

// The two programs; flow r is route r, trains a day from the first origin.
FlowProgram free_mix_program(const rail::CapacityUses& uses);
// One more flow: how many times today's demand.
FlowProgram scenario_mix_program(const rail::CapacityUses& uses);

}  // namespace studies
