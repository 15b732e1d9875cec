// Waits are written down twice at once: with the train that waited and with the place it waited at.
#pragma once

#include <cstdint>

#include "models/cause.h"
#include "models/observations.h"
#include "models/records.h"

namespace rail {

inline void account_wait(Train& train, Cause cause, std::int64_t seconds, WaitSum& place) {
  train.wait[static_cast<std::size_t>(cause)] += seconds;
  train.stop_wait[static_cast<std::size_t>(cause)] += seconds;
  ++place.trains;
  if (seconds > 0) ++place.trains_waiting;
  place.train_seconds += seconds;
  place.container_seconds += seconds * train.cargo.count;
}

// More of a wait that the place has counted the train for.
inline void lengthen_wait(Train& train, Cause cause, std::int64_t seconds, WaitSum& place) {
  train.wait[static_cast<std::size_t>(cause)] += seconds;
  train.stop_wait[static_cast<std::size_t>(cause)] += seconds;
  place.train_seconds += seconds;
  place.container_seconds += seconds * train.cargo.count;
}

}  // namespace rail
