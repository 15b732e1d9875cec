// How far each partition may go in the next window: to the earliest instant at which anything that another
// one still has to do could make itself felt, by way of whichever partitions.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/partition_plan.h"
#include "engine/thread_share.h"
#include "engine/time.h"
#include "engine/window_length.h"

namespace des {

class WindowBounds {
 public:
  // `plan` must outlive it.
  explicit WindowBounds(const PartitionPlan& plan) : plan_(plan), next_events_(plan.partitions()) {}

  // Before the first window of a call: all that is going to be run, in however many calls, is at least so
  // long.
  void begin(Duration whole) {
    if (whole <= whole_) return;
    whole_ = whole;
    length_.emplace(whole);
  }
  // What the last window had.
  void adapt(std::uint64_t events) { length_->adapt(events, is_cut_); }

  // From what threads have reported. False: nothing is left to do before `end`.
  bool update(const std::vector<ThreadShare>& shares, SimTime end) {
    std::fill(next_events_.begin(), next_events_.end(), kNever);
    for (const ThreadShare& share : shares) {
      for (std::uint32_t p = 0; p < plan_.partitions(); ++p)
        next_events_[p] = std::min(next_events_[p], share.next_events[p]);
    }
    earliest_ = *std::min_element(next_events_.begin(), next_events_.end());
    lookahead_was_the_limit_ = earliest_ < end_;
    if (earliest_ >= end) return false;
    is_cut_ = end - earliest_ <= length_->get();
    end_ = is_cut_ ? end : earliest_ + length_->get();
    return true;
  }

  // Of the last window: it ended before its time because of what one partition might have sent another.
  bool lookahead_was_the_limit() const { return lookahead_was_the_limit_; }
  // kNever: no events are left.
  SimTime earliest() const { return earliest_; }
  // Called by each thread for its own partitions.
  SimTime of(std::uint32_t partition) const {
    SimTime bound = end_;
    for (std::uint32_t from = 0; from < plan_.partitions(); ++from) {
      if (next_events_[from] == kNever) continue;
      bound = std::min(bound, next_events_[from] + plan_.distance(from, partition));
    }
    return bound;
  }

 private:
  const PartitionPlan& plan_;
  SimTime end_;
  bool is_cut_ = false;  // the window ends with the time to run
  bool lookahead_was_the_limit_ = false;
  Duration whole_;
  std::optional<WindowLength> length_;
  SimTime earliest_ = kNever;
  Times next_events_;  // of each partition: its own and what is on its way to it
};

}  // namespace des
