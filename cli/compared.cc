#include "cli/compared.h"

#include <fmt/format.h>

#include <algorithm>

namespace cli {
namespace {

// Two files may give their scenarios one name, and neither may be the other.
std::string told_apart(const scenarios::Scenario& scenario, const std::string& as,
                       const Comparison& comparison) {
  const bool alike = comparison.base.scenario.name() == comparison.variant.scenario.name();
  if (!alike || is_the_same(comparison)) return scenario.name();
  return fmt::format("{} ({})", scenario.name(), as);
}

}  // namespace

std::string name_of_base(const Comparison& comparison) {
  return told_apart(comparison.base.scenario, "the base", comparison);
}

std::string name_of_variant(const Comparison& comparison) {
  return told_apart(comparison.variant.scenario, fmt::format("variant {}", comparison.number), comparison);
}

bool is_the_same(const Comparison& comparison) {
  return comparison.base.result.results_hash == comparison.variant.result.results_hash;
}

Outcome outcome_of(const Compared& compared) {
  Outcome outcome;
  outcome.gridlocks = studies::gridlocks(compared.result);
  for (const studies::Replication& one : compared.result.complete)
    outcome.wants += one.standing.empty() ? 0 : 1;
  return outcome;
}

std::vector<scenarios::ChangeReach> partial_changes(const Comparison& comparison) {
  const std::vector<scenarios::ChangeReach>& before = scenarios::reach_of_changes(comparison.base.scenario);
  std::vector<scenarios::ChangeReach> partial;
  for (const scenarios::ChangeReach& one : scenarios::reach_of_changes(comparison.variant.scenario)) {
    const bool of_base = std::any_of(before.begin(), before.end(),
                                     [&](const auto& other) { return other.change == one.change; });
    if (one.unstated > 0 && !of_base) partial.push_back(one);
  }
  return partial;
}

}  // namespace cli
