#include "models/resource.h"

#include <algorithm>

#include "engine/check.h"
#include "models/wait_account.h"

namespace rail {

void Resource::enqueue(Train* train, std::int64_t now) {
  train->queued_since = now;
  if (keeps_log_) log_.begin(train->identity, now);
  if (priority_) {
    queue_.push_by_precedence(train, ageing_s_);
  } else {
    queue_.push_back(train);
  }
  queued_.change(now, 1);
}

Train* Resource::start_next(std::int64_t now) {
  if (queue_.empty() || busy_.level() >= servers_at(now) || !closing_.is_open(now)) {
    seen_.longest_queue = std::max(seen_.longest_queue, queue_.size());
    return nullptr;
  }
  Train* train = queue_.pop_front();
  queued_.change(now, -1);
  busy_.change(open_until(now), 1);
  train->work_since = now;
  const ClosedTime closed = closing_.between(train->queued_since, now);
  const std::int64_t waited = now - train->queued_since - closed.hours_s - closed.closure_s;
  account_wait(*train, Cause::kServer, waited, seen_.wait);
  account_closed(*train, closing_, closed, seen_.hours_wait, seen_.closure_wait);
  if (keeps_log_) log_.end(train->identity, train->queued_since, now);
  seen_.wait_histogram.add(waited);
  return train;
}

std::optional<std::int64_t> Resource::awaited_opening(std::int64_t now) const {
  if (queue_.empty() || busy_.level() >= servers_) return std::nullopt;
  if (busy_.level() >= servers_at(now)) return cuts_.next_change(now);
  if (closing_.hours == nullptr) return std::nullopt;
  return closing_.hours->next_opening(now);
}

std::int64_t Resource::end_of_service(const Train& train, std::int64_t now, bool finishes) {
  if (closing_.hours == nullptr || finishes) return now + train.stage_seconds;
  may_rest_.push_back(&train);
  return closing_.hours->end_of_work(now, train.stage_seconds);
}

std::int64_t Resource::queued_work_s(std::int64_t now) const {
  std::int64_t sum = 0;
  for (const Train* train = queue_.front(); train != nullptr; train = train->next)
    sum += train->stage_seconds;
  return sum / servers_at(now);
}

void Resource::finish(Train& train, std::int64_t now) {
  DES_CHECK(busy_.level() > 0, "a service ends that never started", des::SimTime{now}, point_);
  busy_.change(open_until(now), -1);
  std::erase(may_rest_, &train);
  account_rest(train, closing_, now, seen_.hours_wait, seen_.closure_wait);
}

void Resource::restart_counting(std::int64_t now) {
  seen_ = ResourceObservation{};
  busy_.restart(open_until(now));
  queued_.restart(now);
}

ResourceObservation Resource::observation(std::int64_t now) const {
  ResourceObservation result = seen_;
  result.busy_seconds = busy_.sum_until(open_until(now));
  result.queue_seconds = queued_.sum_until(now);
  return result;
}

}  // namespace rail
