// What one replication observed of wagons and locomotives. Part of Observations.
#pragma once

#include <cstdint>

#include "models/wait_sum.h"

namespace rail {

// Wagons or locomotives of one fleet at one station.
struct StockObservation {
  WaitSum wait;                      // trains that took some
  std::int64_t idle_seconds = 0;     // integral of idle units over the counted time
  std::int64_t turning_seconds = 0;  // of units being turned
  std::int64_t waiting_seconds = 0;  // of trains that wait
  std::int64_t least_idle = 0;
  std::int64_t longest_queue = 0;
  std::int64_t sent_light = 0;  // locomotives that left without a train
  // At the end; light: sent less received by others, over the whole run.
  std::int64_t idle_at_end = 0, turning_at_end = 0, light_at_end = 0;
};

// Where the units of one fleet are at the end: always as many as at the start.
struct FleetBalance {
  std::int64_t units = 0;  // at the start
  std::int64_t idle = 0, turning = 0, light = 0, on_trains = 0;
};

}  // namespace rail
