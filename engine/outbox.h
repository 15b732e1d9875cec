// Events that one partition sends to others: written during a window, read by their receivers during
// the next one. Two sets of parcels take turns, so that nobody writes what somebody else reads.
//
// The causality guard stands here: nothing leaves below the lookahead between the two partitions.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "engine/channel.h"
#include "engine/check.h"
#include "engine/event.h"
#include "engine/partition_plan.h"

namespace des {

class Outbox {
 public:
  struct Parcel {
    std::vector<Event> events;
    SimTime earliest = kNever;
  };

  Outbox(const PartitionPlan& plan, std::uint32_t own) : plan_(plan), own_(own) {
    for (auto& parcels : parcels_) parcels.resize(plan.partitions());
  }

  bool is_own(EntityId receiver) const { return plan_.partition_of(receiver) == own_; }

  void put(const Event& event, EntityId sender, const Channel& channel, Duration delay, SimTime now) {
    const std::uint32_t to = plan_.partition_of(channel.receiver);
    if (delay < plan_.lookahead(own_, to)) {
      fail_causality("event sent below the declared lookahead between two partitions", now + delay,
                     now + plan_.lookahead(own_, to), sender, channel);
    }
    Parcel& parcel = parcels_[turn_][to];
    parcel.events.push_back(event);
    parcel.earliest = std::min(parcel.earliest, event.time);
  }

  // Begins a window: from now on parcels of `turn` (0 or 1) are written, those of the other turn read.
  void begin_window(std::uint32_t turn) {
    turn_ = turn;
    for (Parcel& parcel : parcels_[turn]) {
      parcel.events.clear();
      parcel.earliest = kNever;
    }
  }
  // For the receiving partition `to`.
  const Parcel& parcel(std::uint32_t turn, std::uint32_t to) const { return parcels_[turn][to]; }

 private:
  const PartitionPlan& plan_;
  std::uint32_t own_;
  std::uint32_t turn_ = 0;
  std::array<std::vector<Parcel>, 2> parcels_;  // by turn, then by receiving partition
};

}  // namespace des
