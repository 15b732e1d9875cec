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

// Limits of UIC 406 for lines of mixed traffic on A / T0, over the day and in the peak.
constexpr double kUic406LimitDay = 0.60;
constexpr double kUic406LimitPeak = 0.75;

}  // namespace rail
