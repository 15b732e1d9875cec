// How much a change has changed, for those who wrote it with a pattern.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace scenarios {

class Scenario;

struct ChangeReach {
  std::string change;        // "lines/*/headway *= 0.5"
  std::size_t matching = 0;  // fields that it names
  std::size_t unstated = 0;  // of those: not stated, or 0, so that nothing was scaled
};

// Of all that sets or scales, in the scenario's files and on top of them.
const std::vector<ChangeReach>& reach_of_changes(const Scenario& scenario);

}  // namespace scenarios
