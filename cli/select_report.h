// What `landbridge select` prints: which scenario is best and how sure that is, then all of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/asked.h"
#include "studies/selection_facts.h"

namespace cli {

struct Selected {
  const studies::SelectionFacts& facts;
  std::string kpi;  // as people call it
  const studies::SelectionOutcome& outcome;
  const std::vector<studies::ReplicationsResult>& results;
  std::uint64_t seed = 1;
  bool interrupted = false;
  AskingStudy asked_by = {};
};

std::string selection_text(const Selected& selected);
std::string selection_json(const Selected& selected);

}  // namespace cli
