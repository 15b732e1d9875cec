// Waits added up.
#pragma once

#include <cstdint>

namespace rail {

// Sum of waits at one place for one cause, over waits that ended in the counted time; and apart from them
// those still under way at the end.
struct WaitSum {
  std::int64_t visits = 0;          // of trains, or of containers that wait for one; also without a wait
  std::int64_t visits_waiting = 0;  // of these, with a wait above zero
  std::int64_t seconds = 0;
  std::int64_t container_seconds = 0;
  // Until the end, of waits that had not ended by then (models/open_waits.h); in none of the above.
  std::int64_t open_seconds = 0;
  std::int64_t open_container_seconds = 0;
  std::int64_t still_waiting = 0;  // for this: of a wait that falls to several causes only the last
};

// Of a visit that is counted elsewhere.
inline void add_wait(WaitSum& place, std::int64_t seconds, std::int64_t containers) {
  if (seconds > 0) ++place.visits_waiting;
  place.seconds += seconds;
  place.container_seconds += seconds * containers;
}

// One visit.
inline void count_wait(WaitSum& place, std::int64_t seconds, std::int64_t containers) {
  ++place.visits;
  add_wait(place, seconds, containers);
}

inline void add_waits(WaitSum& sum, const WaitSum& part) {
  sum.visits += part.visits;
  sum.visits_waiting += part.visits_waiting;
  sum.seconds += part.seconds;
  sum.container_seconds += part.container_seconds;
  sum.open_seconds += part.open_seconds;
  sum.open_container_seconds += part.open_container_seconds;
  sum.still_waiting += part.still_waiting;
}

}  // namespace rail
