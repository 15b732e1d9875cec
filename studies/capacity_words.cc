#include "studies/capacity_words.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

namespace studies {
namespace {

constexpr std::array<std::pair<Carried, const char*>, 3> kVerdicts = {
    {{Carried::kSurely, "carried"}, {Carried::kNot, "not carried"}, {Carried::kUnclear, "unclear"}}};
constexpr const char* kGridlock = "gridlock";

std::string times(double demand) { return fmt::format("{:.2f}", demand); }

}  // namespace

const char* verdict_word(const CapacityTrial& trial) {
  if (trial.gridlock) return kGridlock;
  for (const auto& [carried, word] : kVerdicts) {
    if (carried == trial.carried) return word;
  }
  return "";
}

std::string reason_text(const CapacityTrial& trial) {
  if (trial.above_bound) return "above the bound";
  if (trial.gridlock || trial.carried != Carried::kNot) return "";
  if (trial.growing.empty()) return "more of all stays behind than may";
  const std::string trains = fmt::format("{:.0f}", trial.growing_trains);
  return fmt::format("queue of {}: {} train{} more", trial.growing, trains, trains == "1" ? "" : "s");
}

void read_verdict(std::string_view word, CapacityTrial& trial) {
  trial.gridlock = word == kGridlock;
  trial.carried = trial.gridlock ? Carried::kNot : Carried::kUnclear;
  for (const auto& [carried, known] : kVerdicts) {
    if (word == known) trial.carried = carried;
  }
}

std::string carried_text(const CapacityInterval& interval, const std::string& flows) {
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

}  // namespace studies
