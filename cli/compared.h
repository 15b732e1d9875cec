// Two scenarios side by side, and what can be said of them in words and in JSON alike.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/change_reach.h"
#include "scenarios/scenario.h"
#include "studies/confirmation.h"
#include "studies/growing_queues.h"
#include "studies/paired.h"
#include "studies/place_names.h"

namespace cli {

struct Compared {
  const scenarios::Scenario& scenario;
  const rail::Model& model;
  const studies::ReplicationsResult& result;
  std::vector<studies::GrowingQueue> growing = {};
};

struct Comparison {
  const Compared& base;
  const Compared& variant;
  std::vector<studies::PairedKpi> kpis;
  std::size_t number = 1;                                  // of the variant
  bool asked = false;                                      // for these KPIs, not the usual ones
  std::optional<studies::Confirmation> confirmation = {};  // of what binds in the variant
  std::vector<studies::UnpairedKpi> unpaired = {};
};

// As people call them: by the names of their scenarios, told apart where two that differ have the same one.
std::string name_of_base(const Comparison& comparison);
std::string name_of_variant(const Comparison& comparison);

// Whether all results are equal, to the bit.
bool is_the_same(const Comparison& comparison);

struct Outcome {
  std::ptrdiff_t gridlocks = 0, wants = 0;  // replications
};
Outcome outcome_of(const Compared& compared);

// The variant's own changes that scale less than they name.
std::vector<scenarios::ChangeReach> partial_changes(const Comparison& comparison);

}  // namespace cli
