// What `landbridge capacity` prints: the answer in a few sentences, then every demand that was tried.
#pragma once

#include <string>

#include "cli/asked.h"
#include "scenarios/scenario.h"
#include "studies/capacity_study.h"

namespace cli {

struct CapacityAnswer {
  const scenarios::Scenario& scenario;
  const rail::Model& model;
  const studies::CapacityQuestion& question;
  const studies::CapacityStudy& study;
  std::string flows;  // pattern of what was scaled; empty: all
  AskingStudy asked_by = {};
};

std::string capacity_text(const CapacityAnswer& answer);
std::string capacity_json(const CapacityAnswer& answer, std::uint64_t seed);
// "1.31 times the demand: 0.2 ± 0.1 % is left behind, carried", for those who watch.
std::string trial_text(const studies::CapacityTrial& trial);

}  // namespace cli
