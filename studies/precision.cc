#include "studies/precision.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "studies/kpi_pattern.h"

namespace studies {

std::optional<double> KpiPrecision::relative() const {
  if (!summary.half_width) return std::nullopt;
  if (of == 0) return *summary.half_width == 0 ? std::optional(0.0) : std::nullopt;
  return *summary.half_width / std::abs(of);
}

std::vector<bool> PrecisionRule::go_on(const std::vector<const Replication*>& round) {
  if (rounds_++ == 0) track(round);
  for (Tracked& tracked : tracked_) look_at(round, tracked);
  return std::vector<bool>(round.size(), !is_reached() && !is_hopeless());
}

// Each replication of a model has the same KPIs in the same order.
void PrecisionRule::track(const std::vector<const Replication*>& round) {
  if (round.size() > 1) {
    for (std::size_t i = 1; i < round.size(); ++i) track_variant(*round[0], *round[i], i);
    return;
  }
  const std::vector<rail::Kpi>& kpis = round[0]->kpis;
  for (std::size_t k = 0; k < kpis.size(); ++k) {
    if (matches(kpis[k].key, goal_.kpis))
      tracked_.push_back({{kpis[k].key, kpis[k].unit, 0, {}, 0, false}, k, k, {}, {}});
  }
}

void PrecisionRule::track_variant(const Replication& base, const Replication& variant, std::size_t number) {
  std::unordered_map<std::string, std::size_t> places;  // looked up only, never walked
  for (std::size_t k = 0; k < variant.kpis.size(); ++k) places.emplace(variant.kpis[k].key, k);
  for (std::size_t k = 0; k < base.kpis.size(); ++k) {
    const rail::Kpi& kpi = base.kpis[k];
    const auto other = places.find(kpi.key);
    if (other != places.end() && matches(kpi.key, goal_.kpis))
      tracked_.push_back({{kpi.key, kpi.unit, number, {}, 0, false}, k, other->second, {}, {}});
  }
}

void PrecisionRule::look_at(const std::vector<const Replication*>& round, Tracked& tracked) {
  const rail::Kpi& base = round[0]->kpis[tracked.at_base];
  const rail::Kpi& variant = round[tracked.kpi.variant]->kpis[tracked.at_variant];
  if (!base.observed || !variant.observed) return;
  tracked.of.push_back(base.value);
  tracked.values.push_back(tracked.kpi.variant == 0 ? base.value : variant.value - base.value);
}

KpiPrecision PrecisionRule::judged(const Tracked& tracked) const {
  KpiPrecision kpi = tracked.kpi;
  kpi.summary = summarise(tracked.values);
  kpi.of = summarise(tracked.of).mean;
  kpi.reached = is_precise(kpi.summary, kpi.of, goal_.relative);
  return kpi;
}

// What is never observed cannot be waited for.
bool PrecisionRule::is_reached() const {
  if (rounds_ < kLeastReplications) return false;
  bool any = false;
  for (const Tracked& tracked : tracked_) {
    if (tracked.values.empty()) continue;
    if (!judged(tracked).reached) return false;
    any = true;
  }
  return any;
}

bool PrecisionRule::is_hopeless() const {
  if (!unmatched().empty()) return true;
  return rounds_ >= kLeastReplications &&
         std::all_of(tracked_.begin(), tracked_.end(), [](const Tracked& one) { return one.values.empty(); });
}

std::vector<std::string> PrecisionRule::unmatched() const {
  std::vector<std::string> result;
  for (const std::string& pattern : goal_.kpis) {
    const bool found = std::any_of(tracked_.begin(), tracked_.end(),
                                   [&](const Tracked& one) { return matches(one.kpi.key, {pattern}); });
    if (!found && rounds_ > 0) result.push_back(pattern);
  }
  return result;
}

PrecisionOutcome PrecisionRule::outcome() const {
  PrecisionOutcome outcome{goal_, is_reached(), rounds_, {}};
  for (const Tracked& tracked : tracked_)
    if (!tracked.values.empty()) outcome.kpis.push_back(judged(tracked));
  return outcome;
}

}  // namespace studies
