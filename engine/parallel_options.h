// How the parallel engine works; never what it finds.
#pragma once

#include <cstdint>

#include "engine/declared_channels.h"
#include "engine/tie_break.h"
#include "engine/time.h"

namespace des {

struct ParallelOptions {
  const TieBreak* ties = nullptr;
  // A window that is expected to have fewer events is not worth waking other threads for.
  std::uint64_t least_events_for_threads = 100;
  // Not 0: each thread goes through its partitions in another order in every window. For tests.
  std::uint64_t shuffle_seed = 0;
  // Not nullptr: all that entities send must be among these. For tests.
  const DeclaredChannels* declared = nullptr;
  // That this engine, or others before and after it, run in all: windows are a small part of it at most. 0:
  // what the first call of run_until() runs.
  Duration whole;
};

}  // namespace des
