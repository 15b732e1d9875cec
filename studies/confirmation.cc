#include "studies/confirmation.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "studies/paired.h"
#include "studies/widening.h"

namespace studies {
namespace {

constexpr double kLevel = 0.05;     // of all questions together
constexpr double kRounding = 1e-9;  // of sums of hours: where nothing varies, any difference would be sure

// "server" of "wait/KZ_DOS.customs/server/container_hours_to_end"; empty for other keys.
std::string_view cause_of_hours(std::string_view key) {
  constexpr std::string_view kSuffix = "/container_hours_to_end";
  if (!key.starts_with("wait/") || !key.ends_with(kSuffix)) return {};
  key.remove_suffix(kSuffix.size());
  return key.substr(key.rfind('/') + 1);
}

WaitedHours hours_of(const Replication& replication, const Wait& wait) {
  const std::string there = "wait/" + wait.place + "/" + wait.cause + "/container_hours_to_end";
  WaitedHours hours;
  for (const rail::Kpi& kpi : replication.kpis) {
    if (kpi.key == there) hours.there = kpi.value;
    if (kpi.key == "total/both/teu_delivered") hours.teu = kpi.value;
    const std::string_view cause = cause_of_hours(kpi.key);
    if (!cause.empty() && is_for_resource(cause)) hours.in_all += kpi.value;
  }
  return hours;
}

// `p_moves`: that half of what is saved there is saved in all.
BindingVerdict verdict_of(const Confirmation& one, double p_moves) {
  const auto falls = [](const Summary& summary, double p, double before) {
    return p < kLevel && summary.mean < -kRounding * before;
  };
  const bool more_arrive = one.p_teu < kLevel && one.teu.mean > 0;
  if (more_arrive || falls(one.in_all, one.p_in_all, one.hours_in_all)) return BindingVerdict::kConfirmed;
  const bool moves = p_moves < kLevel && one.in_all.mean > one.there.mean / 2;
  return moves && falls(one.there, one.p_there, one.hours_there) ? BindingVerdict::kMoves
                                                                 : BindingVerdict::kNotSure;
}

struct Paired {
  Summary difference;
  double before = 0;
  double p = 1;
};

template <class Figure>
Paired paired(const HourPairs& pairs, Figure figure) {
  std::vector<double> before, after, difference;
  for (const auto& [one, wider] : pairs) {
    before.push_back(std::invoke(figure, one));
    after.push_back(std::invoke(figure, wider));
    difference.push_back(after.back() - before.back());
  }
  return {summarise(difference), summarise(before).mean, p_of_equal_means(before, after)};
}

HourPairs pairs_of(const ReplicationsResult& base, const ReplicationsResult& wider, const Wait& wait) {
  HourPairs pairs;
  for (std::size_t i = 0; i < std::min(base.complete.size(), wider.complete.size()); ++i)
    pairs.emplace_back(hours_of(base.complete[i], wait), hours_of(wider.complete[i], wait));
  return pairs;
}

}  // namespace

const char* to_string(BindingVerdict verdict) {
  switch (verdict) {
    case BindingVerdict::kConfirmed:
      return "confirmed";
    case BindingVerdict::kMoves:
      return "the wait moves";
    case BindingVerdict::kNotSure:
      return "not sure";
    case BindingVerdict::kUntried:
      break;
  }
  return "not tried";
}

double Confirmation::moved() const {
  if (there.mean >= 0) return 0;
  return std::clamp(1 - in_all.mean / there.mean, 0.0, 1.0);
}

void judge(const HourPairs& pairs, Confirmation& result) {
  const Paired there = paired(pairs, &WaitedHours::there), in_all = paired(pairs, &WaitedHours::in_all),
               teu = paired(pairs, &WaitedHours::teu);
  result.there = there.difference;
  result.in_all = in_all.difference;
  result.teu = teu.difference;
  result.hours_there = there.before;
  result.hours_in_all = in_all.before;
  const std::vector<double> p = holm({there.p, in_all.p, teu.p});
  result.p_there = p[0];
  result.p_in_all = p[1];
  result.p_teu = p[2];
  const Paired moves = paired(pairs, [](const WaitedHours& one) { return one.in_all - one.there / 2; });
  result.verdict = verdict_of(result, holm({there.p, in_all.p, teu.p, moves.p})[3]);
}

std::optional<Confirmation> confirm_binding(const rail::Model& model, const ReplicationsResult& result,
                                            ReplicationsOptions options) {
  std::vector<BindingResource> binding = binding_resources(result.kpis);
  if (binding.empty()) return std::nullopt;
  Confirmation confirmation;
  confirmation.binding = std::move(binding.front());
  constexpr double kATenthMore = 1.1;
  Widening wider =
      widened(model, confirmation.binding.wait.place, confirmation.binding.wait.cause, kATenthMore);
  confirmation.tried = std::move(wider.what);
  if (!wider.input) return confirmation;
  if (has_gridlock(result)) {
    confirmation.tried =
        "trains wait for each other for ever, and hours until the end say nothing of a run that stands still";
    return confirmation;
  }
  options.replications = static_cast<int>(result.complete.size());
  options.go_on = nullptr;
  options.prepare_records = options.take_records = nullptr;
  options.record_trains = options.record_passings = options.record_containers = false;
  const auto wider_model = rail::Model::build(std::move(*wider.input));
  const ReplicationsResult other = run_replications(*wider_model, options);
  if (other.complete.empty()) return std::nullopt;
  if (has_gridlock(other)) {
    confirmation.tried = fmt::format("with {} trains wait for each other for ever", confirmation.tried);
    return confirmation;
  }
  confirmation.interrupted = other.interrupted;
  judge(pairs_of(result, other, confirmation.binding.wait), confirmation);
  std::vector<BindingResource> then = binding_resources(other.kpis);
  if (!then.empty()) confirmation.next = std::move(then.front());
  return confirmation;
}

}  // namespace studies
