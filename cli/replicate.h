// What every command that simulates several scenarios side by side does: read them, replicate them, and say
// how it ended.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "cli/exit_code.h"
#include "cli/load.h"
#include "cli/unknown_kpis.h"
#include "studies/replications.h"
#include "studies/run_folders.h"

namespace cli {

// Scenarios as they stand on the command line, and a model of each.
struct ReadScenarios {
  std::vector<scenarios::Scenario> read;  // all of them if exit_code is kOk, and so are models
  Models models;
  int exit_code = kOk;
};

// What else is wrong, which only the models can tell; those of scenarios with problems are nullptr.
using FurtherProblems = std::function<std::vector<scenarios::Problem>(const Models& models)>;

// All problems are printed; the exit code is that of the first file with some.
ReadScenarios read_all(const std::vector<ScenarioFile>& files, const FurtherProblems& further = {});

// If some counts more or less time than the first: complains, where a study says so, and says how to exit.
int refuse_other_times(const ReadScenarios& scenarios, const std::vector<ScenarioFile>& files);

// For the folders of a study. `facts`: what all of them share.
std::vector<studies::StudyRun> study_runs(const ReadScenarios& scenarios,
                                          const std::vector<ScenarioFile>& files,
                                          const std::vector<studies::ReplicationsResult>& results,
                                          studies::RunFacts facts);

// With a progress bar.
std::vector<studies::ReplicationsResult> replicate(
    const std::vector<std::shared_ptr<const rail::Model>>& models, studies::ReplicationsOptions options);

bool any_interrupted(const std::vector<studies::ReplicationsResult>& results);
// kInterrupted before kFailedRun (a gridlock).
int exit_code_of(const std::vector<studies::ReplicationsResult>& results);

}  // namespace cli
