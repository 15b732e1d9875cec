// Events that one partition sends to others: written during a window, read by their receivers during
// the next one. Two sets of parcels take turns, so that nobody writes what somebody else reads. What is for
// a partition that the same thread works on needs no parcel and goes straight to its pending events.
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
#include "engine/pending_event_set.h"

namespace des {

class Outbox {
 public:
  // On cache lines of its own: another thread reads it while its neighbours are written.
  struct alignas(64) Parcel {
    std::vector<Event> events;
    SimTime earliest = kNever;
  };
  // Pending events of each partition; nullptr: parcels are to be used.
  using Direct = std::vector<PendingEventSet*>;

  Outbox(const PartitionPlan& plan, std::uint32_t own) : plan_(plan), own_(own) {
    for (auto& parcels : parcels_) parcels.resize(plan.partitions());
    for (std::uint32_t to = 0; to < plan.partitions(); ++to)
      if (plan.lookahead(own, to) < kUnreachable) receivers_.push_back(to);
  }

  bool is_own(EntityId receiver) const { return plan_.partition_of(receiver) == own_; }

  void put(Event event, EntityId sender, const Channel& channel, Duration delay, SimTime now) {
    const std::uint32_t to = plan_.partition_of(channel.receiver);
    if (delay < plan_.lookahead(own_, to)) {
      fail_causality("event sent below the declared lookahead between two partitions", now + delay,
                     now + plan_.lookahead(own_, to), sender, channel);
    }
    if (direct_ != nullptr && (*direct_)[to] != nullptr) return (*direct_)[to]->push(event);
    Parcel& parcel = parcels_[turn_][to];
    parcel.events.push_back(event);
    parcel.earliest = std::min(parcel.earliest, event.time);
  }

  // Begins a window: from now on parcels of `turn` (0 or 1) are written, those of the other turn read.
  void begin_window(std::uint32_t turn, const Direct* direct) {
    turn_ = turn;
    direct_ = direct;
    for (const std::uint32_t to : receivers_) {
      parcels_[turn][to].events.clear();
      parcels_[turn][to].earliest = kNever;
    }
  }
  // For the receiving partition `to`.
  const Parcel& parcel(std::uint32_t turn, std::uint32_t to) const { return parcels_[turn][to]; }
  // The partitions that there are channels to.
  const std::vector<std::uint32_t>& receivers() const { return receivers_; }

 private:
  const PartitionPlan& plan_;
  std::uint32_t own_;
  std::uint32_t turn_ = 0;
  const Direct* direct_ = nullptr;
  std::vector<std::uint32_t> receivers_;
  std::array<std::vector<Parcel>, 2> parcels_;  // by turn, then by receiving partition
};

}  // namespace des
