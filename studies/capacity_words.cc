#include "studies/capacity_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "studies/digits.h"

namespace studies {
namespace {

constexpr std::array<std::pair<Carried, const char*>, 3> kVerdicts = {
    {{Carried::kSurely, "carried"}, {Carried::kNot, "not carried"}, {Carried::kUnclear, "unclear"}}};
constexpr const char* kGridlock = "gridlock";

std::string with_decimals(double demand, int decimals) { return fmt::format("{:.{}f}", demand, decimals); }

// Two, unless its ends look alike then; of one that carries nothing, unless it looks like nothing.
int decimals_of(const CapacityInterval& interval) {
  constexpr int kUsual = 2, kMost = 6;
  const double low = interval.carried.value_or(0);
  const double high = interval.not_carried.value_or(low + 1);
  int decimals = kUsual;
  while (decimals < kMost && with_decimals(low, decimals) == with_decimals(high, decimals)) ++decimals;
  return decimals;
}

std::string growth_text(const CapacityTrial& trial) {
  if (trial.above_bound) return "above the bound";
  if (trial.gridlock || trial.carried != Carried::kNot) return "";
  if (trial.growing.empty()) return "more of all stays behind than may";
  const std::string trains = rounded(trial.growing_trains, 0);
  return fmt::format("queue of {}: {} train{} more", trial.growing, trains, trains == "1" ? "" : "s");
}

}  // namespace

const char* verdict_word(const CapacityTrial& trial) {
  if (trial.gridlock) return kGridlock;
  for (const auto& [carried, word] : kVerdicts) {
    if (carried == trial.carried) return word;
  }
  return "";
}

std::string reason_text(const CapacityTrial& trial) {
  if (trial.left_out_days == 0) return growth_text(trial);
  const std::string why = growth_text(trial);
  return fmt::format("{}{}counted {} days later", why, why.empty() ? "" : "; ", trial.left_out_days);
}

void read_verdict(std::string_view word, CapacityTrial& trial) {
  trial.gridlock = word == kGridlock;
  trial.carried = trial.gridlock ? Carried::kNot : Carried::kUnclear;
  for (const auto& [carried, known] : kVerdicts) {
    if (word == known) trial.carried = carried;
  }
}

std::string times_text(const CapacityInterval& interval, double demand) {
  return with_decimals(demand, decimals_of(interval));
}

std::string carried_text(const CapacityInterval& interval, const std::string& flows) {
  const auto times = [&](double some) { return times_text(interval, some); };
  const std::string demand = flows.empty() ? "its demand" : fmt::format("its demand of {}", flows);
  if (interval.carried && interval.not_carried)
    return fmt::format("carries {} times {} for good, but not {} times{}", times(*interval.carried), demand,
                       times(*interval.not_carried),
                       interval.ends_above_bound() ? ", which is above the bound" : "");
  if (interval.carried)
    return fmt::format("carries {} times {} for good; more was not tried", times(*interval.carried), demand);
  if (interval.carries_nothing())
    return fmt::format("does not even carry {} times {} for good", times(*interval.not_carried), demand);
  if (interval.not_carried)
    return fmt::format("does not carry {} times {} for good; of less the replications cannot tell",
                       times(*interval.not_carried), demand);
  return "shows nothing surely";
}

std::string subject_text(const std::string& scenario, const CapacityStep& step) {
  return step.widened.empty() ? scenario : fmt::format("With {} it", step.widened);
}

std::string no_more_text(const std::vector<CapacityStep>& steps, std::size_t step, double precision) {
  if (step == 0) return "";
  const std::optional<double>& before = steps[step - 1].interval.not_carried;
  const std::optional<double>& now = steps[step].interval.not_carried;
  const bool is_no_more = before && now && *now <= *before * (1 + precision);
  return is_no_more ? "That is no more than without: something else binds, too." : "";
}

std::string binds_text(const PlaceNames& names, const CapacityStep& step, const std::string& flows) {
  if (!step.full_trains.empty())
    return fmt::format(
        "Above that the trains of {} are full: there are as many as their timetable or rate has.",
        fmt::join(step.full_trains, ", "));
  if (!step.binding) return "";
  const BindingResource& binding = *step.binding;
  const std::string share = fmt::format("{} of the container-hours of waiting{}",
                                        whole_percent(binding.share), flows.empty() ? "" : " on its way");
  const std::string by =
      step.binds_by_bound ? fmt::format("by the linear program, though only {} are there", share) : share;
  const char* const where = step.interval.carries_nothing() ? "Even then" : "Above that";
  return fmt::format("{} binds {} ({}, {}).", where, names.name(binding.wait.place), binding.wait.cause, by);
}

std::vector<std::string> bound_notes(const CapacityStudy& study, const std::string& flows) {
  std::vector<std::string> notes;
  if (!flows.empty())
    notes.push_back(fmt::format("of {}, whatever demand of other services is left undone for it", flows));
  if (!study.bounds.empty() && !study.bounds.front().price)
    notes.emplace_back("without prices, as not all of these trains become more in proportion to that demand");
  if (std::any_of(study.steps.begin(), study.steps.end(),
                  [](const CapacityStep& step) { return !step.full_trains.empty(); }))
    notes.emplace_back(
        "it asks only for tracks, paths, servers and bays, not how many trains a timetable or a rate has");
  return notes;
}

}  // namespace studies
