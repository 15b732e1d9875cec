#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "cli/assess_report.h"
#include "cli/backend.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/load.h"
#include "cli/progress_bar.h"
#include "studies/assessment.h"
#include "studies/replications.h"

namespace cli {
namespace {

constexpr int kUsualReplications = 20;

studies::ReplicationsOptions how(const AssessOptions& options, const scenarios::Scenario& first,
                                 studies::Backend backend) {
  studies::ReplicationsOptions result;
  result.replications = options.replications.value_or(kUsualReplications);
  result.seed = options.seed.value_or(first.seed());
  result.threads = options.threads;
  result.backend = backend;
  result.interrupt = &watch_interrupts();
  return result;
}

std::vector<studies::ReplicationsResult> replicate(const std::vector<scenarios::Scenario>& scenarios,
                                                   studies::ReplicationsOptions options) {
  std::vector<std::shared_ptr<const rail::Model>> models;
  std::vector<const rail::Model*> pointers;
  for (const scenarios::Scenario& scenario : scenarios) {
    models.push_back(rail::Model::build(scenario.model_input()));
    pointers.push_back(models.back().get());
  }
  const ProgressBar bar(options.replications * static_cast<int>(models.size()));
  options.progress = [&](int complete) { bar.show(complete); };
  return studies::run_replications(pointers, options);
}

bool is_interrupted(const studies::ReplicationsResult& result) { return result.interrupted; }

// A gridlocked year is judged like any other, but said to be one.
bool has_gridlock(const studies::ReplicationsResult& result) {
  return std::any_of(result.complete.begin(), result.complete.end(),
                     [](const auto& one) { return one.stop == rail::StopReason::kGridlock; });
}

}  // namespace

int assess(const AssessOptions& options) {
  const std::optional<studies::Backend> backend = backend_or_complaint();
  if (!backend) return kUsage;
  std::vector<scenarios::Scenario> scenarios;
  int exit_code = kOk;
  for (const std::string& file : options.files) {
    Loaded loaded = load(file);
    if (loaded.scenario) scenarios.push_back(std::move(*loaded.scenario));
    if (exit_code == kOk) exit_code = loaded.exit_code;
  }
  if (exit_code != kOk) return exit_code;
  const studies::ReplicationsOptions asked = how(options, scenarios.front(), *backend);
  const std::vector<studies::ReplicationsResult> results = replicate(scenarios, asked);
  if (std::any_of(results.begin(), results.end(), is_interrupted)) {
    spdlog::error("interrupted: a score of some replications would be another one, so there is none");
    return kInterrupted;
  }
  std::vector<studies::AssessedYear> years;
  for (std::size_t i = 0; i < results.size(); ++i) years.push_back({scenarios[i], results[i].kpis});
  const std::vector<studies::AssessedFigure> figures = studies::assess(years);
  if (options.json)
    fmt::print("{}", assessment_json(scenarios, figures, asked.replications, asked.seed));
  else
    fmt::print("{}", assessment_text(scenarios, figures));
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!has_gridlock(results[i])) continue;
    spdlog::error("{}: gridlock; `landbridge run` says where", scenarios[i].name());
    exit_code = kFailedRun;
  }
  return exit_code;
}

}  // namespace cli
