#include "studies/demand_trial.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "engine/interruption.h"
#include "studies/backlogs.h"
#include "studies/full_trains.h"
#include "studies/places_on_the_way.h"
#include "studies/scenario_bound.h"
#include "studies/warm_up.h"
#include "studies/watched_queues.h"

namespace studies {
namespace {

constexpr std::int64_t kDay_s = 86400, kWeek_s = 7 * kDay_s;

// Whole weeks, and a census every day of the run.
void count_every_day(rail::ModelInput& input) {
  if (input.counted_s >= (differs_by_weekday(input) ? kWeek_s : 4 * kWeek_s))
    input.counted_s -= input.counted_s % kWeek_s;
  input.census_s.clear();
  for (std::int64_t at = kDay_s; at < input.spin_up_s + input.counted_s; at += kDay_s)
    input.census_s.push_back(at);
}

// Trains standing at these points, each day.
std::vector<double> standing(const rail::Observations& seen, const std::vector<bool>& points,
                             std::size_t days) {
  std::vector<double> by_day(days, 0);
  for (std::size_t p = 0; p < points.size(); ++p) {
    for (std::size_t day = 0; points[p] && day < days; ++day)
      by_day[day] += static_cast<double>(seen.points[p].census[day]);
  }
  return by_day;
}

// The queue that grows most, if any does; else unclear as long as any is.
CapacityTrial judged(double demand, const Backlogs& backlogs, std::size_t times, bool gridlock) {
  CapacityTrial trial;
  trial.demand = demand;
  trial.left_behind = backlogs.left_behind();
  trial.gridlock = gridlock;
  trial.carried = Carried::kSurely;
  const std::vector<QueueGrowth> growths = backlogs.growths();
  for (const QueueGrowth& growth : growths) {
    const Carried carried = judge(growth, {growths.size(), times});
    if (carried == Carried::kSurely) continue;
    if (carried == Carried::kUnclear && trial.carried == Carried::kNot) continue;
    trial.carried = carried;
    if (carried == Carried::kUnclear || growth.queue.empty()) continue;
    if (!trial.growing.empty() && growth.grown.mean <= trial.growing_trains) continue;
    trial.growing = growth.queue;
    trial.growing_trains = growth.grown.mean;
  }
  if (gridlock) trial.carried = Carried::kNot;
  return trial;
}

std::vector<bool> not_in(std::vector<bool> asked_about) {
  asked_about.flip();
  return asked_about;
}

// Of queues of services.
std::vector<std::string> ids_of_growing(const Backlogs& backlogs, std::size_t times) {
  constexpr std::size_t kService = std::string_view("service/").size();
  const std::vector<QueueGrowth> growths = backlogs.growths();
  std::vector<std::string> ids;
  for (const QueueGrowth& growth : growths) {
    if (!growth.queue.empty() && judge(growth, {growths.size(), times}) == Carried::kNot)
      ids.push_back(growth.queue.substr(kService));
  }
  return ids;
}

// nullptr: interrupted.
std::shared_ptr<const rail::Model> built(const rail::ModelInput& input, const std::atomic<bool>* interrupt) {
  const des::InterruptedBy by(interrupt);
  try {
    return rail::Model::build(input);
  } catch (const des::Interrupted&) {
    return nullptr;
  }
}

void look_at_warm_up(TrialResult& trial) {
  const WarmUp found = mser5(trial.standing_by_day);
  trial.run_is_short = found.too_short;
  if (!found.too_short) trial.warm_up_days = static_cast<int>(found.left_out);
}

// Whether a later beginning might say something else: a demand that is carried even so is carried, and
// neither gridlocks nor bounds hang on it.
bool hangs_on_warm_up(const TrialResult& trial) {
  return trial.trial.carried != Carried::kSurely && !trial.trial.gridlock && !trial.excluded_by;
}

// What a run of finite length does not show. Trains that do not wait to be full are fuller of more demand, so
// that the bound is that of this demand, not of the scenario's.
void look_at_bound(const rail::Model& model, const std::vector<bool>& asked_about, TrialResult& trial) {
  trial.excluded_by = what_excludes(model, asked_about);
  if (!trial.excluded_by || trial.trial.carried == Carried::kNot) return;
  trial.trial.carried = Carried::kNot;
  trial.trial.above_bound = true;
}

// What replications of one demand add up to.
class Sums {
 public:
  Sums(const rail::Model& model, const std::vector<bool>& asked_about, const TrialRule& rule)
      : asked_about_(asked_about),
        looks_(rule.looks()),
        asked_(model, asked_about, rule.tolerated),
        others_(model, not_in(asked_about), rule.tolerated),
        loads_(model.input()),
        points_(points_on_the_way(model, asked_about)),
        standing_by_day_(model.input().census_s.size(), 0) {}

