#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <set>

#include "cli/backend.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/introduce.h"
#include "cli/replicate.h"
#include "cli/results_folder.h"
#include "cli/select_report.h"
#include "cli/terminal.h"
#include "cli/unknown_kpis.h"
#include "studies/kpi_names.h"
#include "studies/selection_directory.h"
#include "studies/shell_text.h"

namespace cli {
namespace {

// "FILE=12e6": the file's place in the list, and the amount.
struct Cost {
  std::size_t file = 0;
  double a_year = 0;
};
std::optional<Cost> cost_of(const std::string& text, const std::vector<ScenarioFile>& files) {
  const std::size_t cut = text.rfind('=');
  const auto file = std::find_if(files.begin(), files.end(),
                                 [&](const auto& one) { return one.file == text.substr(0, cut); });
  if (cut == std::string::npos || file == files.end()) return std::nullopt;
  Cost cost{static_cast<std::size_t>(file - files.begin()), 0};
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + cut + 1, end, cost.a_year);
  if (error != std::errc() || rest != end || !std::isfinite(cost.a_year) || cost.a_year < 0)
    return std::nullopt;
  return cost;
}

// Nothing, and a complaint on standard error, if one cannot be read.
std::optional<std::vector<double>> costs_a_year(const SelectOptions& options) {
  if (!options.costs_a_year.empty()) return options.costs_a_year;
  std::vector<double> a_year(options.candidates.size());
  std::set<std::size_t> told;
  for (const std::string& text : options.costs) {
    const std::optional<Cost> cost = cost_of(text, options.candidates);
    if (!cost) {
      spdlog::error(
          "--cost {}: say FILE=AMOUNT with one of the files as it stands on the command line, and an amount "
          "of 0 or more",
          printable(text));
      return std::nullopt;
    }
    if (!told.insert(cost->file).second) {
      spdlog::error("--cost {}: the file has a cost already", printable(text));
      return std::nullopt;
    }
    a_year[cost->file] = cost->a_year;
  }
  return a_year;
}

studies::ReplicationsOptions how(const SelectOptions& options, const scenarios::Scenario& first,
                                 studies::Backend backend, studies::BestOf& best) {
  studies::ReplicationsOptions result;
  result.replications = options.most;
  result.seed = options.seed.value_or(first.seed());
  result.threads = options.threads;
  result.backend = backend;
  result.interrupt = &watch_interrupts();
  result.go_on = [&best](const std::vector<const studies::Replication*>& round) { return best.go_on(round); };
  return result;
}

// Says why there is nothing to print; kOk if there is.
int complain(const studies::SelectionOutcome& outcome, const SelectOptions& options) {
  const ScenarioFile& faulty = options.candidates[outcome.faulty];
  const bool is_base = outcome.faulty == 0 && !options.study.file.empty();
  const std::string file = is_base               ? "the base"
                           : faulty.name.empty() ? printable(faulty.file)
                                                 : printable(faulty.name);
  switch (outcome.end) {
    case studies::SelectionEnd::kNoSuchKpi:
      return refuse("--kpi", options.kpi, options.kpi_written, fmt::format("{} has no such KPI", file),
                    "docs/guides/results.md lists them");
    case studies::SelectionEnd::kUnobserved:
      spdlog::error("{}: nothing was observed of it in replication {} of {}, so it cannot be compared",
                    printable(options.kpi), outcome.replications, file);
      return kFailedRun;
    case studies::SelectionEnd::kTooFew:
      spdlog::error("interrupted before {} replications of each were complete: nothing can be said yet",
                    options.first);
      return kInterrupted;
    case studies::SelectionEnd::kDecided:
    case studies::SelectionEnd::kTie:
    case studies::SelectionEnd::kUndecided:
      break;
  }
  return kOk;
}

// Of the scenarios; of the files, where those do not tell them apart.
std::vector<std::string> names_of(const SelectOptions& options, const ReadScenarios& candidates) {
  std::vector<std::string> names;
  for (const scenarios::Scenario& scenario : candidates.read) names.push_back(scenario.name());
  const bool told_apart = std::set<std::string>(names.begin(), names.end()).size() == names.size();
  if (told_apart) return names;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (options.candidates[i].name.empty()) names[i] = options.candidates[i].file;
  return names;
}

// That selects among them again.
std::string command_of(const SelectOptions& options, const std::vector<double>& a_year, std::uint64_t seed) {
  if (!options.study.file.empty())
    return fmt::format("landbridge study {} --seed {}", studies::shell_word(options.study.file), seed);
  std::string text = "landbridge select";
  for (const ScenarioFile& candidate : options.candidates)
    text += fmt::format(" {}", studies::shell_word(candidate.file));
  text += fmt::format(" --kpi {} {} --zone {} --probability {:.6g}%", studies::shell_word(options.kpi),
                      options.less_is_better ? "--less" : "--more", options.zone, 100 * options.probability);
  if (options.worth) text += fmt::format(" --worth {}", *options.worth);
  for (std::size_t i = 0; i < a_year.size(); ++i) {
    if (a_year[i] != 0)
      text += fmt::format(" --cost {}",
                          studies::shell_word(fmt::format("{}={}", options.candidates[i].file, a_year[i])));
  }
  return text + fmt::format(" --first {} --max-replications {} --seed {}", options.first, options.most, seed);
}

studies::SelectionFacts selection_facts(const SelectOptions& options, const ReadScenarios& candidates,
                                        const std::vector<double>& a_year) {
  studies::SelectionFacts facts;
  facts.names = names_of(options, candidates);
  facts.costs_a_year = a_year;
  if (options.worth)
    facts.currency =
        options.currency.empty() ? studies::currency_of(*candidates.models.front()) : options.currency;
  facts.score = {options.kpi, options.less_is_better, options.worth.value_or(1),
                 studies::over_counted_time(a_year, candidates.models)};
  facts.plan = {options.zone, options.probability, options.first};
  facts.most = options.most;
  facts.command = command_of(options, a_year, options.seed.value_or(candidates.read.front().seed()));
  facts.question = options.study.question;
  return facts;
}

int select_among(const ReadScenarios& candidates, const SelectOptions& options, studies::Backend backend) {
  const std::optional<std::vector<double>> a_year = costs_a_year(options);
  if (!a_year) return kUsage;
  const studies::SelectionFacts facts = selection_facts(options, candidates, *a_year);
  studies::BestOf best(facts.score, facts.plan);
  introduce(options.study.question, options.json);
  ResultsFolder folder(options.out);
  const studies::ReplicationsOptions asked = how(options, candidates.read.front(), backend, best);
  studies::RunFacts run = studies::facts_from_now(asked);
  const auto start = std::chrono::steady_clock::now();
  const std::vector<studies::ReplicationsResult> results = replicate(candidates.models, asked);
  run.seconds_taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const studies::SelectionOutcome outcome = best.outcome();
  if (const int code = complain(outcome, options); code != kOk) return code;
  folder.fill([&](const studies::RunDirectory& directory) {
    studies::write_selection(directory, study_runs(candidates, options.candidates, results, run), facts);
  });
  const studies::PlaceNames places(*candidates.models.front());
  const Selected selected{facts,        studies::kpi_name(places, options.kpi),
                          outcome,      results,
                          asked.seed,   any_interrupted(results),
                          options.study};
  fmt::print("{}", options.json ? selection_json(selected) : selection_text(selected));
  folder.require_written();
  return exit_code_of(results);
}

}  // namespace

