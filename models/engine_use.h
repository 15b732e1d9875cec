// Which engine runs a replication, and what was found out about it. Neither ever changes a result.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/executor.h"
#include "engine/window_statistics.h"

namespace rail {

enum class EngineChoice : std::uint8_t {
  kAuto,  // parallel where windows are found to hold enough events
  kSequential,
  kParallel,  // whatever it costs
};

// Of the last decision: whether windows would pay, and why not.
enum class EngineVerdict : std::uint8_t {
  kPays,
  kCannotBeDivided,  // one partition
  kThinWindows,
  kUnbalanced,  // one partition has nearly all events
  kFewEvents,   // windows would pay if there were more to come
};

struct EngineOptions {
  EngineChoice choice = EngineChoice::kAuto;
  int threads = 1;  // within the replication
  des::Backend backend = des::Backend::kTbb;
  // Not 0: clusters are dealt out to partitions at random, anew at every decision, and partitions worked on
  // in random order. For tests.
  std::uint64_t shuffle_seed = 0;
  std::uint32_t shuffled_partitions = 0;  // so many; 0: some more than there are threads
  bool check_channels = false;            // stations send only what the model declares. For tests.
  int processors = 0;                     // more threads help nothing; 0: as many as the machine has
  // With fewer, what threads could save is less than it costs to find out and to move (docs/performance.md).
  double least_events_to_come = 500'000;
};

// Windows are described as they were counted, or as they are estimated if there were none.
struct EngineUse {
  bool parallel = false;  // at the end of the replication
  bool tried = false;     // there was a choice, so what follows is known
  int threads = 1;
  EngineVerdict verdict = EngineVerdict::kPays;  // of the last decision
  std::uint32_t partitions = 1;
  std::optional<std::int64_t>
      lookahead_s;  // the least between any two partitions; none: no two are connected
  double events_per_window = 0;
  double most_speedup = 1;  // over one thread, with these partitions, if windows and threads cost nothing
  des::WindowStatistics counted;  // of all windows
};

}  // namespace rail
