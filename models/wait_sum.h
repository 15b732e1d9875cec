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

}  // namespace rail
