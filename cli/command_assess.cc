#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <optional>

#include "cli/assess_report.h"
#include "cli/backend.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/replicate.h"
#include "cli/results_folder.h"
#include "cli/terminal.h"
#include "studies/assessment.h"
#include "studies/assessment_directory.h"
#include "studies/replications.h"
#include "studies/shell_text.h"

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

// That assesses them again.
std::string command_of(const AssessOptions& options, const studies::ReplicationsOptions& how) {
  std::string text = "landbridge assess";
  for (const std::string& file : options.files) text += fmt::format(" {}", studies::shell_word(file));
  return text + fmt::format(" --replications {} --seed {}", how.replications, how.seed);
}

bool is_each_of_another_year(const ReadScenarios& scenarios, const AssessOptions& options) {
  const auto clash = studies::of_one_year(scenarios.read);
  if (!clash) return true;
  spdlog::error("{} and {} both count {}: their figures would count twice; name one scenario of each year",
                printable(options.files[clash->first]), printable(options.files[clash->second]),
                studies::year_of(scenarios.read[clash->first]));
  return false;
}

}  // namespace

int assess(const AssessOptions& options) {
  const std::optional<studies::Backend> backend = backend_or_complaint();
  if (!backend) return kUsage;
  std::vector<ScenarioFile> files;
  for (const std::string& file : options.files) files.push_back({file});
  const ReadScenarios scenarios = read_all(files);
  if (scenarios.exit_code != kOk) return scenarios.exit_code;
  if (!is_each_of_another_year(scenarios, options)) return kUsage;
  const studies::ReplicationsOptions asked = how(options, scenarios.read.front(), *backend);
  ResultsFolder folder(options.out);
  studies::RunFacts run = studies::facts_from_now(asked);
  const auto start = std::chrono::steady_clock::now();
  const std::vector<studies::ReplicationsResult> results = replicate(scenarios.models, asked);
  run.seconds_taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (any_interrupted(results)) {
    spdlog::error("interrupted: a score of some replications would be another one, so there is none");
    return kInterrupted;
  }
  folder.fill([&](const studies::RunDirectory& directory) {
    studies::write_assessment(directory, study_runs(scenarios, files, results, run),
                              command_of(options, asked));
  });
  std::vector<studies::AssessedYear> years;
  for (std::size_t i = 0; i < results.size(); ++i) years.push_back({scenarios.read[i], results[i].kpis});
  const std::vector<studies::AssessedFigure> figures = studies::assess(years);
  if (options.json)
    fmt::print("{}", assessment_json(scenarios.read, figures, asked.replications, asked.seed));
  else
    fmt::print("{}", assessment_text(scenarios.read, figures));
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (studies::has_gridlock(results[i]))  // judged like any other year, but said to be one
      spdlog::error("{}: gridlock; `landbridge run` says where", scenarios.read[i].name());
  }
  folder.require_written();
  return exit_code_of(results);
}

}  // namespace cli
