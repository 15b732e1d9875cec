#include "studies/capacity_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "engine/interruption.h"
#include "models/free_flow.h"
#include "studies/backlogs.h"
#include "studies/bound_binding.h"
#include "studies/demand_bound.h"
#include "studies/full_trains.h"
#include "studies/place_names.h"
#include "studies/places_on_the_way.h"
#include "studies/usual_day.h"
#include "studies/widening.h"

namespace studies {
namespace {

// Of what binds, to see what binds next.
constexpr double kMuchMore = 2;

// That is carried; if none surely is, the greatest that may be; if none may, the least that was tried.
std::optional<double> demand_on_map(const CapacityInterval& interval) {
  if (interval.carried) return interval.carried;
  std::optional<double> unclear, least;
  for (const CapacityTrial& trial : interval.trials) {
    if (!least || trial.demand < *least) least = trial.demand;
    const bool may_be =
        trial.carried == Carried::kUnclear && (!interval.not_carried || trial.demand < *interval.not_carried);
    if (may_be && (!unclear || trial.demand > *unclear)) unclear = trial.demand;
  }
  return unclear ? unclear : least;
}

std::optional<CapacityMap> map_of(const CapacityInterval& interval, std::vector<CapacityMap> maps) {
  const std::optional<double> demand = demand_on_map(interval);
  const auto found =
      std::find_if(maps.begin(), maps.end(), [&](const CapacityMap& map) { return map.demand == demand; });
  if (found == maps.end() || found->figures.lines.empty()) return std::nullopt;
  return std::move(*found);
}

// By service, whether it has to get through.
std::vector<bool> judged_services(const rail::ModelInput& input, const CapacityQuestion& question) {
  return question.of_some ? services_of(input, question.chosen) : std::vector(input.services.size(), true);
}

class Study {
 public:
  // `places` of waits on the way of what is asked about, whatever the demand.
  Study(const CapacityQuestion& question, const ReplicationsOptions& options,
        const std::function<void(const CapacityTrial&)>& tell, std::set<std::string> places)
      : question_(question), options_(options), tell_(tell), places_(std::move(places)) {}

  CapacityStep step(const rail::ModelInput& usual, double start) {
    CapacityStep step;
    std::optional<double> least_not_carried;
    double most_carried = 0;
    std::vector<CapacityMap> maps;  // of each trial
    CapacitySearch search = question_.search;
    search.start = start;
    step.interval = find_capacity(search, [&](double demand) -> std::optional<CapacityTrial> {
      rail::ModelInput input = usual;
      scale_demand(input, demand, question_.chosen);
      const std::vector<bool> asked_about = judged_services(input, question_);
      std::optional<TrialResult> result = try_demand(input, demand, asked_about, question_.rule, options_);
      if (!result) return std::nullopt;
      tell_(result->trial);
      look_at_carried(*result, step, most_carried);
      look_at(*result, step, least_not_carried);
      maps.push_back({result->trial.demand, map_figures(input, result->result.kpis)});
      if (least_not_carried == demand) look_for_full_trains(input, asked_about, *result, step);
      return result->trial;
    });
    step.on_map = map_of(step.interval, std::move(maps));
    return step;
  }

 private:
  static void look_at_carried(const TrialResult& result, CapacityStep& step, double& most_carried) {
    if (result.trial.carried != Carried::kSurely) return;
    step.run_is_short = step.run_is_short || result.run_is_short;
    if (result.trial.demand < most_carried) return;
    most_carried = result.trial.demand;
    step.others_growing = result.others_growing;
    step.two_trains = result.two_trains;
  }

  void look_at(const TrialResult& result, CapacityStep& step,
               std::optional<double>& least_not_carried) const {
    const CapacityTrial& trial = result.trial;
    if (trial.carried != Carried::kNot || (least_not_carried && *least_not_carried <= trial.demand)) return;
    least_not_carried = trial.demand;
    look_at_binding(result, step);
  }

  // The linear program knows what lets no more through; who waits longest may only have more containers.
  void look_at_binding(const TrialResult& result, CapacityStep& step) const {
    const std::vector<BindingResource> longest = binding_at(places_, binding_resources(result.result.kpis));
    step.binding = longest.empty() ? std::nullopt : std::optional(longest.front());
    step.full_trains.clear();
    step.binds_by_bound = false;
    if (!result.excluded_by) return;
    const std::optional<BindingResource> by_bound = binding_by_bound(*result.excluded_by, longest);
    if (!by_bound) return;
    step.binds_by_bound = !step.binding || by_bound->share < step.binding->share;
    step.binding = by_bound;
  }

