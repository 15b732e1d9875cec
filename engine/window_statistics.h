// What windows held: whether parallel execution within a run can pay.
#pragma once

#include <cstdint>

namespace des {

struct WindowStatistics {
  std::uint64_t windows = 0;
  std::uint64_t events = 0;
  std::uint64_t critical_events = 0;  // sum over windows of the most events of one partition
  std::uint64_t last_events = 0;      // of the last window

  void add(std::uint64_t window_events, std::uint64_t most) {
    ++windows;
    events += window_events;
    critical_events += most;
    last_events = window_events;
  }

  double events_per_window() const {
    return windows == 0 ? 0 : static_cast<double>(events) / static_cast<double>(windows);
  }
  // No number of threads is faster than this with these partitions, even if waiting cost nothing.
  double most_speedup() const {
    return critical_events == 0 ? 1 : static_cast<double>(events) / static_cast<double>(critical_events);
  }
};

}  // namespace des
