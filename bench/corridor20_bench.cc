// Twenty stations in a row with 20,000 trains, as an ordinary scenario with records off, beside a bare loop
// that simulates the same system. Rates are trains per second.
#include <benchmark/benchmark.h>

#include "bench/corridor20.h"
#include "bench/corridor20_loop.h"
#include "bench/memory_counters.h"

namespace {

constexpr std::int64_t kTrains = 20'000;

void report(benchmark::State& state, const bench::Corridor20Result& sum, const support::Allocations& before) {
  state.SetItemsProcessed(sum.trains);
  bench::count_memory(state, sum.events, before);
  state.counters["events_per_train"] = static_cast<double>(sum.events) / static_cast<double>(sum.trains);
}

void replication(benchmark::State& state) {
  const auto model = bench::corridor20(kTrains);
  if (!model)
    return state.SkipWithError("bench/corridor20.txtpb is missing or invalid: see landbridge validate");
  bench::Corridor20Result sum;
  const support::Allocations memory = support::allocations();
  std::uint32_t number = 0;
  for (auto _ : state) {
    const bench::Corridor20Result result = bench::run_corridor20(*model, number++);
    sum.trains += result.trains;
    sum.events += result.events;
  }
  report(state, sum, memory);
}

void bare_loop(benchmark::State& state) {
  bench::Corridor20Result sum;
  const support::Allocations memory = support::allocations();
  std::uint64_t number = 0;
  for (auto _ : state) {
    const bench::Corridor20Result result = bench::Corridor20Loop(kTrains, number++).run();
    sum.trains += result.trains;
    sum.events += result.events;
  }
  report(state, sum, memory);
}

BENCHMARK(replication)->Name("corridor20/replication")->Unit(benchmark::kMillisecond);
BENCHMARK(bare_loop)->Name("corridor20/yardstick")->Unit(benchmark::kMillisecond);

}  // namespace
