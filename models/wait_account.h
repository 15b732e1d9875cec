// Time is written down as it passes: with the train for its containers, and if it was a wait, with the place.
#pragma once

#include <cstdint>

#include "models/cause.h"
#include "models/closing.h"
#include "models/observations.h"
#include "models/records.h"

namespace rail {

// The journey of a train's containers ends when it arrives at its destination, before what is done there.
inline void account_time(Train& train, Cause cause, std::int64_t seconds) {
  if (train.role == ProcessRole::kDestination) return;
  train.account[static_cast<std::size_t>(cause)] += seconds;
}

// Of a visit that the place counts elsewhere. Mostly there is no wait: then its sums stay as they are, and
// out of the cache.
inline void account_part(Train& train, Cause cause, std::int64_t seconds, WaitSum& place) {
  if (seconds == 0) return;
  account_time(train, cause, seconds);
  train.stop_wait[static_cast<std::size_t>(cause)] += seconds;
  add_wait(place, seconds, train.cargo.count);
}

inline void account_wait(Train& train, Cause cause, std::int64_t seconds, WaitSum& place) {
  ++place.visits;
  account_part(train, cause, seconds, place);
}

// More of a wait that the place has counted the train for.
inline void lengthen_wait(Train& train, Cause cause, std::int64_t seconds, WaitSum& place) {
  account_time(train, cause, seconds);
  train.stop_wait[static_cast<std::size_t>(cause)] += seconds;
  place.seconds += seconds;
  place.container_seconds += seconds * train.cargo.count;
}

// Of a wait that has ended at a place that closes.
inline void account_closed(Train& train, const Closing& closing, const ClosedTime& closed, WaitSum& hours,
                           WaitSum& closures) {
  if (closing.hours != nullptr) account_wait(train, Cause::kHours, closed.hours_s, hours);
  if (closing.closures != nullptr) account_wait(train, Cause::kClosure, closed.closure_s, closures);
}

// Of work that took longer than its `stage_seconds` because it rested while closed.
inline void account_rest(Train& train, const Closing& closing, std::int64_t now, WaitSum& hours,
                         WaitSum& closures) {
  if (now - train.work_since == train.stage_seconds) return;
  const ClosedTime closed = closing.between(train.work_since, now);
  lengthen_wait(train, Cause::kHours, closed.hours_s, hours);
  lengthen_wait(train, Cause::kClosure, closed.closure_s, closures);
}

}  // namespace rail
