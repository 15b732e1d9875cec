#include "models/engine_verdict.h"

namespace rail {

EngineVerdict verdict(const des::PartitionChoice& promised, double trust) {
  if (promised.plan.partitions() < 2) return EngineVerdict::kCannotBeDivided;
  if (promised.events_per_window < kLeastEventsPerWindow) return EngineVerdict::kThinWindows;
  return promised.speedup * trust < kLeastSpeedup ? EngineVerdict::kUnbalanced : EngineVerdict::kPays;
}

double events_to_come(std::uint64_t in_stint, des::Duration stint, des::Duration rest) {
  if (stint.ticks <= 0) return 0;
  return static_cast<double>(in_stint) * static_cast<double>(rest.ticks) / static_cast<double>(stint.ticks);
}

double achieved_speedup(const des::WindowStatistics& windows) {
  if (windows.windows == 0) return 1;
  const auto undivided = static_cast<double>(windows.undivided_events);
  const double cost = static_cast<double>(windows.windows) * des::kWindowCost_events;
  return (static_cast<double>(windows.events) + undivided) /
         (static_cast<double>(windows.busiest_events) + undivided + cost);
}

}  // namespace rail
