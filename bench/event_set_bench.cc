// The pending event set in the hold model: take the least event, put it back a random time later, with 10^3
// to 10^6 events pending. Yardstick: std::priority_queue over plain events of 16 bytes in the order of time;
// "same_events" is one over ours, of 48 bytes in their total order.
//
// The model is one of continuous time: with a mean delay of 10^6 ticks hardly two events have the same. With
// 10^3 ticks most have: the order of simultaneous events is then most of the work.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "bench/delays.h"
#include "bench/memory_counters.h"
#include "bench/yardstick_queue.h"
#include "engine/event_heap.h"
#include "engine/ladder_queue.h"

namespace {

des::Event event_at(std::int64_t time, std::int64_t number, des::Event) {
  des::Event event;
  event.time = des::SimTime{time};
  event.origin = static_cast<std::uint64_t>(number);
  return event;
}
bench::PlainEvent event_at(std::int64_t time, std::int64_t number, bench::PlainEvent) {
  return {des::SimTime{time}, 0, static_cast<std::uint32_t>(number)};
}

template <class EventSet>
void fill(EventSet& events, std::int64_t count, bench::Delays& delays) {
  using Event = decltype(events.pop());
  for (std::int64_t i = 0; i < count; ++i) events.push(event_at(delays.next(), i, Event{}));
}

// Warm-up of several holds per pending event: the set must have forgotten how it was filled.
template <class EventSet>
void hold_model(benchmark::State& state) {
  EventSet events;
  const std::vector<std::int64_t> drawn = bench::draw_delays(static_cast<double>(state.range(1)));
  bench::Delays delays(drawn);
  fill(events, state.range(0), delays);
  for (std::int64_t i = 0; i < 3 * state.range(0); ++i) bench::hold(events, delays);
  const support::Allocations memory = support::allocations();
  for (auto _ : state) bench::hold(events, delays);
  bench::count_memory(state, static_cast<std::uint64_t>(state.iterations()), memory);
  auto least = events.least();
  benchmark::DoNotOptimize(least);
  state.SetItemsProcessed(state.iterations());
}

void event_set_sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgsProduct({{1'000, 100'000, 1'000'000}, {1'000'000, 1'000}});  // pending, mean delay in ticks
}

BENCHMARK(hold_model<des::EventHeap>)->Name("event_set/heap")->Apply(event_set_sizes);
BENCHMARK(hold_model<des::LadderQueue>)->Name("event_set/ladder")->Apply(event_set_sizes);
BENCHMARK(hold_model<bench::PriorityQueue<des::Event>>)
    ->Name("event_set/same_events")
    ->Apply(event_set_sizes);
BENCHMARK(hold_model<bench::PlainQueue>)->Name("event_set/yardstick")->Apply(event_set_sizes);

}  // namespace
