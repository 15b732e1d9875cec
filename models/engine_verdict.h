// Whether windows pay within a replication: by what a count of events promises, and by what they gave.
#pragma once

#include <cstdint>

#include "engine/partitioner.h"
#include "engine/time.h"
#include "engine/window_statistics.h"
#include "models/engine_use.h"

namespace rail {

// Half as many again as a window needs to be shared among threads (des::ParallelOptions): with so many on
// average, few have less than that.
constexpr double kLeastEventsPerWindow = 150;
constexpr double kLeastSpeedup = 1.1;
// `trust`: the part of such a promise that was kept when it was tried; 1 if it never was.
EngineVerdict verdict(const des::PartitionChoice& promised, double trust);

// If events go on as in the last stint.
double events_to_come(std::uint64_t in_stint, des::Duration stint, des::Duration rest);

// Over one thread, in handled events, with the cost of windows. 1 if there were no windows.
double achieved_speedup(const des::WindowStatistics& windows);

}  // namespace rail
