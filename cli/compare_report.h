// What `landbridge compare` prints, for each variant: the answer in a sentence or two, then the KPIs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/confirmation.h"
#include "studies/paired.h"
#include "studies/place_names.h"
#include "studies/precision.h"

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
  std::size_t number = 1;                                  // of the variant
  bool asked = false;                                      // for these KPIs, not the usual ones
  std::optional<studies::Confirmation> confirmation = {};  // of what binds in the variant
};

// Of all comparisons, if one was asked for.
using Precision = std::optional<studies::PrecisionOutcome>;

// `all`: also KPIs that do not differ surely.
std::string comparison_text(const Comparison& comparison, bool all, const Precision& precision);
std::string comparisons_json(const std::vector<Comparison>& comparisons, std::uint64_t seed,
                             const Precision& precision);

}  // namespace cli