int select(const SelectOptions& options) {
  const std::optional<studies::Backend> backend = backend_or_complaint();
  if (!backend) return kUsage;
  if (options.candidates.size() < 2) {
    spdlog::error("one scenario is no choice: name two or more");
    return kUsage;
  }
  if (!options.costs.empty() && !options.worth) {
    spdlog::error("--cost needs --worth: how much a unit of the KPI is worth, in the same money");
    return kUsage;
  }
  if (options.first > options.most) {
    spdlog::error("--max-replications {} is less than --first {}", options.most, options.first);
    return kUsage;
  }
  if (options.probability <= 1.0 / static_cast<double>(options.candidates.size())) {
    spdlog::error("--probability: whoever picks one of {} at random is right as often",
                  options.candidates.size());
    return kUsage;
  }
  const std::vector<std::string> kpis{options.kpi};
  const std::vector<scenarios::Written> written{options.kpi_written};
  const AskedKpis asked{kpis, written};
  const ReadScenarios candidates =
      read_all(options.candidates, [&](const Models& models) { return unknown_in_study(asked, models); });
  if (candidates.exit_code != kOk) return candidates.exit_code;
  for (const scenarios::Scenario& candidate : candidates.read) warn_of_partial_changes(candidate);
  if (const int code = refuse_other_times(candidates, options.candidates); code != kOk) return code;
  if (const int code = refuse_unknown(asked, candidates.models); code != kOk) return code;
  return select_among(candidates, options, *backend);
}

}  // namespace cli
