#include "studies/capacity_warnings.h"

#include <fmt/format.h>

#include <algorithm>

#include "studies/capacity_words.h"
#include "studies/digits.h"
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

// With two decimals or more, so that no two look alike. `demands`: the least first.
std::vector<std::string> told_apart(const std::vector<double>& demands) {
  constexpr int kUsual = 2, kMost = 6;
  for (int decimals = kUsual;; ++decimals) {
    std::vector<std::string> texts;
    for (const double demand : demands) texts.push_back(rounded(demand, decimals));
    if (decimals == kMost || std::adjacent_find(texts.begin(), texts.end()) == texts.end()) return texts;
  }
}

// "7.91", "7.91 and 8.00", "4.00, 7.91 and 8.00".
std::string listed(const std::vector<std::string>& texts) {
  if (texts.size() == 1) return texts.front();
  return fmt::format("{} and {}", fmt::join(texts.begin(), texts.end() - 1, ", "), texts.back());
}

// Of demands of which counting began later than the spin-up ends.
std::string late_text(const CapacityStep& step) {
  std::vector<double> demands;
  int most = 0;
  for (const CapacityTrial& trial : step.interval.trials) {
    if (trial.left_out_days == 0) continue;
    demands.push_back(trial.demand);
    most = std::max(most, trial.left_out_days);
  }
  if (demands.empty()) return "";
  std::sort(demands.begin(), demands.end());
  return fmt::format(
      "at {} times the demand queues settle, if at all, only after the spin-up (MSER-5); counting began {}{} "
      "day{} later "
      "for {}; lengthen `experiment.spin_up`",
      listed(told_apart(demands)), demands.size() == 1 ? "" : "up to ", most, most == 1 ? "" : "s",
      demands.size() == 1 ? "it" : "these");
}

std::string short_spin_up_text(const CapacityStep& step) {
  if (!step.spin_up_was_short) return "";
  return "an older program judged queues that settle late as growing: the capacity may be higher; run it "
         "again";
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
std::string list_text(const rail::ModelInput& input, const std::vector<bool>& asked_about) {
  constexpr std::size_t kMost = 6;
  std::vector<std::string> ids;
  for (std::size_t s = 0; s < input.services.size(); ++s)
    if (asked_about[s] && input.services[s].rule == rail::FormationRule::kList)
      ids.push_back(input.services[s].id);
  if (ids.empty()) return "";
  const std::string more = ids.size() > kMost ? fmt::format(" and {} more", ids.size() - kMost) : "";
  ids.resize(std::min(kMost, ids.size()));
  return fmt::format(
      "trains of {}{} leave on the days of a list: only the first and the last week of the counted time are "
      "compared, so where departures bunch a queue may seem to grow, or not to",
      fmt::join(ids, ", "), more);
}

}  // namespace

std::vector<std::string> run_warnings(const CapacityStudy& study, const rail::ModelInput& input,
                                      const std::vector<bool>& asked_about) {
  std::vector<std::string> all = {journey_text(study, input), unlike_days_text(input),
                                  list_text(input, asked_about)};
  std::erase(all, "");
  return all;
}

std::vector<std::string> step_warnings(const CapacityStep& step, double precision) {
  std::vector<std::string> all;
  for (const std::string& text : {others_text(step), late_text(step), short_spin_up_text(step),
                                  short_run_text(step), few_trains_text(step, precision)})
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
