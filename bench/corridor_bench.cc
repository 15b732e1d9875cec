// One replication of the whole corridor of 2017, every container an individual, with records off and on, on
// one thread and on two; and the search for its routes. Yardsticks: a bare loop over std::priority_queue that
// handles as many events with 1,000 pending and does nothing else; one Dijkstra search over points and lines
// per service.
#include <benchmark/benchmark.h>

#include <cmath>
#include <queue>

#include "bench/delays.h"
#include "bench/memory_counters.h"
#include "bench/yardstick_queue.h"
#include "models/replication.h"
#include "models/routing.h"
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

void replication(benchmark::State& state, bool records, int threads) {
  if (!shared_corridor()) return state.SkipWithError(kNotReadable);
  std::uint64_t events = 0;
  rail::ReplicationOptions options;
  options.record_trains = options.record_containers = records;
  options.engine.threads = threads;
  options.engine.backend = des::Backend::kJthread;
  const support::Allocations before = support::allocations();
  for (auto _ : state) {
    events += rail::run_replication(*shared_corridor(), options).events;
    ++options.replication;
  }
  bench::count_memory(state, events, before);
  state.SetItemsProcessed(static_cast<std::int64_t>(events));
}

void bare_loop(benchmark::State& state) {
  if (!shared_corridor()) return state.SkipWithError(kNotReadable);
  const std::uint64_t events = rail::run_replication(*shared_corridor(), {}).events;
  for (auto _ : state) bench::hold_many(1000, events);
  state.SetItemsProcessed(static_cast<std::int64_t>(events) * state.iterations());
}

// All routes of all services.
void route_search(benchmark::State& state) {
  if (!shared_corridor()) return state.SkipWithError(kNotReadable);
  const rail::ModelInput& input = shared_corridor()->input();
  const support::Allocations memory = support::allocations();
  for (auto _ : state) {
    for (std::uint32_t service = 0; service < input.services.size(); ++service)
      benchmark::DoNotOptimize(rail::cheapest_routes(input, service, static_cast<int>(state.range(0))));
  }
  const std::int64_t services = state.iterations() * static_cast<std::int64_t>(input.services.size());
  bench::count_memory(state, static_cast<std::uint64_t>(services), memory);
  state.SetItemsProcessed(services);
}

double kilometres(const std::vector<std::vector<std::pair<std::uint32_t, double>>>& lines, std::uint32_t from,
                  std::uint32_t to) {
  std::vector<double> best(lines.size(), INFINITY);
  std::priority_queue<std::pair<double, std::uint32_t>, std::vector<std::pair<double, std::uint32_t>>,
                      std::greater<>>
      next;
  next.emplace(best[from] = 0, from);
  while (!next.empty() && next.top().second != to) {
    const auto [km, point] = next.top();
    next.pop();
    for (const auto& [neighbour, length] : lines[point]) {
      if (km + length >= best[neighbour]) continue;
      next.emplace(best[neighbour] = km + length, neighbour);
    }
  }
  return best[to];
}

void bare_search(benchmark::State& state) {
  if (!shared_corridor()) return state.SkipWithError(kNotReadable);
  const rail::ModelInput& input = shared_corridor()->input();
  std::vector<std::vector<std::pair<std::uint32_t, double>>> lines(input.points.size());
  for (const rail::LineInput& line : input.lines) {
    lines[line.from].emplace_back(line.to, line.length_km);
    lines[line.to].emplace_back(line.from, line.length_km);
  }
  for (auto _ : state) {
    for (const rail::ServiceInput& service : input.services)
      benchmark::DoNotOptimize(kilometres(lines, service.origin, service.destination));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(input.services.size()));
}

BENCHMARK_CAPTURE(replication, off, false, 1)->Name("corridor/replication")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(replication, on, true, 1)->Name("corridor/records_on")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(replication, two, false, 2)
    ->Name("corridor/two_threads")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(bare_loop)->Name("corridor/yardstick")->Unit(benchmark::kMillisecond);
BENCHMARK(route_search)->Name("routes/cheapest")->Arg(1)->Arg(3)->Unit(benchmark::kMillisecond);
BENCHMARK(bare_search)->Name("routes/yardstick")->Arg(1)->Arg(3)->Unit(benchmark::kMillisecond);

}  // namespace