  // Of the next replication.
  void add(const rail::Observations& seen) {
    asked_.add(seen);
    others_.add(seen);
    loads_.add(seen);
    const std::vector<double> by_day = standing(seen, points_, standing_by_day_.size());
    std::transform(by_day.begin(), by_day.end(), standing_by_day_.begin(), standing_by_day_.begin(),
                   std::plus());
    gridlock_ = gridlock_ || seen.stop == rail::StopReason::kGridlock;
  }

  std::size_t replications() const { return asked_.replications(); }
  CapacityTrial judge(double demand) const { return judged(demand, asked_, looks_, gridlock_); }

  void tell(TrialResult& trial) const {
    for (const double sum : standing_by_day_)
      trial.standing_by_day.push_back(sum / static_cast<double>(replications()));
    trial.full_trains = loads_.are_full();
    trial.two_trains = 2 * loads_.share_of_a_train(asked_about_);
    if (std::find(asked_about_.begin(), asked_about_.end(), true) != asked_about_.end())
      trial.others_growing = ids_of_growing(others_, looks_);
  }

 private:
  const std::vector<bool>& asked_about_;
  const std::size_t looks_;
  Backlogs asked_, others_;
  TrainLoads loads_;
  const std::vector<bool> points_;
  std::vector<double> standing_by_day_;
  bool gridlock_ = false;
};

// Judged as TrialRule says.
std::optional<TrialResult> simulated(const rail::ModelInput& input, double demand,
                                     const std::vector<bool>& asked_about, const TrialRule& rule,
                                     ReplicationsOptions options) {
  const auto model = built(input, options.interrupt);
  if (model == nullptr) return std::nullopt;
  Sums sums(*model, asked_about, rule);
  auto look_at = static_cast<std::size_t>(rule.first_replications);
  TrialResult trial;
  options.replications = rule.most_replications;
  options.take_records = [&](int, const rail::Observations& seen) { sums.add(seen); };
  // Looked at after the first so many, after twice as many, and so on: no replication is run twice.
  options.go_on = [&](const std::vector<const Replication*>&) {
    const bool all_done = sums.replications() == static_cast<std::size_t>(options.replications);
    if (sums.replications() < look_at && !all_done) return std::vector{true};
    look_at *= 2;
    trial.trial = sums.judge(demand);
    return std::vector{trial.trial.carried == Carried::kUnclear};
  };
  trial.result = run_replications(*model, options);
  if (trial.result.interrupted) return std::nullopt;
  sums.tell(trial);
  look_at_warm_up(trial);
  look_at_bound(*model, asked_about, trial);
  return trial;
}

}  // namespace

std::size_t TrialRule::looks() const {
  std::size_t looks = 1;
  for (int replications = first_replications; replications < most_replications; replications *= 2) ++looks;
  return looks;
}

std::optional<TrialResult> try_demand(const rail::ModelInput& usual, double demand,
                                      const std::vector<bool>& asked_about, const TrialRule& rule,
                                      ReplicationsOptions options) {
  rail::ModelInput input = usual;
  count_every_day(input);
  std::optional<TrialResult> trial = simulated(input, demand, asked_about, rule, options);
  const int late = trial && hangs_on_warm_up(*trial)
                       ? late_days(trial->warm_up_days, input.spin_up_s, input.counted_s)
                       : 0;
  if (late == 0) return trial;
  input.spin_up_s += late * kDay_s;
  input.counted_s -= late * kDay_s;
  options.run_one = [run_one = options.run_one, &rule](const rail::Model& model,
                                                       rail::ReplicationOptions one) {
    one.replication += static_cast<std::uint32_t>(rule.most_replications);
    return run_one(model, one);
  };
  trial = simulated(input, demand, asked_about, rule, options);
  if (trial) trial->trial.left_out_days = late;
  return trial;
}

}  // namespace studies
