// The engines on PHOLD. Yardstick: the same work in a bare loop over std::priority_queue of plain events,
// without checks, channels, phases, sequence numbers or payload, in the order of time alone.
//
// Arguments: entities / percent of events for others / lookahead in thousandths of the mean delay.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "bench/memory_counters.h"
#include "bench/phold.h"
#include "bench/yardstick_queue.h"
#include "engine/parallel_engine.h"
#include "engine/sequential_engine.h"

namespace {

// Of which each iteration is a leg: lookahead and events limit windows, not its end.
constexpr des::Duration kLongRun{1000 * bench::kUnit};
constexpr des::SimTime kWarm{5 * bench::kUnit};  // by then the pending events are as they stay
// By then the ladder queue has dealt out its top twice, and its rungs are as they will be each time.
constexpr des::SimTime kLadderWarm{20 * bench::kUnit};

bench::PholdCase case_of(const benchmark::State& state) {
  return {static_cast<des::EntityId>(state.range(0)), static_cast<std::uint64_t>(state.range(1)),
          state.range(2)};
}

// Each iteration is as much simulated time as takes some 100,000 events.
std::int64_t step_of(const bench::PholdCase& which) {
  return std::max<std::int64_t>(bench::kUnit / 10,
                                100'000 * bench::kUnit / which.entities / bench::kEventsEach);
}

template <class Engine>
void measure(benchmark::State& state, Engine& engine, const bench::PholdCase& which) {
  engine.run_until(kLadderWarm);
  const std::uint64_t before = engine.events_handled();
  const support::Allocations memory = support::allocations();
  for (auto _ : state) engine.run_until(engine.now() + des::Duration{step_of(which)});
  bench::count_memory(state, engine.events_handled() - before, memory);
  state.SetItemsProcessed(static_cast<std::int64_t>(engine.events_handled() - before));
}

void sequential(benchmark::State& state) {
  const bench::PholdCase which = case_of(state);
  bench::Phold model(which);
  des::SequentialEngine<bench::Phold> engine(model, which.entities);
  model.begin(engine);
  measure(state, engine, which);
}

// One partition per thread: all entities are alike, so there is nothing to balance.
void parallel(benchmark::State& state, int threads, des::Backend backend) {
  const bench::PholdCase which = case_of(state);
  bench::Phold model(which);
  const auto executor = des::make_executor(backend, threads);
  const des::PartitionPlan plan = bench::equal_parts(which, static_cast<std::uint32_t>(threads));
  des::ParallelOptions how;
  how.whole = kLongRun;
  des::ParallelEngine<bench::Phold> engine(model, des::nothing_done(which.entities), plan, *executor, how);
  model.begin(engine);
  measure(state, engine, which);
  state.counters["events_per_window"] = engine.statistics().events_per_window();
  state.counters["busiest_per_window"] = static_cast<double>(engine.statistics().busiest_events) /
                                         static_cast<double>(engine.statistics().windows);
}

void bare_loop(benchmark::State& state) {
  const bench::PholdCase which = case_of(state);
  bench::PholdDraws draws(which);
  bench::PlainQueue pending;
  const auto send_on = [&](const bench::PlainEvent& event) {
    const auto next = draws.next(event.receiver);
    pending.push({event.time + des::Duration{next.delay}, next.receiver, event.receiver});
  };
  for (des::EntityId e = 0; e < which.entities; ++e) {
    for (int i = 0; i < bench::kEventsEach; ++i) send_on({{0}, e, e});
  }
  const auto run_until = [&](des::SimTime end) {
    std::int64_t handled = 0;
    for (; pending.least().time < end; ++handled) send_on(pending.pop());
    return handled;
  };
  run_until(kWarm);
  des::SimTime now = kWarm;
  std::int64_t handled = 0;
  for (auto _ : state) {
    now = now + des::Duration{step_of(which)};
    handled += run_until(now);
  }
  state.SetItemsProcessed(handled);
}

// A fixed number of legs, since to warm up again for every attempt at finding how many are enough takes long.
void real_time(benchmark::internal::Benchmark* benchmark) {
  benchmark->UseRealTime()->MeasureProcessCPUTime()->Iterations(50);
}

void against_bare_loop(benchmark::internal::Benchmark* benchmark) {
  real_time(benchmark);
  for (const std::int64_t entities : {1'000, 64'000}) {
    for (const std::int64_t remote : {10, 100}) benchmark->Args({entities, remote, 100});
  }
}

void phold_cases(benchmark::internal::Benchmark* benchmark) {
  real_time(benchmark);
  for (const std::int64_t entities : {1'000, 64'000}) {
    for (const std::int64_t remote : {10, 100}) {
      for (const std::int64_t lookahead : {10, 100, 500}) benchmark->Args({entities, remote, lookahead});
    }
  }
  // Windows of 16, 48 and 112 events: too thin for two threads, which must then cost little, and hardly thick
  // enough.
  for (const std::int64_t lookahead : {1, 3, 7}) benchmark->Args({1'000, 100, lookahead});
}

BENCHMARK(bare_loop)->Name("phold/yardstick")->Apply(against_bare_loop);
BENCHMARK(sequential)->Name("phold/sequential")->Apply(against_bare_loop);
BENCHMARK_CAPTURE(parallel, one, 1, des::Backend::kSerial)->Name("phold/parallel_1")->Apply(phold_cases);
BENCHMARK_CAPTURE(parallel, tbb, 2, des::Backend::kTbb)->Name("phold/parallel_2_tbb")->Apply(phold_cases);
BENCHMARK_CAPTURE(parallel, own, 2, des::Backend::kJthread)
    ->Name("phold/parallel_2_jthread")
    ->Apply(phold_cases);

}  // namespace
