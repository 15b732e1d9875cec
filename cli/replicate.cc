#include "cli/replicate.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "cli/progress_bar.h"
#include "cli/terminal.h"
#include "scenarios/changed_field.h"

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

ReadScenarios read_all(const std::vector<ScenarioFile>& files, const FurtherProblems& further) {
  ReadScenarios result;
  std::vector<scenarios::Problem> problems;
  const auto tell = [&](std::vector<scenarios::Problem> found) {
    if (result.exit_code == kOk) result.exit_code = exit_code_of(found);
    for (scenarios::Problem& problem : found)
      if (!is_told(problems, problem)) problems.push_back(std::move(problem));
  };
  for (const ScenarioFile& file : files) {
    scenarios::LoadResult loaded = read(file);
    result.models.push_back(loaded.scenario ? rail::Model::build(loaded.scenario->model_input()) : nullptr);
    if (loaded.scenario) result.read.push_back(std::move(*loaded.scenario));
    tell(std::move(loaded.problems));
  }
  if (further) tell(further(result.models));
  if (result.exit_code != kOk) print_problems(stderr, problems);
  return result;
}

namespace {

// Where a study has it: at the change of experiment/counted, else where it names the file.
scenarios::Written counted_written(const ScenarioFile& file) {
  for (std::size_t i = 0; i < std::min(file.changes.size(), file.changes_written.size()); ++i)
    if (scenarios::changed_field(file.changes[i]) == "experiment/counted") return file.changes_written[i];
  return file.file_written;
}

}  // namespace

int refuse_other_times(const ReadScenarios& scenarios, const std::vector<ScenarioFile>& files) {
  const rail::ModelInput& first = scenarios.models.front()->input();
  for (std::size_t i = 1; i < scenarios.models.size(); ++i) {
    const rail::ModelInput& other = scenarios.models[i]->input();
    if (other.counted_s == first.counted_s) continue;
    const std::string complaint =
        fmt::format("counts {:.6g} days, {} {:.6g}: what they give cannot be set side by side",
                    static_cast<double>(other.counted_s) / kDay_s, scenarios.read[0].name(),
                    static_cast<double>(first.counted_s) / kDay_s);
    const scenarios::Written at = counted_written(files[i]);
    if (at.file.empty()) {
      spdlog::error("{} (experiment.counted)", printable(scenarios.read[i].name() + " " + complaint));
      return kUsage;
    }
    print_problems(stderr, {{at.file,
                             at.line,
                             at.column,
                             {},
                             fmt::format("variant `{}`: {}", files[i].name, complaint),
                             "`experiment/counted` says how long"}});
    return kInvalidScenario;
  }
  return kOk;
}

std::vector<studies::StudyRun> study_runs(const ReadScenarios& scenarios,
                                          const std::vector<ScenarioFile>& files,
                                          const std::vector<studies::ReplicationsResult>& results,
                                          studies::RunFacts facts) {
  std::vector<studies::StudyRun> runs;
  for (std::size_t i = 0; i < results.size(); ++i) {
    facts.scenario_file = files[i].file;
    facts.changes = files[i].changes;
    runs.push_back({scenarios.read[i], *scenarios.models[i], results[i], facts});
  }
  return runs;
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
