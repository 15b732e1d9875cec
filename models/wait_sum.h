// Waits added up.
#pragma once

#include <cstdint>

namespace rail {

// Sum of waits at one place for one cause, over waits that ended in the counted time.
struct WaitSum {
  std::int64_t trains = 0;          // train visits, also those that did not wait
  std::int64_t trains_waiting = 0;  // of these, visits with a wait above zero
  std::int64_t train_seconds = 0;
  std::int64_t container_seconds = 0;
};

// One visit.
inline void count_wait(WaitSum& place, std::int64_t seconds, std::int64_t containers) {
  ++place.trains;
  if (seconds > 0) ++place.trains_waiting;
  place.train_seconds += seconds;
  place.container_seconds += seconds * containers;
}

inline void add_waits(WaitSum& sum, const WaitSum& part) {
  sum.trains += part.trains;
  sum.trains_waiting += part.trains_waiting;
  sum.train_seconds += part.train_seconds;
  sum.container_seconds += part.container_seconds;
}

}  // namespace rail
