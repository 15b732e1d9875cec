// What a scenario's tracks, paths, servers, bays and fleets can carry at most: a bound that no simulation of
// it can pass in the long run. Of waiting, yards and meets it knows nothing, so a railway reaches less;
// trains come in the order in which most of them fit.
#pragma once

#include <optional>
#include <vector>

#include "models/capacity_use.h"
#include "studies/flow_program.h"
#include "studies/network_cut.h"

namespace studies {

struct ScenarioBounds {
  std::vector<rail::Capacity> capacities;  // what the limits of the optima index
  double demand_per_day = 0;               // trains from first origins, all services
  double containers_per_train = 0;         // of these, in the mean
  // Trains a day from first origins, each in proportion to its containers: as many as can be of what is asked
  // for, each service its own number at most: what no run of the scenario passes for long. One step; empty if
  // all of it fits.
  std::vector<FlowOptimum> of_demand;
  // Services in today's proportions over any of their routes, what binds first, next ...; and in whatever
  // proportions give most, one step. Empty where nothing binds.
  std::vector<FlowOptimum> scenario_mix, free_mix;
  NetworkCut cut[2];  // per Direction
};

ScenarioBounds scenario_bounds(const rail::Model& model);
// Of these what the mix of the services asked about can be, whatever others then leave undone, and what is
// asked for of it.
ScenarioBounds mix_bounds(const rail::Model& model, const std::vector<bool>& asked_about);
// What keeps trains of the services asked about from getting through, all of them, whatever others then leave
// undone: of several things the one worth most; without a place if there is no more of it to be had. Nothing
// if they do get through; else no run carries them for long.
std::optional<rail::Capacity> what_excludes(const rail::Model& model, const std::vector<bool>& asked_about);

// The three programs; flow r is route r, trains a day from the first origin; light runs behind, and then what
// sections with an order need.
FlowProgram free_mix_program(const rail::CapacityUses& uses);
// Its limits behind those of capacities: the demand of each service.
FlowProgram of_demand_program(const rail::CapacityUses& uses);
// One more flow: how many times today's demand.
FlowProgram scenario_mix_program(const rail::CapacityUses& uses);

}  // namespace studies
