// A set of entities that one thread at a time works on, with all that is theirs in the engine.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/engine_state.h"
#include "engine/outbox.h"
#include "engine/partition_plan.h"
#include "engine/scheduler.h"
#include "engine/tie_break.h"

namespace des {

// On cache lines of its own: its neighbours belong to other threads.
struct alignas(64) Partition {
  Partition(const PartitionPlan& plan, std::uint32_t own, const EngineState& state, const TieBreak* ties)
      : outbox(plan, own), scheduler(0, ties, &outbox), bound(state.now) {
    scheduler.counts() = state.counts;
    scheduler.set_current(state.now, kBeforeFirstPhase, 0);
    for (std::uint32_t from = 0; from < plan.partitions(); ++from)
      if (plan.lookahead(from, own) < kUnreachable) senders.push_back(from);
  }

  Outbox outbox;
  Scheduler scheduler;
  std::vector<std::uint32_t> senders;  // the partitions that there are channels from
  SimTime bound;                       // everything before it has been handled
  std::uint64_t handled = 0;           // in the last window
};

}  // namespace des
