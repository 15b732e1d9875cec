#include "studies/selection_words.h"

#include <fmt/format.h>

#include "studies/digits.h"

namespace studies {
namespace {

std::string names_in(const SelectionFacts& facts, const SelectionOutcome& outcome) {
  std::string text;
  for (std::size_t i = 0; i < facts.names.size(); ++i) {
    if (outcome.candidates[i].out_after > 0) continue;
    text += (text.empty() ? "" : ", ") + facts.names[i];
  }
  return text;
}

}  // namespace

const std::string& score_unit(const SelectionFacts& facts, const SelectionOutcome& outcome) {
  return facts.currency.empty() ? outcome.unit : facts.currency;
}

std::string selection_answer(const SelectionFacts& facts, const SelectionOutcome& outcome, bool interrupted,
                             const DecidingWords& words) {
  const std::string& best = facts.names[outcome.best];
  const std::string count = grouped(outcome.replications);
  if (outcome.end == SelectionEnd::kDecided)
    return fmt::format(
        "{} is selected after {} replications. If the best one is ahead of all others by {} {} or more, this "
        "is it with a probability of {:.4g} % or more.",
        best, count, as_published(facts.plan.zone), score_unit(facts, outcome), 100 * facts.plan.probability);
  if (outcome.end == SelectionEnd::kTie)
    return fmt::format("The best are equal after {} replications: {}.", count, names_in(facts, outcome));
  const std::string so_far = fmt::format("still in: {}; ahead: {}", names_in(facts, outcome), best);
  if (interrupted) return fmt::format("INTERRUPTED after {} replications, not decided; {}.", count, so_far);
  return fmt::format("NOT DECIDED after {} replications; {}. A wider {} or more {} decide.", count, so_far,
                     words.zone, words.most);
}

std::string candidate_state(const SelectionOutcome& outcome, std::size_t candidate) {
  const int out_after = outcome.candidates[candidate].out_after;
  if (out_after > 0) return fmt::format("out after {}", out_after);
  if (outcome.end == SelectionEnd::kTie) return "equal";
  if (candidate != outcome.best) return "in";
  return outcome.end == SelectionEnd::kDecided ? "selected" : "ahead";
}

std::optional<Summary> bought(const SelectionFacts& facts, const SelectionOutcome& outcome,
                              std::size_t candidate) {
  const double cost = facts.score.costs[candidate] - facts.score.costs[0];
  if (cost <= 0) return std::nullopt;
  return times(outcome.candidates[candidate].gain, 1000 / cost);
}

Summary times(Summary summary, double factor) {
  summary.mean *= factor;
  summary.sd *= factor;
  if (summary.half_width) *summary.half_width *= factor;
  return summary;
}

}  // namespace studies
