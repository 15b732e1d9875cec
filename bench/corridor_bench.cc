// One replication of the whole corridor of 2017, every container an individual, records off. Yardstick: a
// bare loop over std::priority_queue that handles as many events with 1,000 pending and does nothing else.
#include <benchmark/benchmark.h>

#include "bench/delays.h"
#include "bench/yardstick_queue.h"
#include "models/replication.h"
#include "scenarios/scenario.h"

namespace {

std::shared_ptr<const rail::Model> corridor() {
  const auto loaded = scenarios::Scenario::load(LANDBRIDGE_ROOT "/scenarios/eurasia-2017.txtpb");
  return loaded.scenario ? rail::Model::build(loaded.scenario->model_input()) : nullptr;
}

// Read and built once for both benchmarks below.
const std::shared_ptr<const rail::Model>& shared_corridor() {
  static const std::shared_ptr<const rail::Model> kModel = corridor();
  return kModel;
}

constexpr char kNotReadable[] = "scenarios/eurasia-2017.txtpb is missing or invalid: see landbridge validate";

void replication(benchmark::State& state) {
  if (!shared_corridor()) return state.SkipWithError(kNotReadable);
  std::uint64_t events = 0;
  rail::ReplicationOptions options;
  for (auto _ : state) {
    events += rail::run_replication(*shared_corridor(), options).events;
    ++options.replication;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(events));
}

void bare_loop(benchmark::State& state) {
  if (!shared_corridor()) return state.SkipWithError(kNotReadable);
  const std::uint64_t events = rail::run_replication(*shared_corridor(), {}).events;
  for (auto _ : state) {
    bench::YardstickQueue pending;
    bench::Delays delays;
    for (std::uint64_t i = 0; i < 1000; ++i) pending.push({{delays.next()}, 0, i, 0, 0, 0, 0});
    for (std::uint64_t i = 0; i < events; ++i) {
      des::Event event = pending.pop();
      event.time = event.time + des::Duration{delays.next()};
      pending.push(event);
    }
    des::Event least = pending.least();
    benchmark::DoNotOptimize(least);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(events) * state.iterations());
}

BENCHMARK(replication)->Name("corridor/replication")->Unit(benchmark::kMillisecond);
BENCHMARK(bare_loop)->Name("corridor/yardstick")->Unit(benchmark::kMillisecond);

}  // namespace
