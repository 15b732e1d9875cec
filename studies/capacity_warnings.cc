#include "studies/capacity_warnings.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "studies/capacity_words.h"
#include "studies/watched_queues.h"

namespace studies {
namespace {

constexpr double kSecondsPerDay = 86400;

double spin_up_days(const rail::ModelInput& input) {
  return static_cast<double>(input.spin_up_s) / kSecondsPerDay;
}

// Of the greatest demand that is carried.
std::string others_text(const CapacityStep& step) {
  const std::vector<std::string>& others = step.others_growing;
  if (!step.interval.carried || others.empty()) return "";
  return fmt::format("at {} times a queue of {} grows for good, which {} not asked about",
                     times_text(step.interval, *step.interval.carried), fmt::join(others, ", "),
                     others.size() == 1 ? "was" : "were");
}

// Of demands of which counting began later than the spin-up ends.
std::string late_text(const CapacityStep& step) {
  std::vector<CapacityTrial> late;
  std::copy_if(step.interval.trials.begin(), step.interval.trials.end(), std::back_inserter(late),
               [](const CapacityTrial& trial) { return trial.left_out_days > 0; });
  if (late.empty()) return "";
  std::sort(late.begin(), late.end(),
            [](const CapacityTrial& x, const CapacityTrial& y) { return x.demand < y.demand; });
  std::vector<std::string> demands;
  int most = 0;
  for (const CapacityTrial& trial : late) {
    demands.push_back(times_text(step.interval, trial.demand));
    most = std::max(most, trial.left_out_days);
  }
  return fmt::format(
      "at {} times the demand queues settle later than the spin-up ends (MSER-5): these were judged with "
      "counting begun up to {} days later; lengthen `experiment.spin_up`",
      fmt::join(demands, ", "), most);
}

std::string short_run_text(const CapacityStep& step) {
  if (!step.run_is_short) return "";
  return "queues of some demand that is carried had not settled by half of the run (MSER-5 cannot tell), and "
         "may grow for good: the capacity may be lower; lengthen `experiment.counted`";
}

// What stays unseen because trains are few.
std::string few_trains_text(const CapacityStep& step, double precision) {
  if (!step.interval.carried || step.two_trains <= precision) return "";
  return fmt::format(
      "two trains of each service are {:.1f} % of what comes in the counted time, more than the {:.3g} % "
      "asked for: so much may stay behind unseen, and the capacity be lower; lengthen `experiment.counted`",
      100 * step.two_trains, 100 * precision);
}

// What is under way as counting begins would be taken for left behind as it ends.
std::string journey_text(const CapacityStudy& study, const rail::ModelInput& input) {
  const double days = spin_up_days(input);
  if (study.longest_journey_days <= days) return "";
  return fmt::format(
      "a journey takes {:.1f} days where nobody waits, the spin-up only {:.1f}: what is under way at the end "
      "is taken for left behind; lengthen `experiment.spin_up`",
      study.longest_journey_days, days);
}

std::string unlike_days_text(const rail::ModelInput& input) {
  if (input.counted_s >= 7 * static_cast<std::int64_t>(kSecondsPerDay) || !differs_by_weekday(input))
    return "";
  return "whether a queue grows is not known: the counted time is under a week, and hours or timetables make "
         "weekdays differ; lengthen `experiment.counted`";
}

// A queue of theirs may be longer at one end of the counted time for when they leave.
std::string list_text(const rail::ModelInput& input) {
  std::vector<std::string> listed;
  for (const rail::ServiceInput& service : input.services)
    if (service.rule == rail::FormationRule::kList) listed.push_back(service.id);
  if (listed.empty()) return "";
  return fmt::format(
      "trains of {} leave on the days of a list: only the first and the last week of the counted time are "
      "set "
      "side by side, so that a queue may be longer, or shorter, for when they leave",
      fmt::join(listed, ", "));
}

}  // namespace

std::vector<std::string> run_warnings(const CapacityStudy& study, const rail::ModelInput& input) {
  std::vector<std::string> all = {journey_text(study, input), unlike_days_text(input), list_text(input)};
  std::erase(all, "");
  return all;
}

std::vector<std::string> step_warnings(const CapacityStep& step, double precision) {
  std::vector<std::string> all;
  for (const std::string& text :
       {others_text(step), late_text(step), short_run_text(step), few_trains_text(step, precision)})
    if (!text.empty()) all.push_back(text);
  return all;
}

std::string imprecise_text(const CapacityInterval& interval, double precision, int most_replications) {
  if (!interval.carried || !interval.not_carried || interval.is_precise(precision)) return "";
  if (interval.interrupted) return "interrupted: what lies between was not tried";
  return fmt::format(
      "the interval is wider than the {:.3g} % asked for: between its ends {} replications cannot tell",
      100 * precision, most_replications);
}

}  // namespace studies
