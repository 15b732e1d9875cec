// How far each partition may go in the next window: to the earliest instant at which anything that another
// one still has to do could make itself felt, by way of whichever partitions.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/partition_plan.h"
#include "engine/time.h"
#include "engine/worker.h"

namespace des {

class WindowBounds {
 public:
  // `plan` must outlive it.
  explicit WindowBounds(const PartitionPlan& plan) : plan_(plan), next_events_(plan.partitions()) {}

  // For the next `whole` of time: windows are a small part of it at most. How many events one has, and so
  // whether to share it, is known from the one before.
  void begin(Duration whole) { longest_ = most_ = {std::max<std::int64_t>(1, whole.ticks / kLeastWindows)}; }

  // A partition that hears from no other could do all it has in one window; those behind it would stand idle
  // meanwhile, and find what it left in no cache. In windows of some length they work side by side.
  void adapt(std::uint64_t last_events) {
    if (last_events > kUsefulEvents)
      longest_.ticks = std::max<std::int64_t>(1, longest_.ticks / 2);
    else if (last_events < kUsefulEvents / 2)
      longest_.ticks = std::min(most_.ticks, 2 * longest_.ticks);
  }

  // From what workers have reported. False: nothing is left to do before `end`.
  bool update(const std::vector<Worker>& workers, SimTime end) {
    std::fill(next_events_.begin(), next_events_.end(), kNever);
    for (const Worker& worker : workers) {
      for (std::uint32_t p = 0; p < plan_.partitions(); ++p)
        next_events_[p] = std::min(next_events_[p], worker.next_events[p]);
    }
    earliest_ = *std::min_element(next_events_.begin(), next_events_.end());
    if (earliest_ >= end) return false;
    end_ = end - earliest_ <= longest_ ? end : earliest_ + longest_;
    return true;
  }

  // kNever: no events are left.
  SimTime earliest() const { return earliest_; }
  // Called by each worker for its own partitions.
  SimTime of(std::uint32_t partition) const {
    SimTime bound = end_;
    for (std::uint32_t from = 0; from < plan_.partitions(); ++from) {
      if (next_events_[from] == kNever) continue;
      bound = std::min(bound, next_events_[from] + plan_.distance(from, partition));
    }
    return bound;
  }

 private:
  static constexpr std::int64_t kLeastWindows = 64;     // of the time to run
  static constexpr std::uint64_t kUsefulEvents = 8192;  // of a window; with more, waiting is hardly rarer

  const PartitionPlan& plan_;
  SimTime end_;
  // Of a window, from the first event that is left: now, and ever.
  Duration longest_, most_;
  SimTime earliest_ = kNever;
  Times next_events_;  // of each partition: its own and what is on its way to it
};

}  // namespace des
