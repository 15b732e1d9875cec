#include "studies/capacity_warnings.h"

#include <fmt/format.h>

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

std::string warm_up_text(const CapacityStep& step, const rail::ModelInput& input) {
  const auto days = static_cast<int>(spin_up_days(input));
  if (step.spin_up_is_short && step.run_is_short)
    return fmt::format(
        "queues settle late: of some demand that is carried after {} days (MSER-5; the spin-up has {}), of "
        "some not by half of the run, if ever: the capacity may be higher or lower; lengthen "
        "`experiment.spin_up` and `experiment.counted`",
        step.warm_up_days, days);
  if (step.spin_up_is_short)
    return fmt::format(
        "queues of some demand that is carried settle later than counting begins (MSER-5 leaves out {} days, "
        "the spin-up has {}) and are taken for growing ones: the capacity may be higher; lengthen "
        "`experiment.spin_up`",
        step.warm_up_days, days);
  if (step.run_is_short)
    return "queues of some demand that is carried had not settled by half of the run (MSER-5 cannot tell), "
           "and may grow for good: the capacity may be lower; lengthen `experiment.counted`";
  return "";
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

std::string short_run_text(const rail::ModelInput& input) {
  if (input.counted_s >= 7 * static_cast<std::int64_t>(kSecondsPerDay) || !differs_by_weekday(input))
    return "";
  return "whether a queue grows is not known: the counted time is under a week, and hours or timetables make "
         "weekdays differ; lengthen `experiment.counted`";
}

}  // namespace

std::vector<std::string> run_warnings(const CapacityStudy& study, const rail::ModelInput& input) {
  std::vector<std::string> all = {journey_text(study, input), short_run_text(input)};
  std::erase(all, "");
  return all;
}

std::vector<std::string> step_warnings(const CapacityStep& step, double precision,
                                       const rail::ModelInput& input) {
  std::vector<std::string> all;
  for (const std::string& text :
       {others_text(step), warm_up_text(step, input), few_trains_text(step, precision)})
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
