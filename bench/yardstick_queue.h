// The yardstick for event sets: std::priority_queue over the same events in the same order.
//
// It has the interface of des::EventHeap, so that one loop measures both.
#pragma once

#include <functional>
#include <queue>
#include <vector>

#include "engine/event.h"

namespace bench {

struct LaterFirst {
  bool operator()(const des::Event& x, const des::Event& y) const { return y < x; }
};

class YardstickQueue {
 public:
  std::size_t size() const { return queue_.size(); }
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

}  // namespace bench
