// What `landbridge compare` prints, for each variant: the answer in a sentence or two, then the KPIs.
#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/paired.h"
#include "studies/place_names.h"

namespace cli {

struct Compared {
  const scenarios::Scenario& scenario;
  const rail::Model& model;
  const studies::ReplicationsResult& result;
};

struct Comparison {
  const Compared& base;
  const Compared& variant;
  std::vector<studies::PairedKpi> kpis;
};

// `all`: also KPIs that do not differ surely.
std::string comparison_text(const Comparison& comparison, bool all);
std::string comparisons_json(const std::vector<Comparison>& comparisons, std::uint64_t seed);

}  // namespace cli
