// Counters of a benchmark beside its rate: what an event, or whatever is counted, takes from the heap. Next
// to nothing once storage has grown.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>

#include "tests/support/allocation_counter.h"

namespace bench {

// `before`: when the measured loop began; `events`: handled since then.
inline void count_memory(benchmark::State& state, std::uint64_t events, const support::Allocations& before) {
  const support::Allocations after = support::allocations();
  const auto per_event = [events](std::uint64_t from, std::uint64_t to) {
    return static_cast<double>(to - from) / static_cast<double>(events);
  };
  state.counters["allocations_per_event"] = per_event(before.count, after.count);
  state.counters["bytes_per_event"] = per_event(before.bytes, after.bytes);
  state.counters["events"] =
      benchmark::Counter(static_cast<double>(events), benchmark::Counter::kAvgIterations);
}

}  // namespace bench
