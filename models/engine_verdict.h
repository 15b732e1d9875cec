// Whether windows pay within a replication: by what a count of events promises, and by what they gave.
#pragma once

#include <cstdint>

#include "engine/partitioner.h"
#include "engine/window_statistics.h"

namespace rail {

// Windows with fewer events cost more to arrange than threads save (docs/performance.md).
constexpr double kLeastEventsPerWindow = 150;
constexpr double kLeastSpeedup = 1.1;

enum class EngineVerdict : std::uint8_t {
  kPays,
  kCannotBeDivided,  // one partition
  kThinWindows,
  kUnbalanced,  // one partition has nearly all events
};

// `trust`: the part of such a promise that was kept when it was tried; 1 if it never was.
EngineVerdict verdict(const des::PartitionChoice& promised, double trust);

// Over one thread, in handled events, with the cost of windows. 1 if there were no windows.
double achieved_speedup(const des::WindowStatistics& windows);

}  // namespace rail
