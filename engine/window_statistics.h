// What windows held: whether parallel execution within a run can pay, and how far.
#pragma once

#include <cstdint>

namespace des {

// Counts of handled events.
struct WindowCounts {
  std::uint64_t events = 0;
  std::uint64_t most_of_partition = 0;
  std::uint64_t most_of_thread = 0;
  bool shared = false;  // among several threads, rather than handled by one
};

// For given partitions all but `busiest_events` and `shared_windows` are the same on any number of threads.
struct WindowStatistics {
  std::uint64_t windows = 0;
  std::uint64_t events = 0;
  std::uint64_t critical_events = 0;   // sum over windows of the most events of one partition
  std::uint64_t busiest_events = 0;    // the same of one thread: of all, where a window was not shared
  std::uint64_t shared_windows = 0;    // those that other threads were woken for
  std::uint64_t undivided_events = 0;  // not in windows, as these would have been thin

  void add(const WindowCounts& window) {
    ++windows;
    events += window.events;
    critical_events += window.most_of_partition;
    busiest_events += window.shared ? window.most_of_thread : window.events;
    shared_windows += window.shared ? 1 : 0;
  }

  WindowStatistics& operator+=(const WindowStatistics& other) {
    windows += other.windows;
    events += other.events;
    critical_events += other.critical_events;
    busiest_events += other.busiest_events;
    shared_windows += other.shared_windows;
    undivided_events += other.undivided_events;
    return *this;
  }
  // What came after `earlier`, of the same run.
  WindowStatistics since(const WindowStatistics& earlier) const {
    return {windows - earlier.windows,
            events - earlier.events,
            critical_events - earlier.critical_events,
            busiest_events - earlier.busiest_events,
            shared_windows - earlier.shared_windows,
            undivided_events - earlier.undivided_events};
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
