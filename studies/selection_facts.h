// What was selected among, by what, and what that costs.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/model.h"
#include "studies/best_of.h"

namespace studies {

struct SelectionFacts {
  std::vector<std::string> names;    // of the candidates
  std::vector<double> costs_a_year;  // of each; in the score they are over the counted time
  std::string currency;              // of worth and costs; empty: the KPI alone counts
  Score score;
  SelectionPlan plan;
  int most = 200;             // replications of each
  std::string command = {};   // that selects among them again
  std::string question = {};  // of the study that asks for it; may be empty
};

using SharedModels = std::vector<std::shared_ptr<const rail::Model>>;

// Of each candidate, from what it costs in 365 days.
std::vector<double> over_counted_time(std::vector<double> a_year, const SharedModels& models);
// That the first scenario states its costs in; "EUR" if it states none.
std::string currency_of(const rail::Model& first);

}  // namespace studies
