// How the parallel engine works. Nothing here changes what it finds, but `ties`.
#pragma once

#include <cstdint>

#include "engine/declared_channels.h"
#include "engine/tie_break.h"
#include "engine/time.h"

namespace des {

struct ParallelOptions {
  const TieBreak* ties = nullptr;  // the sequential engine must have the same
  // A window that is expected to have fewer events is not worth waking other threads for; and where windows
  // have fewer for long, one thread goes through all events undivided (engine/thin_windows.h). 0: neither.
  std::uint64_t least_events_per_window = 100;
  // Not 0: each thread goes through its partitions in another order in every window. For tests.
  std::uint64_t shuffle_seed = 0;
  // Not nullptr: all that entities send must be among these. For tests.
  const DeclaredChannels* declared = nullptr;
  // That this engine, or others before and after it, run in all: windows are a small part of it at most. 0:
  // what the longest call of run_until() so far runs.
  Duration whole;
};

}  // namespace des
