#include "studies/capacity_study.h"

#include <algorithm>
#include <utility>

#include "studies/scenario_bound.h"
#include "studies/usual_day.h"
#include "studies/widening.h"

namespace studies {
namespace {

// A tenth more so many times is about twice as much: what binds next is to be seen, not the same again.
constexpr int kWidenings = 8;

class Study {
 public:
  Study(const CapacityQuestion& question, const ReplicationsOptions& options,
        const std::function<void(const CapacityTrial&)>& tell)
      : question_(question), options_(options), tell_(tell) {}

  CapacityStep step(const rail::ModelInput& usual, double start) {
    CapacityStep step;
    std::optional<double> not_carried;
    CapacitySearch search = question_.search;
    search.start = start;
    step.interval = find_capacity(search, [&](double demand) -> std::optional<CapacityTrial> {
      rail::ModelInput input = usual;
      scale_demand(input, demand, question_.chosen);
      std::optional<TrialResult> result = try_demand(input, demand, question_.rule, options_);
      if (!result) return std::nullopt;
      tell_(result->trial);
      look_at(*result, step, not_carried);
      return result->trial;
    });
    return step;
  }

 private:
  static void look_at(const TrialResult& result, CapacityStep& step, std::optional<double>& not_carried) {
    const CapacityTrial& trial = result.trial;
    if (trial.carried == Carried::kSurely) {
      step.spin_up_is_short = step.spin_up_is_short || result.spin_up_is_short;
      step.warm_up_days = std::max(step.warm_up_days, result.warm_up_days);
    }
    if (trial.carried != Carried::kNot || (not_carried && *not_carried <= trial.demand)) return;
    not_carried = trial.demand;
    const std::vector<BindingResource> binding = binding_resources(result.result.kpis);
    step.binding = binding.empty() ? std::nullopt : std::optional(binding.front());
  }

  const CapacityQuestion& question_;
  const ReplicationsOptions& options_;
  const std::function<void(const CapacityTrial&)>& tell_;
};

// Much more of what binds: the railway, and how much in words; nothing, and why, if it cannot be widened.
Widening widened_much(const rail::ModelInput& usual, const Wait& wait) {
  Widening much{usual, ""};
  for (int i = 0; i < kWidenings; ++i) {
    Widening more = widened(*rail::Model::build(*much.input), wait.place, wait.cause);
    if (!more.input) return more;
    much.input = std::move(more.input);
  }
  return much;
}

std::vector<BoundRow> mix_bounds(const rail::Model& usual) {
  std::vector<BoundRow> rows = bound_rows(usual, KpiTable(), scenario_bounds(usual));
  std::erase_if(rows, [](const BoundRow& row) { return row.bound != "scenario mix"; });
  return rows;
}

bool scales_everything(const CapacityQuestion& question, const rail::ModelInput& input) {
  const auto chosen = [&](const auto& one) { return question.chosen(one.id); };
  return std::all_of(input.flows.begin(), input.flows.end(), chosen) &&
         std::all_of(input.matrices.begin(), input.matrices.end(), chosen) &&
         std::all_of(input.part_loads.begin(), input.part_loads.end(), chosen);
}

}  // namespace

CapacityStudy capacity_study(const rail::Model& model, const CapacityQuestion& question,
                             const ReplicationsOptions& options,
                             const std::function<void(const CapacityTrial&)>& tell) {
  CapacityStudy study;
  rail::ModelInput usual = usual_day(model.input());
  if (scales_everything(question, usual)) study.bounds = mix_bounds(*rail::Model::build(usual));
  Study trials(question, options, tell);
  double start = question.search.start;
  std::string widened;
  while (true) {
    study.steps.push_back(trials.step(usual, start));
    CapacityStep& step = study.steps.back();
    step.widened = widened;
    study.interrupted = step.interval.interrupted;
    if (study.interrupted || static_cast<int>(study.steps.size()) == question.steps) return study;
    if (!step.interval.carried || !step.binding) {
      study.no_more_steps = "nothing that could be widened keeps it from carrying more";
      return study;
    }
    Widening much = widened_much(usual, step.binding->wait);
    if (!much.input) {
      study.no_more_steps = much.what;
      return study;
    }
    usual = std::move(*much.input);
    widened = step.binding->wait.place + " (" + step.binding->wait.cause + ")";
    start = *step.interval.carried;
  }
}

}  // namespace studies
