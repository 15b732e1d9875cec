#include "studies/demand_trial.h"

#include <algorithm>

#include "studies/warm_up.h"

namespace studies {
namespace {

constexpr std::int64_t kDay_s = 86400;

// A census every day of the run.
void count_every_day(rail::ModelInput& input) {
  input.census_s.clear();
  for (std::int64_t at = kDay_s; at < input.spin_up_s + input.counted_s; at += kDay_s)
    input.census_s.push_back(at);
}

// Of one replication.
struct Balance {
  double left_behind = 0;  // share of what came in the counted time
  std::vector<double> standing;
};

Balance balance_of(const rail::Observations& seen, std::size_t days) {
  double released = 0, delivered = 0;
  for (const rail::ServiceObservation& service : seen.services) {
    released += static_cast<double>(service.containers_released);
    delivered += static_cast<double>(service.containers_delivered);
  }
  Balance balance;
  if (released > 0) balance.left_behind = (released - delivered) / released;
  balance.standing.assign(days, 0);
  for (const rail::PointObservation& point : seen.points) {
    for (std::size_t day = 0; day < days; ++day)
      balance.standing[day] += static_cast<double>(point.census[day]);
  }
  return balance;
}

std::vector<double> mean_by_day(const std::vector<Balance>& balances, std::size_t days) {
  std::vector<double> mean(days, 0);
  for (const Balance& balance : balances) {
    for (std::size_t day = 0; day < days; ++day)
      mean[day] += balance.standing[day] / static_cast<double>(balances.size());
  }
  return mean;
}

void look_at_warm_up(const rail::ModelInput& input, TrialResult& trial) {
  const WarmUp found = mser5(trial.standing_by_day);
  trial.warm_up_days = static_cast<int>(found.left_out);
  trial.spin_up_is_short = found.too_short || trial.warm_up_days * kDay_s > input.spin_up_s;
}

}  // namespace

std::optional<TrialResult> try_demand(const rail::ModelInput& usual, double demand, const TrialRule& rule,
                                      ReplicationsOptions options) {
  rail::ModelInput input = usual;
  count_every_day(input);
  const std::size_t days = input.census_s.size();
  const auto model = rail::Model::build(input);
  std::vector<Balance> balances;
  std::vector<double> shares;
  bool gridlock = false;
  std::size_t look_at = static_cast<std::size_t>(options.replications);
  TrialResult trial;
  options.replications = std::max(options.replications, rule.most_replications);
  options.take_records = [&](int, const rail::Observations& seen) {
    balances.push_back(balance_of(seen, days));
    shares.push_back(balances.back().left_behind);
    gridlock = gridlock || seen.stop == rail::StopReason::kGridlock;
  };
  // Looked at after the first so many, after twice as many, and so on: no replication is run twice.
  options.go_on = [&](const std::vector<const Replication*>&) {
    if (shares.size() < look_at && shares.size() < static_cast<std::size_t>(options.replications))
      return std::vector{true};
    look_at *= 2;
    const Summary left_behind = summarise(shares);
    trial.trial = {demand, left_behind, gridlock, judge(left_behind, gridlock, rule.tolerated)};
    return std::vector{trial.trial.carried == Carried::kUnclear};
  };
  trial.result = run_replications(*model, options);
  if (trial.result.interrupted) return std::nullopt;
  trial.standing_by_day = mean_by_day(balances, days);
  look_at_warm_up(input, trial);
  return trial;
}

}  // namespace studies
