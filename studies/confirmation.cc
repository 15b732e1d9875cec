#include "studies/confirmation.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "studies/paired.h"
#include "studies/widening.h"

namespace studies {
namespace {

constexpr double kLevel = 0.05;     // of all three questions together
constexpr double kRounding = 1e-9;  // of sums of hours: where nothing varies, any difference would be sure

// Of one replication.
struct Hours {
  double there = 0, in_all = 0, teu = 0;
};

// "server" of "wait/KZ_DOS.customs/server/container_hours_to_end"; empty for other keys.
std::string_view cause_of_hours(std::string_view key) {
  constexpr std::string_view kSuffix = "/container_hours_to_end";
  if (!key.starts_with("wait/") || !key.ends_with(kSuffix)) return {};
  key.remove_suffix(kSuffix.size());
  return key.substr(key.rfind('/') + 1);
}

Hours hours_of(const Replication& replication, const Wait& wait) {
  const std::string there = "wait/" + wait.place + "/" + wait.cause + "/container_hours_to_end";
  Hours hours;
  for (const rail::Kpi& kpi : replication.kpis) {
    if (kpi.key == there) hours.there = kpi.value;
    if (kpi.key == "total/both/teu_delivered") hours.teu = kpi.value;
    const std::string_view cause = cause_of_hours(kpi.key);
    if (!cause.empty() && is_for_resource(cause)) hours.in_all += kpi.value;
  }
  return hours;
}

BindingVerdict verdict_of(const Confirmation& one) {
  const auto falls = [](const Summary& summary, double p, double before) {
    return p < kLevel && summary.mean < -kRounding * before;
  };
  if (!falls(one.there, one.p_there, one.hours_there)) return BindingVerdict::kNotSure;
  const bool more_arrive = one.p_teu < kLevel && one.teu.mean > 0;
  return falls(one.in_all, one.p_in_all, one.hours_in_all) || more_arrive ? BindingVerdict::kConfirmed
                                                                          : BindingVerdict::kMoves;
}

// Of each pair before, and with more of it.
using Pairs = std::vector<std::pair<Hours, Hours>>;

struct Paired {
  Summary difference;
  double before = 0;
  double p = 1;
};

Paired paired(const Pairs& pairs, double Hours::* figure) {
  std::vector<double> before, after, difference;
  for (const auto& [one, wider] : pairs) {
    before.push_back(one.*figure);
    after.push_back(wider.*figure);
    difference.push_back(after.back() - before.back());
  }
  return {summarise(difference), summarise(before).mean, p_of_equal_means(before, after)};
}

void compare(const ReplicationsResult& base, const ReplicationsResult& wider, Confirmation& result) {
  Pairs pairs;
  for (std::size_t i = 0; i < std::min(base.complete.size(), wider.complete.size()); ++i)
    pairs.emplace_back(hours_of(base.complete[i], result.binding.wait),
                       hours_of(wider.complete[i], result.binding.wait));
  const Paired there = paired(pairs, &Hours::there), in_all = paired(pairs, &Hours::in_all),
               teu = paired(pairs, &Hours::teu);
  result.there = there.difference;
  result.in_all = in_all.difference;
  result.teu = teu.difference;
  result.hours_there = there.before;
  result.hours_in_all = in_all.before;
  const std::vector<double> p = holm({there.p, in_all.p, teu.p});
  result.p_there = p[0];
  result.p_in_all = p[1];
  result.p_teu = p[2];
  result.verdict = verdict_of(result);
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
  options.replications = static_cast<int>(result.complete.size());
  options.go_on = nullptr;
  options.prepare_records = options.take_records = nullptr;
  options.record_trains = options.record_passings = options.record_containers = false;
  const auto wider_model = rail::Model::build(std::move(*wider.input));
  const ReplicationsResult other = run_replications(*wider_model, options);
  if (other.complete.empty()) return std::nullopt;
  confirmation.interrupted = other.interrupted;
  compare(result, other, confirmation);
  std::vector<BindingResource> then = binding_resources(other.kpis);
  if (!then.empty()) confirmation.next = std::move(then.front());
  return confirmation;
}

}  // namespace studies
