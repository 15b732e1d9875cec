// The yardstick for bench/mm1.h: the same customers in a bare loop over std::priority_queue, without
// entities, phases, sequence numbers or checks.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <queue>
#include <vector>

#include "bench/mm1.h"

namespace bench {

class Mm1Loop {
 public:
  Mm1Loop(std::uint64_t replication, std::uint64_t customers) : draws_(replication), customers_(customers) {}

  void run() {
    pending_.push({draws_.until_arrival(0).ticks, true});
    while (!pending_.empty()) {
      const Event event = pending_.top();
      pending_.pop();
      event.arrival ? arrive(event.time) : complete(event.time);
    }
  }

  double mean_wait_h() const {
    return static_cast<double>(waited_) / kMm1Hour / static_cast<double>(served_);
  }

 private:
  struct Event {
    std::int64_t time;
    bool arrival;
    bool operator>(const Event& other) const { return time > other.time; }
  };

  void arrive(std::int64_t now) {
    queue_.push_back(now);
    if (queue_.size() == 1) serve(now);
    if (++arrived_ < customers_) pending_.push({now + draws_.until_arrival(arrived_).ticks, true});
  }

  void complete(std::int64_t now) {
    queue_.pop_front();
    if (!queue_.empty()) serve(now);
  }

  void serve(std::int64_t now) {
    waited_ += now - queue_.front();
    pending_.push({now + draws_.service(served_++).ticks, false});
  }

  Mm1Draws draws_;
  std::uint64_t customers_;
  std::priority_queue<Event, std::vector<Event>, std::greater<>> pending_;
  std::deque<std::int64_t> queue_;
  std::int64_t waited_ = 0;
  std::uint64_t arrived_ = 0;
  std::uint64_t served_ = 0;
};

}  // namespace bench
