// The yardsticks of event sets and of loops over them: std::priority_queue, over the least that an event can
// be and over the same events in the same order.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

#include "bench/delays.h"
#include "engine/event.h"

namespace bench {

// When and for whom, in the order of time alone: what a plain loop needs, and what the bars are set against.
struct PlainEvent {
  des::SimTime time;
  std::uint32_t receiver = 0;
  std::uint32_t sender = 0;
};
inline bool operator<(const PlainEvent& x, const PlainEvent& y) { return x.time < y.time; }

// With the interface of des::EventHeap, so that one loop measures both.
template <class Event>
class PriorityQueue {
 public:
  const Event& least() const { return queue_.top(); }
  void push(const Event& event) { queue_.push(event); }
  Event pop() {
    const Event event = queue_.top();
    queue_.pop();
    return event;
  }

 private:
  struct LaterFirst {
    bool operator()(const Event& x, const Event& y) const { return y < x; }
  };
  std::priority_queue<Event, std::vector<Event>, LaterFirst> queue_;
};

using PlainQueue = PriorityQueue<PlainEvent>;

// Takes the least event and puts it back a random time later: the hold model's step, and the bare loop's.
template <class EventSet>
void hold(EventSet& events, Delays& delays) {
  auto event = events.pop();
  event.time = event.time + des::Duration{delays.next()};
  events.push(event);
}

// Seconds of a bare loop are those of so many holds, with so many events pending.
inline void hold_many(std::uint64_t pending, std::uint64_t holds) {
  PlainQueue events;
  Delays delays;
  for (std::uint64_t i = 0; i < pending; ++i) events.push({{delays.next()}, 0, 0});
  for (std::uint64_t i = 0; i < holds; ++i) hold(events, delays);
  PlainEvent least = events.least();
  benchmark::DoNotOptimize(least);
}

}  // namespace bench
