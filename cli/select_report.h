// What `landbridge select` prints: which scenario is best and how sure that is, then all of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/asked.h"
#include "studies/best_of.h"

namespace cli {

struct Selected {
  std::vector<std::string> names;    // of the scenarios
  std::vector<double> costs_a_year;  // of each; in Score they are over the counted time
  std::string kpi;                   // as people call it
  std::string money;                 // currency of worth and costs; empty: the KPI alone counts
  const studies::Score& score;
  const studies::SelectionPlan& plan;
  const studies::SelectionOutcome& outcome;
  const std::vector<studies::ReplicationsResult>& results;
  std::uint64_t seed = 1;
  bool interrupted = false;
  AskingStudy asked_by = {};
};

std::string selection_text(const Selected& selected);
std::string selection_json(const Selected& selected);

}  // namespace cli
