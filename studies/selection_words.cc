#include "studies/selection_words.h"

#include <fmt/format.h>

#include <cstdlib>

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

constexpr double kPoints = 100;  // of a share

// Without what multiplying leaves behind: 0.07, not 0.06999999999999999.
double in_points(double share) {
  return std::strtod(fmt::format("{:.12g}", kPoints * share).c_str(), nullptr);
}

struct StateWords {
  const char *selected, *ahead, *equal, *in;
  const char* unit;  // of what it was out after
};

std::string state_in(const StateWords& words, const SelectionOutcome& outcome, std::size_t candidate) {
  const int out_after = outcome.candidates[candidate].out_after;
  if (out_after > 0) return fmt::format("out after {}{}", out_after, words.unit);
  if (outcome.end == SelectionEnd::kTie) return words.equal;
  if (candidate != outcome.best) return words.in;
  return outcome.end == SelectionEnd::kDecided ? words.selected : words.ahead;
}

}  // namespace

std::string difference_unit(const std::string& unit) { return unit == "share" ? "percentage points" : unit; }

Summary told_difference(const Summary& difference, const std::string& unit) {
  return unit == "share" ? times(difference, kPoints) : difference;
}

std::string zone_text(const SelectionFacts& facts, const SelectionOutcome& outcome) {
  const std::string& unit = score_unit(facts, outcome);
  const double zone = unit == "share" ? in_points(facts.plan.zone) : facts.plan.zone;
  return fmt::format("{} {}", as_published(zone), difference_unit(unit));
}

const std::string& score_unit(const SelectionFacts& facts, const SelectionOutcome& outcome) {
  return facts.currency.empty() ? outcome.unit : facts.currency;
}

std::string selection_answer(const SelectionFacts& facts, const SelectionOutcome& outcome, bool interrupted,
                             const DecidingWords& words) {
  const std::string& best = facts.names[outcome.best];
  const std::string count = grouped(outcome.replications);
  if (outcome.end == SelectionEnd::kDecided)
    return fmt::format(
        "{} is selected after {} replications. If the best one is ahead of all others by {} or more, this "
        "is it with a probability of {:.4g} % or more.",
        best, count, zone_text(facts, outcome), 100 * facts.plan.probability);
  if (outcome.end == SelectionEnd::kTie)
    return fmt::format("The best are equal after {} replications: {}.", count, names_in(facts, outcome));
  const std::string so_far = fmt::format("still in: {}; ahead: {}", names_in(facts, outcome), best);
  if (interrupted) return fmt::format("INTERRUPTED after {} replications, not decided; {}.", count, so_far);
  return fmt::format("NOT DECIDED after {} replications; {}. A wider {} or more {} decide.", count, so_far,
                     words.zone, words.most);
}

std::string candidate_state(const SelectionOutcome& outcome, std::size_t candidate) {
  return state_in({"selected", "ahead", "equal", "in", ""}, outcome, candidate);
}

std::string candidate_words(const SelectionOutcome& outcome, std::size_t candidate) {
  return state_in({"selected", "ahead so far", "one of the best", "still in", " replications"}, outcome,
                  candidate);
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
