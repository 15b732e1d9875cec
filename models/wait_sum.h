// Waits added up.
#pragma once

#include <cstdint>

namespace rail {

// Sum of waits at one place for one cause, over waits that ended in the counted time.
struct WaitSum {
  std::int64_t visits = 0;          // of trains, or of containers that wait for one; also without a wait
  std::int64_t visits_waiting = 0;  // of these, with a wait above zero
  std::int64_t seconds = 0;
  std::int64_t container_seconds = 0;
};

// One visit.
inline void count_wait(WaitSum& place, std::int64_t seconds, std::int64_t containers) {
  ++place.visits;
  if (seconds > 0) ++place.visits_waiting;
  place.seconds += seconds;
  place.container_seconds += seconds * containers;
}

inline void add_waits(WaitSum& sum, const WaitSum& part) {
  sum.visits += part.visits;
  sum.visits_waiting += part.visits_waiting;
  sum.seconds += part.seconds;
  sum.container_seconds += part.container_seconds;
}

}  // namespace rail
