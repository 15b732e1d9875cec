#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "cli/backend.h"
#include "cli/commands.h"
#include "cli/compare_report.h"
#include "cli/confirm.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/introduce.h"
#include "cli/replicate.h"
#include "cli/results_folder.h"
#include "cli/terminal.h"
#include "cli/unknown_kpis.h"
#include "cli/wanted_precision.h"
#include "studies/compared_kpis.h"
#include "studies/comparison_directory.h"
#include "studies/growing_queues.h"
#include "studies/replications.h"
#include "studies/shell_text.h"
#include "studies/watched_queues.h"

namespace cli {
namespace {

constexpr int kUsualReplications = 10;  // fewer tell too little of how much differences vary

// The base first.
std::vector<ScenarioFile> files_of(const CompareOptions& options) {
  std::vector<ScenarioFile> files{options.base};
  files.insert(files.end(), options.variants.begin(), options.variants.end());
  if (!options.changes.empty()) files.push_back({options.base.file, options.changes});
  return files;
}

studies::ReplicationsOptions how(const CompareOptions& options, const scenarios::Scenario& base,
                                 studies::Backend backend, std::optional<studies::PrecisionRule>& rule) {
  studies::ReplicationsOptions result;
  result.replications = options.replications.value_or(std::max(kUsualReplications, base.replications()));
  result.seed = options.seed.value_or(base.seed());
  result.threads = options.threads;
  result.backend = backend;
  result.interrupt = &watch_interrupts();
  if (rule) end_by(*rule, options.precision, result);
  return result;
}

// Whether anything is observed of it is known once something has run.
std::vector<std::string> unmatched(const std::vector<std::string>& patterns,
                                   const std::vector<studies::ReplicationsResult>& results) {
  std::vector<std::string> without;
  for (const std::string& pattern : patterns) {
    const bool found = std::any_of(results.begin() + 1, results.end(), [&](const auto& variant) {
      return !studies::paired(results.front(), variant, {pattern}).empty() ||
             !studies::unpaired(results.front(), variant, {pattern}).empty();
    });
    if (!found) without.push_back(pattern);
  }
  return without;
}

// Of the KPIs that are looked at.
std::vector<std::string> patterns_of(const CompareOptions& options, const ReadScenarios& scenarios,
                                     const std::vector<studies::ReplicationsResult>& results) {
  std::vector<studies::ComparedSide> sides;
  for (std::size_t i = 0; i < results.size(); ++i) sides.push_back({*scenarios.models[i], results[i].kpis});
  return studies::compared_kpis(options.kpis, sides.front(), {sides.begin() + 1, sides.end()});
}

using Confirmations = std::vector<std::optional<studies::Confirmation>>;  // of each scenario

// What binds in each variant, tried with a tenth more of it, and added to the folder; of the base it is not
// asked. `runs`: the base first.
Confirmations confirm_all(std::vector<studies::StudyRun> runs, const studies::ReplicationsOptions& how,
                          ResultsFolder& folder) {
  Confirmations all(runs.size());
  for (std::size_t i = 1; i < runs.size(); ++i) {
    all[i] = confirm(runs[i].model, runs[i].result, how);
    runs[i].facts.confirmation = all[i];
    if (!all[i]) continue;
    // At once: the next one takes as long, and may be killed.
    folder.add(
        [&](const studies::RunDirectory& directory) { studies::write_confirmation(directory, i, runs[i]); });
  }
  return all;
}

using Growing = std::vector<std::vector<studies::GrowingQueue>>;  // of each scenario

Growing growing_in(const ReadScenarios& scenarios, const std::vector<studies::ReplicationsResult>& results,
                   const studies::WatchedQueues& watched) {
  Growing growing;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const rail::Model& model = *scenarios.models[i];
    growing.push_back(
        studies::growing_queues(model, results[i], watched.of(model, results[i].complete.size())));
  }
  return growing;
}

// That compares them again.
std::string command_of(const CompareOptions& options, std::uint64_t seed, std::size_t replications) {
  const std::string numbers = fmt::format(" --replications {} --seed {}{}", replications, seed,
                                          options.confirm_binding ? " --confirm-binding" : "");
  if (!options.study.file.empty())
    return "landbridge study " + studies::shell_word(options.study.file) + numbers;
  std::string text = "landbridge compare " + studies::shell_word(options.base.file);
  for (const ScenarioFile& variant : options.variants)
    text += fmt::format(" {}", studies::shell_word(variant.file));
  for (const std::string& change : options.changes)
    text += fmt::format(" --change {}", studies::shell_word(change));
  for (const std::string& kpi : options.kpis) text += fmt::format(" --kpi {}", studies::shell_word(kpi));
  return text + numbers;
}

void write(const studies::RunDirectory& directory, const CompareOptions& options,
           const ReadScenarios& scenarios, const std::vector<studies::ReplicationsResult>& results,
           const Growing& growing, const studies::RunFacts& facts, const Precision& precision) {
  std::vector<studies::StudyRun> runs = study_runs(scenarios, files_of(options), results, facts);
  for (std::size_t i = 0; i < runs.size(); ++i) runs[i].growing = growing[i];
  studies::write_comparison(
      directory, runs,
      {patterns_of(options, scenarios, results),
       command_of(options, facts.seed, results.front().complete.size()), options.study.question, precision});
}

void print(const CompareOptions& options, const ReadScenarios& scenarios,
           const std::vector<studies::ReplicationsResult>& results, const Growing& growing,
           const Confirmations& confirmations, std::uint64_t seed, const Precision& precision) {
  std::vector<Compared> compared;
  for (std::size_t i = 0; i < results.size(); ++i)
    compared.push_back({scenarios.read[i], *scenarios.models[i], results[i], growing[i]});
  const std::vector<std::string> patterns = patterns_of(options, scenarios, results);
  std::vector<Comparison> comparisons;
  for (std::size_t i = 1; i < compared.size(); ++i)
    comparisons.push_back({compared[0], compared[i],
                           studies::paired(compared[0].result, compared[i].result, patterns), i,
                           !options.kpis.empty(), confirmations[i],
                           studies::unpaired(compared[0].result, compared[i].result, patterns)});
  if (options.json) return fmt::print("{}", comparisons_json(comparisons, seed, precision, options.study));
  for (const Comparison& comparison : comparisons)
    fmt::print("{}", comparison_text(comparison, options.all, precision, options.precision.more));
}

// What ran, and what it was run with.
struct Ran {
  std::vector<studies::ReplicationsResult> results;
  studies::WatchedQueues watched;
  studies::RunFacts facts;
};

void run(const ReadScenarios& scenarios, const studies::ReplicationsOptions& asked, Ran& ran) {
  ran.facts = studies::facts_from_now(asked);
  const auto start = std::chrono::steady_clock::now();
  studies::ReplicationsOptions watching = asked;
  watching.run_one = [&ran](const rail::Model& model, const rail::ReplicationOptions& one) {
    return ran.watched.run_one(model, one);
  };
  ran.results = replicate(scenarios.models, watching);
  ran.facts.seconds_taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

bool any_empty(const std::vector<studies::ReplicationsResult>& results) {
  return std::any_of(results.begin(), results.end(),
                     [](const auto& result) { return result.complete.empty(); });
}

void warn_of_unmatched(const CompareOptions& options,
                       const std::vector<studies::ReplicationsResult>& results) {
  for (const std::string& pattern : unmatched(options.kpis, results))
    spdlog::warn("{}: nothing was observed of it, in any of the scenarios", printable(pattern));
}

int compare_all(const ReadScenarios& scenarios, const CompareOptions& options, studies::Backend backend) {
  introduce(options.study.question, options.json);
  ResultsFolder folder(options.out);
  std::optional<studies::PrecisionRule> rule = precision_rule(options.precision, options.kpis);
  const studies::ReplicationsOptions asked = how(options, scenarios.read.front(), backend, rule);
  Ran ran;
  run(scenarios, asked, ran);
  if (any_empty(ran.results)) {
    spdlog::error("interrupted before one replication of each was complete: there are no results");
    return kInterrupted;
  }
  warn_of_unmatched(options, ran.results);
  const Growing growing = growing_in(scenarios, ran.results, ran.watched);
  const Precision precision = rule ? std::optional(rule->outcome()) : std::nullopt;
  // Before what takes time and may be killed.
  folder.fill([&](const studies::RunDirectory& directory) {
    write(directory, options, scenarios, ran.results, growing, ran.facts, precision);
  });
  Confirmations confirmations(ran.results.size());
  if (options.confirm_binding)
    confirmations =
        confirm_all(study_runs(scenarios, files_of(options), ran.results, ran.facts), asked, folder);
  print(options, scenarios, ran.results, growing, confirmations, asked.seed, precision);
  folder.require_written();
  return options.confirm_binding && asked.interrupt->load() ? kInterrupted : exit_code_of(ran.results);
}

}  // namespace

int compare(const CompareOptions& options) {
  if (options.variants.empty() && options.changes.empty()) {
    spdlog::error("nothing to compare with: name a VARIANT, or say --change");
    return kUsage;
  }
  const std::optional<studies::Backend> backend = backend_or_complaint();
  if (!backend) return kUsage;
  const std::vector<ScenarioFile> files = files_of(options);
  const AskedKpis kpis{options.kpis, options.kpis_written};
  const ReadScenarios scenarios =
      read_all(files, [&](const Models& models) { return unknown_in_study(kpis, models); });
  if (scenarios.exit_code != kOk) return scenarios.exit_code;
  if (const int code = refuse_other_times(scenarios, files); code != kOk) return code;
  if (const int code = refuse_unknown(kpis, scenarios.models); code != kOk) return code;
  return compare_all(scenarios, options, *backend);
}

}  // namespace cli
