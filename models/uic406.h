// Compression by UIC 406: how much of a section's time its trains would take if they followed each
// other, in their order and with their run times, as closely as the rules of the section allow.
//
// Double track: the headway of the pair of classes. Trains are slowed down rather than let past, so run
// times do not enter. Single track: run and clearing when the direction turns or trains may not follow;
// else the headway, or longer if the follower would catch up, since who comes from the other side waits
// for the last exit. Only neighbours in the order bind each other. Limits are reported, never enforced.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "models/model_tables.h"

namespace rail {

struct SectionRules {
  bool single = false;
  std::int64_t clearing_s = 0;
  std::size_t classes = 1;
  std::span<const std::int64_t> headways;  // by leader, then follower; kOneAtATime: they may not follow

  std::int64_t headway_s(std::uint32_t leader, std::uint32_t follower) const {
    return headways[leader * classes + follower];
  }
};

SectionRules section_rules(const ModelTables& tables, const LineInput& line, const TrackTable& track);

struct SectionTrain {
  std::uint8_t side = 0;
  std::uint8_t train_class = 0;
  std::int64_t run_s = 0;
};

// The least time from the leader's entry to the follower's.
inline std::int64_t least_gap_s(const SectionRules& rules, const SectionTrain& leader,
                                const SectionTrain& follower) {
  const std::int64_t headway = rules.headway_s(leader.train_class, follower.train_class);
  const bool turned = rules.single && leader.side != follower.side;
  if (turned || headway == kOneAtATime) return leader.run_s + rules.clearing_s;
  return rules.single ? std::max(headway, leader.run_s + headway - follower.run_s) : headway;
}

// From a train's entry until the section takes any train again: of the last train, whom nobody follows.
inline std::int64_t own_time_s(const SectionRules& rules, const SectionTrain& train) {
  const std::int64_t headway = rules.headway_s(train.train_class, train.train_class);
  return rules.single || headway == kOneAtATime ? train.run_s + rules.clearing_s : headway;
}

// Infrastructure occupation A of trains in their order: once, or as a pattern that comes again and again.
std::int64_t open_occupation_s(const SectionRules& rules, const std::vector<SectionTrain>& trains);
std::int64_t cyclic_occupation_s(const SectionRules& rules, const std::vector<SectionTrain>& trains);

// Limits of UIC 406 for lines of mixed traffic on A / T0, over the day and in the peak.
constexpr double kUic406LimitDay = 0.60;
constexpr double kUic406LimitPeak = 0.75;

// Capacity consumption A (1 + r) / T0 with the additional time rate r = 1 / limit - 1: 1 at the limit.
double capacity_consumption(std::int64_t occupation_s, std::int64_t period_s, double limit);

}  // namespace rail
