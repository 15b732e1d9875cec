// A binary heap of events in their total order: small pending event sets, and the foot of large ones.
// Not thread-safe.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/event.h"

namespace des {

class EventHeap {
 public:
  bool empty() const { return count_ == 0; }
  std::size_t size() const { return count_; }
  // Requires !empty().
  const Event& least() const { return events_.front(); }

  void push(const Event& event) {
    if (count_ == events_.size()) events_.resize(std::max<std::size_t>(64, 2 * count_));
    std::size_t hole = count_++;
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 2;
      if (!(event < events_[parent])) break;
      events_[hole] = events_[parent];
      hole = parent;
    }
    events_[hole] = event;
  }

  // Removes and returns the least event. Requires !empty().
  Event pop() {
    const Event least = events_.front();
    if (--count_ > 0) {
      const Event& last = events_[count_];
      events_[hole_to_bottom_and_up(last)] = last;
    }
    return least;
  }

  // Calls visit(event) for every event, in no order, and leaves the set empty.
  template <class Visit>
  void drain(Visit visit) {
    for (std::size_t i = 0; i < count_; ++i) visit(events_[i]);
    count_ = 0;
  }

 private:
  // Moves the hole at the root down along the lesser children, then up to where `last` belongs: the
  // last event almost always belongs near the bottom, so this saves a comparison per level.
  std::size_t hole_to_bottom_and_up(const Event& last) {
    const std::size_t count = count_;
    std::size_t hole = 0;
    for (std::size_t child = 1; child < count; child = 2 * hole + 1) {
      if (child + 1 < count && events_[child + 1] < events_[child]) ++child;
      events_[hole] = events_[child];
      hole = child;
    }
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 2;
      if (!(last < events_[parent])) break;
      events_[hole] = events_[parent];
      hole = parent;
    }
    return hole;
  }

  // Those behind `count_` are left over: to make and unmake them takes time.
  std::vector<Event> events_;
  std::size_t count_ = 0;
};

}  // namespace des
