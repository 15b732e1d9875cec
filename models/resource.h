// Interchangeable servers at one point, and the trains queued for them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/check.h"
#include "models/closing.h"
#include "models/model_input.h"
#include "models/observations.h"
#include "models/time_integral.h"
#include "models/train_queue.h"
#include "models/wait_account.h"

namespace rail {

class Resource {
 public:
  // `ageing_s`: as precedence_of().
  Resource(const ResourceInput& input, Closing closing, std::int64_t ageing_s)
      : point_(input.point),
        servers_(input.servers),
        priority_(input.priority),
        ageing_s_(ageing_s),
        closing_(closing),
        cuts_(input.server_cuts),
        keeps_log_(input.keeps_log) {}

  void enqueue(Train* train, std::int64_t now);
  // The train whose service starts now, or nullptr if all servers are busy, nobody waits or it is closed. To
  // be called until it gives nullptr.
  Train* start_next(std::int64_t now);
  // When it opens, or a cut of servers ends, if trains wait for nothing else.
  std::optional<std::int64_t> awaited_opening(std::int64_t now) const;
  // Of the service that starts now: rests while closed, or finishes.
  bool rests() const { return closing_.hours != nullptr; }  // at times
  std::int64_t end_of_service(const Train& train, std::int64_t now, bool finishes) {
    return finishes || !rests() ? now + train.stage_seconds : end_with_rests(train, now);
  }
  void finish(Train& train, std::int64_t now);
  // Since counting began.
  bool within_capacity() const { return busy_.level() >= 0 && busy_.most() <= servers_; }

  void restart_counting(std::int64_t now);
  ResourceObservation observation(std::int64_t now) const;
  // Of all that wait, over the servers there are.
  std::int64_t queued_work_s(std::int64_t now) const;
  const ResourceObservation& seen() const { return seen_; }  // without what observation() adds
  std::int64_t in_work() const { return busy_.level(); }
  const TrainQueue& waiting() const { return queue_; }
  const std::vector<const Train*>& may_rest() const { return may_rest_; }  // in work that rests while closed
  const Closing& closing() const { return closing_; }
  const WaitLog& log() const { return log_; }  // over the whole run, if asked for

 private:
  // Busy servers count while it is open only.
  std::int64_t open_until(std::int64_t now) const {
    return closing_.hours == nullptr ? now : closing_.hours->open_seconds(0, now);
  }
  std::int64_t end_with_rests(const Train& train, std::int64_t now);
  int servers_at(std::int64_t now) const { return static_cast<int>(cuts_.at(now, servers_)); }

  std::uint32_t point_;  // its station, for checks
  int servers_;
  bool priority_;
  std::int64_t ageing_s_;
  Closing closing_;
  TimedValues cuts_;  // of servers
  bool keeps_log_;
  WaitLog log_;
  TrainQueue queue_;
  std::vector<const Train*> may_rest_;
  TimeIntegral busy_;  // over open time
  TimeIntegral queued_;
  ResourceObservation seen_;
};

// What follows is of every visit, and so inline.
inline void Resource::enqueue(Train* train, std::int64_t now) {
  train->queued_since = now;
  if (keeps_log_) log_.begin(train->identity, now);
  if (priority_) {
    queue_.push_by_precedence(train, ageing_s_);
  } else {
    queue_.push_back(train);
  }
  queued_.change(now, 1);
}

inline Train* Resource::start_next(std::int64_t now) {
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

inline void Resource::finish(Train& train, std::int64_t now) {
  DES_CHECK(busy_.level() > 0, "a service ends that never started", des::SimTime{now}, point_);
  busy_.change(open_until(now), -1);
  if (!may_rest_.empty()) std::erase(may_rest_, &train);
  account_rest(train, closing_, now, seen_.hours_wait, seen_.closure_wait);
}

}  // namespace rail