  // Where the linear program, which knows no timetables, lets all of it through.
  void look_for_full_trains(const rail::ModelInput& input, const std::vector<bool>& asked_about,
                            const TrialResult& result, CapacityStep& step) const {
    if (result.excluded_by) return;
    std::vector<bool> as_many = are_as_many(input, question_.chosen);
    for (std::size_t s = 0; s < as_many.size(); ++s) as_many[s] = as_many[s] && asked_about[s];
    step.full_trains =
        services_of_full_trains(input, as_many, result.full_trains, places_, result.result.kpis);
    if (!step.full_trains.empty()) step.binding.reset();
  }

  const CapacityQuestion& question_;
  const ReplicationsOptions& options_;
  const std::function<void(const CapacityTrial&)>& tell_;
  const std::set<std::string> places_;
};

double longest_journey_days(const rail::ModelInput& input) {
  double longest_h = 0;
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    const rail::ServiceInput& service = input.services[s];
    longest_h =
        std::max(longest_h, rail::free_flow_h(input, s, {service.origin}, {service.destination}).value_or(0));
  }
  return longest_h / 24;
}

// Where nothing is known to bind.
std::string why_no_more(const rail::ModelInput& input, const CapacityQuestion& question,
                        const CapacityStep& step) {
  if (!step.interval.not_carried) return "no demand that was tried is surely more than it carries";
  const std::vector<bool> as_many = are_as_many(input, question.chosen);
  const bool any_as_many = std::find(as_many.begin(), as_many.end(), true) != as_many.end();
  if (!step.interval.carried)
    return fmt::format("no demand that was tried is surely carried{}",
                       any_as_many && step.interval.carries_nothing()
                           ? "; trains by a timetable, a list or a rate are as many at any demand"
                           : "");
  if (step.full_trains.empty()) return "nobody waited for anything that could be widened";
  return fmt::format("more or longer trains of {} would carry more", fmt::join(step.full_trains, ", "));
}

void find_steps(const rail::Model& model, const CapacityQuestion& question,
                const ReplicationsOptions& options, const std::function<void(const CapacityTrial&)>& tell,
                CapacityStudy& study) {
  rail::ModelInput usual = usual_day(model.input());
  const std::vector<bool> asked_about = judged_services(usual, question);
  study.bounds = demand_bound(usual, question.chosen, asked_about);
  study.longest_journey_days = longest_journey_days(usual);
  study.points_looked_at = Backlogs::looks_at_points(usual, asked_about);
  Study trials(question, options, tell, places_on_the_way(*rail::Model::build(usual), asked_about));
  double start = question.search.start;
  std::string now_there;
  while (true) {
    study.steps.push_back(trials.step(usual, start));
    CapacityStep& step = study.steps.back();
    step.widened = now_there;
    study.interrupted = step.interval.interrupted;
    if (study.interrupted || static_cast<int>(study.steps.size()) == question.steps) return;
    if (!step.interval.carried || !step.binding) {
      study.no_more_steps = why_no_more(usual, question, step);
      return;
    }
    const Wait& wait = step.binding->wait;
    Widening much = widened(*rail::Model::build(usual), wait.place, wait.cause, kMuchMore);
    if (!much.input) {
      study.no_more_steps = much.what;
      return;
    }
    usual = std::move(*much.input);
    now_there = fmt::format("{} ({})", much.what, PlaceNames(model).name(wait.place));
    start = *step.interval.carried;
  }
}

}  // namespace

CapacityStudy capacity_study(const rail::Model& model, const CapacityQuestion& question,
                             const ReplicationsOptions& options,
                             const std::function<void(const CapacityTrial&)>& tell) {
  CapacityStudy study;
  const des::InterruptedBy by(options.interrupt);
  try {
    find_steps(model, question, options, tell, study);
  } catch (const des::Interrupted&) {  // while a model was built
    study.interrupted = true;
    if (study.steps.empty()) study.steps.emplace_back().interval.interrupted = true;
  }
  return study;
}

}  // namespace studies
