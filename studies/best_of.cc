#include "studies/best_of.h"

#include <algorithm>

namespace studies {
namespace {

// The next replication of each that is still in; nothing if one of them has no more, or none is in.
std::optional<std::vector<const Replication*>> next_round(
    const std::vector<const ReplicationsResult*>& results, const std::vector<bool>& on, std::size_t round) {
  std::vector<const Replication*> all(results.size());
  bool any = false;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!on[i]) continue;
    if (results[i]->complete.size() <= round) return std::nullopt;
    all[i] = &results[i]->complete[round];
    any = true;
  }
  return any ? std::optional(std::move(all)) : std::nullopt;
}

}  // namespace

const char* to_string(SelectionEnd end) {
  switch (end) {
    case SelectionEnd::kDecided:
      return "decided";
    case SelectionEnd::kTie:
      return "tie";
    case SelectionEnd::kUndecided:
      return "undecided";
    case SelectionEnd::kNoSuchKpi:
      return "no such kpi";
    case SelectionEnd::kUnobserved:
      return "unobserved";
    case SelectionEnd::kTooFew:
      return "too few";
  }
  return "";
}

BestOf::BestOf(Score score, const SelectionPlan& plan)
    : score_(std::move(score)),
      plan_(plan),
      selection_(score_.costs.size(), plan),
      places_(score_.costs.size()),
      values_(score_.costs.size()) {}

std::vector<bool> BestOf::go_on(const std::vector<const Replication*>& round) {
  std::vector<double> scores(round.size());
  for (std::size_t i = 0; i < round.size(); ++i) {
    if (round[i] == nullptr) continue;
    const std::optional<double> value = value_of(i, *round[i]);
    if (!value) return std::vector<bool>(round.size(), false);
    values_[i].push_back(*value);
    scores[i] = score_.of(i, *value);
  }
  selection_.add(scores);
  std::vector<bool> on(round.size());
  for (std::size_t i = 0; i < round.size(); ++i) on[i] = selection_.is_in(i) && !selection_.is_decided();
  return on;
}

// All replications of a scenario have the same KPIs in the same order.
std::optional<double> BestOf::value_of(std::size_t scenario, const Replication& replication) {
  std::optional<std::size_t>& place = places_[scenario];
  if (!place) {
    const auto found = std::find_if(replication.kpis.begin(), replication.kpis.end(),
                                    [&](const rail::Kpi& kpi) { return kpi.key == score_.kpi; });
    if (found == replication.kpis.end()) {
      failed_ = SelectionEnd::kNoSuchKpi;
      faulty_ = scenario;
      return std::nullopt;
    }
    place = static_cast<std::size_t>(found - replication.kpis.begin());
    unit_ = found->unit;
  }
  const rail::Kpi& kpi = replication.kpis[*place];
  if (kpi.observed) return kpi.value;
  failed_ = SelectionEnd::kUnobserved;
  faulty_ = scenario;
  return std::nullopt;
}

SelectionEnd BestOf::end() const {
  if (failed_) return *failed_;
  if (selection_.observations() < plan_.first) return SelectionEnd::kTooFew;
  if (selection_.is_tie()) return SelectionEnd::kTie;
  return selection_.is_decided() ? SelectionEnd::kDecided : SelectionEnd::kUndecided;
}

SelectionOutcome BestOf::outcome() const {
  SelectionOutcome outcome{end(), selection_.best(), selection_.observations(), unit_, faulty_, {}};
  const std::vector<double>& of_best = values_[outcome.best];
  for (std::size_t i = 0; i < values_.size(); ++i) {
    std::vector<double> scores, behind, gain;
    const double sign = score_.less_is_better ? -1 : 1;
    for (std::size_t r = 0; r < values_[i].size(); ++r) {
      scores.push_back(score_.of(i, values_[i][r]));
      if (r < values_[0].size()) gain.push_back(sign * (values_[i][r] - values_[0][r]));
      if (r < of_best.size()) behind.push_back(score_.of(outcome.best, of_best[r]) - scores.back());
    }
    outcome.candidates.push_back({summarise(values_[i]), summarise(scores), summarise(behind),
                                  summarise(gain), selection_.out_after(i)});
  }
  return outcome;
}

SelectionOutcome selected_again(const Score& score, const SelectionPlan& plan,
                                const std::vector<const ReplicationsResult*>& results) {
  BestOf best(score, plan);
  std::vector<bool> on(results.size(), true);
  for (std::size_t round = 0;; ++round) {
    const auto replications = next_round(results, on, round);
    if (!replications) return best.outcome();
    on = best.go_on(*replications);
  }
}

}  // namespace studies
