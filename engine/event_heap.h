// A binary heap of events in their total order: small pending event sets, and the foot of large ones.
// Not thread-safe.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/event.h"

namespace des {

class EventHeap {
 public:
  bool empty() const { return events_.empty(); }
  std::size_t size() const { return events_.size(); }
  // Requires !empty().
  const Event& least() const { return events_.front(); }

  void push(const Event& event) {
    std::size_t hole = events_.size();
    events_.push_back(event);
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
    const Event last = events_.back();
    events_.pop_back();
    if (!events_.empty()) events_[hole_to_bottom_and_up(last)] = last;
    return least;
  }

  // Calls visit(event) for every event, in no order, and leaves the set empty.
  template <class Visit>
  void drain(Visit visit) {
    for (const Event& event : events_) visit(event);
    events_.clear();
  }

 private:
  // Moves the hole at the root down along the lesser children, then up to where `last` belongs: the
  // last event almost always belongs near the bottom, so this saves a comparison per level.
  std::size_t hole_to_bottom_and_up(const Event& last) {
    const std::size_t count = events_.size();
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

  std::vector<Event> events_;
};

}  // namespace des
