#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <optional>

#include "cli/backend.h"
#include "cli/commands.h"
#include "cli/compare_report.h"
#include "cli/confirmation_text.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/replicate.h"
#include "cli/terminal.h"
#include "cli/wanted_precision.h"
#include "studies/replications.h"
#include "studies/usual_kpis.h"

namespace cli {
namespace {

ReadScenarios read_all(const CompareOptions& options) {
  std::vector<ScenarioFile> files{options.base};
  files.insert(files.end(), options.variants.begin(), options.variants.end());
  if (!options.changes.empty()) files.push_back({options.base.file, options.changes});
  return read_all(files);
}

studies::ReplicationsOptions how(const CompareOptions& options, const scenarios::Scenario& base,
                                 studies::Backend backend, std::optional<studies::PrecisionRule>& rule) {
  studies::ReplicationsOptions result;
  result.replications = options.replications.value_or(std::max(2, base.replications()));
  result.seed = options.seed.value_or(base.seed());
  result.threads = options.threads;
  result.backend = backend;
  result.interrupt = &watch_interrupts();
  if (rule) end_by(*rule, options.precision, result);
  return result;
}

// The keys are known once something has run.
std::vector<std::string> unmatched(const std::vector<std::string>& patterns,
                                   const std::vector<studies::ReplicationsResult>& results) {
  std::vector<std::string> without;
  for (const std::string& pattern : patterns) {
    const bool found = std::any_of(results.begin() + 1, results.end(), [&](const auto& variant) {
      return !studies::paired(results.front(), variant, {pattern}).empty();
    });
    if (!found) without.push_back(pattern);
  }
  return without;
}

// What binds in each variant, tried with a tenth more of it.
void confirm_all(std::vector<Comparison>& comparisons, const studies::ReplicationsOptions& how) {
  for (Comparison& comparison : comparisons)
    comparison.confirmation = confirm(comparison.variant.model, comparison.variant.result, how);
}

void print(const CompareOptions& options, const ReadScenarios& scenarios,
           const std::vector<studies::ReplicationsResult>& results, const studies::ReplicationsOptions& how,
           const Precision& precision) {
  std::vector<Compared> compared;
  for (std::size_t i = 0; i < results.size(); ++i)
    compared.push_back({scenarios.read[i], *scenarios.models[i], results[i]});
  const std::vector<std::string>& patterns = options.kpis.empty() ? studies::usual_kpis() : options.kpis;
  std::vector<Comparison> comparisons;
  for (std::size_t i = 1; i < compared.size(); ++i)
    comparisons.push_back({compared[0], compared[i],
                           studies::paired(compared[0].result, compared[i].result, patterns), i,
                           !options.kpis.empty()});
  if (options.confirm_binding) confirm_all(comparisons, how);
  if (options.json) return fmt::print("{}", comparisons_json(comparisons, how.seed, precision));
  for (const Comparison& comparison : comparisons)
    fmt::print("{}", comparison_text(comparison, options.all, precision));
}

}  // namespace

int compare(const CompareOptions& options) {
  if (options.variants.empty() && options.changes.empty()) {
    spdlog::error("nothing to compare with: name a VARIANT, or say --change");
    return kUsage;
  }
  const std::optional<studies::Backend> backend = backend_or_complaint();
  if (!backend) return kUsage;
  const ReadScenarios scenarios = read_all(options);
  if (scenarios.exit_code != kOk) return scenarios.exit_code;
  std::optional<studies::PrecisionRule> rule = precision_rule(options.precision, options.kpis);
  const studies::ReplicationsOptions asked = how(options, scenarios.read.front(), *backend, rule);
  const std::vector<studies::ReplicationsResult> results = replicate(scenarios.models, asked);
  const bool early =
      std::any_of(results.begin(), results.end(), [](const auto& result) { return result.complete.empty(); });
  if (early) {
    spdlog::error("interrupted before one replication of each was complete: there are no results");
    return kInterrupted;
  }
  const std::vector<std::string> unknown = unmatched(options.kpis, results);
  for (const std::string& pattern : unknown)
    spdlog::error("--kpi {}: no KPI that both scenarios observe has such a key (docs/guides/results.md)",
                  printable(pattern));
  if (!unknown.empty()) return kUsage;
  print(options, scenarios, results, asked, rule ? std::optional(rule->outcome()) : std::nullopt);
  return options.confirm_binding && asked.interrupt->load() ? kInterrupted : exit_code_of(results);
}

}  // namespace cli
