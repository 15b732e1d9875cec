// The yardstick for event sets: std::priority_queue over the same events in the same order.
//
// It has the interface of des::EventHeap, so that one loop measures both.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

#include "bench/delays.h"
#include "engine/event.h"

namespace bench {

struct LaterFirst {
  bool operator()(const des::Event& x, const des::Event& y) const { return y < x; }
};

class YardstickQueue {
 public:
  const des::Event& least() const { return queue_.top(); }
  void push(const des::Event& event) { queue_.push(event); }
  des::Event pop() {
    const des::Event event = queue_.top();
    queue_.pop();
    return event;
  }

 private:
  std::priority_queue<des::Event, std::vector<des::Event>, LaterFirst> queue_;
};

// Takes the least event and puts it back a random time later: the hold model's step, and the bare loop's.
template <class EventSet>
void hold(EventSet& events, Delays& delays) {
  des::Event event = events.pop();
  event.time = event.time + des::Duration{delays.next()};
  events.push(event);
}

// Seconds of a bare loop are those of so many holds, with so many events pending.
inline void hold_many(std::uint64_t pending, std::uint64_t holds) {
  YardstickQueue events;
  Delays delays;
  for (std::uint64_t i = 0; i < pending; ++i) events.push({{delays.next()}, 0, i, 0, 0, 0, 0});
  for (std::uint64_t i = 0; i < holds; ++i) hold(events, delays);
  des::Event least = events.least();
  benchmark::DoNotOptimize(least);
}

}  // namespace bench
