// M/M/1 through the kernel's entities, beside a bare loop that serves the same customers. Two events a
// customer are counted, an arrival and a completion; the kernel's model has a third one, by which the source
// hands the customer to the server.
#include <benchmark/benchmark.h>

#include "bench/memory_counters.h"
#include "bench/mm1.h"
#include "bench/mm1_loop.h"

namespace {

constexpr std::uint64_t kCustomers = 200'000;

template <class Queue>
void serve_all(benchmark::State& state) {
  std::uint64_t replication = 0;
  const support::Allocations memory = support::allocations();
  for (auto _ : state) {
    Queue queue(replication++, kCustomers);
    queue.run();
    benchmark::DoNotOptimize(queue.mean_wait_h());
  }
  const auto events = static_cast<std::uint64_t>(state.iterations()) * 2 * kCustomers;
  bench::count_memory(state, events, memory);
  state.SetItemsProcessed(static_cast<std::int64_t>(events));
}

BENCHMARK(serve_all<bench::Mm1>)->Name("mm1/entities")->Unit(benchmark::kMillisecond);
BENCHMARK(serve_all<bench::Mm1Loop>)->Name("mm1/yardstick")->Unit(benchmark::kMillisecond);

}  // namespace
