#include "cli/replicate.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "cli/progress_bar.h"
#include "cli/terminal.h"

namespace cli {
namespace {

constexpr double kDay_s = 86400;

// All that is wrong with a base is wrong with its variants too, and told once.
bool is_told(const std::vector<scenarios::Problem>& told, const scenarios::Problem& problem) {
  return std::any_of(told.begin(), told.end(), [&](const scenarios::Problem& one) {
    return scenarios::place_of(one) == scenarios::place_of(problem) && problem.message.ends_with(one.message);
  });
}

}  // namespace

ReadScenarios read_all(const std::vector<ScenarioFile>& files) {
  ReadScenarios result;
  std::vector<scenarios::Problem> problems;
  for (const ScenarioFile& file : files) {
    scenarios::LoadResult loaded = read(file);
    if (loaded.scenario) result.read.push_back(std::move(*loaded.scenario));
    if (result.exit_code == kOk) result.exit_code = exit_code_of(loaded.problems);
    for (scenarios::Problem& problem : loaded.problems)
      if (!is_told(problems, problem)) problems.push_back(std::move(problem));
  }
  if (result.exit_code != kOk) {
    print_problems(stderr, problems);
    return result;
  }
  for (const scenarios::Scenario& scenario : result.read)
    result.models.push_back(rail::Model::build(scenario.model_input()));
  return result;
}

bool count_the_same_time(const ReadScenarios& scenarios) {
  const rail::ModelInput& first = scenarios.models.front()->input();
  for (std::size_t i = 1; i < scenarios.models.size(); ++i) {
    const rail::ModelInput& other = scenarios.models[i]->input();
    if (other.counted_s == first.counted_s) continue;
    spdlog::error(
        "{} counts {:.6g} days, {} {:.6g}: what they give cannot be set side by side (experiment.counted)",
        printable(scenarios.read[i].name()), static_cast<double>(other.counted_s) / kDay_s,
        printable(scenarios.read[0].name()), static_cast<double>(first.counted_s) / kDay_s);
    return false;
  }
  return true;
}

std::vector<studies::ReplicationsResult> replicate(
    const std::vector<std::shared_ptr<const rail::Model>>& models, studies::ReplicationsOptions options) {
  std::vector<const rail::Model*> pointers;
  for (const auto& model : models) pointers.push_back(model.get());
  using Total = ProgressBar::Total;
  const ProgressBar bar(options.replications * static_cast<int>(models.size()),
                        options.go_on ? Total::kAtMost : Total::kExact);
  options.progress = [&](int complete) { bar.show(complete); };
  return studies::run_replications(pointers, options);
}

bool any_interrupted(const std::vector<studies::ReplicationsResult>& results) {
  return std::any_of(results.begin(), results.end(), [](const auto& result) { return result.interrupted; });
}

int exit_code_of(const std::vector<studies::ReplicationsResult>& results) {
  if (any_interrupted(results)) return kInterrupted;
  return std::any_of(results.begin(), results.end(), studies::has_gridlock) ? kFailedRun : kOk;
}

}  // namespace cli
