// What every command that simulates several scenarios side by side does: read them, replicate them, and say
// how it ended.
#pragma once

#include <memory>
#include <vector>

#include "cli/exit_code.h"
#include "cli/load.h"
#include "studies/replications.h"

namespace cli {

// Scenarios as they stand on the command line, and a model of each.
struct ReadScenarios {
  std::vector<scenarios::Scenario> read;
  std::vector<std::shared_ptr<const rail::Model>> models;  // empty unless exit_code is kOk
  int exit_code = kOk;
};

// All problems of all files are printed; the exit code is that of the first file with some.
ReadScenarios read_all(const std::vector<ScenarioFile>& files);

// False, with a complaint, if some counts more or less time than the first.
bool count_the_same_time(const ReadScenarios& scenarios);

// With a progress bar.
std::vector<studies::ReplicationsResult> replicate(
    const std::vector<std::shared_ptr<const rail::Model>>& models, studies::ReplicationsOptions options);

bool any_interrupted(const std::vector<studies::ReplicationsResult>& results);
// kInterrupted before kFailedRun (a gridlock).
int exit_code_of(const std::vector<studies::ReplicationsResult>& results);

}  // namespace cli
