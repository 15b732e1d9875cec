// What a scenario does with trains at its points, and what disturbs them, in words for people.
#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace scenarios {

struct StageText {
  std::string name;      // "customs"; of a change of gauge: "change of gauge"
  std::string what;      // "0.5 + exponential(1) h, 3 % of the containers inspected"
  std::string resource;  // its id; empty: none
  std::string hours;     // of that; empty: always open
};

struct ProcessText {
  std::string point;  // its id
  std::string title;  // "westbound, change of gauge"
  std::vector<StageText> stages;
};

struct DisruptionText {
  std::string id;
  std::string what;
};

// In the order of the scenario.
std::vector<ProcessText> process_texts(const Scenario& scenario);
std::vector<DisruptionText> disruption_texts(const Scenario& scenario);

}  // namespace scenarios
