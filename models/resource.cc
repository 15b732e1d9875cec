#include "models/resource.h"

#include <algorithm>

#include "engine/check.h"
#include "models/wait_account.h"

namespace rail {

void Resource::enqueue(Train* train, std::int64_t now) {
  train->queued_since = now;
  if (priority_) {
    queue_.push_by_priority(train);
  } else {
    queue_.push_back(train);
  }
  queued_.change(now, 1);
}

Train* Resource::start_next(std::int64_t now) {
  if (queue_.empty() || busy_.level() >= servers_) {
    seen_.longest_queue = std::max(seen_.longest_queue, queue_.size());
    return nullptr;
  }
  Train* train = queue_.pop_front();
  queued_.change(now, -1);
  busy_.change(now, 1);
  DES_CHECK(busy_.level() <= servers_, "more trains served than there are servers", des::SimTime{now},
            point_);
  const std::int64_t waited = now - train->queued_since;
  account_wait(*train, Cause::kServer, waited, seen_.wait);
  seen_.wait_histogram.add(waited);
  return train;
}

void Resource::finish(std::int64_t now) {
  DES_CHECK(busy_.level() > 0, "a service ends that never started", des::SimTime{now}, point_);
  busy_.change(now, -1);
}

void Resource::restart_counting(std::int64_t now) {
  seen_ = ResourceObservation{};
  busy_.restart(now);
  queued_.restart(now);
}

ResourceObservation Resource::observation(std::int64_t now) const {
  ResourceObservation result = seen_;
  result.busy_seconds = busy_.sum_until(now);
  result.queue_seconds = queued_.sum_until(now);
  return result;
}

}  // namespace rail
