// A station's decisions with 1, 10 and 100 trains waiting: which train enters a double-track section next,
// and which one a server takes. Each time another train comes in its place. Yardstick: taking the least key
// from a std::priority_queue and putting another one back.
#include <benchmark/benchmark.h>

#include <functional>
#include <queue>
#include <tuple>
#include <vector>

#include "bench/memory_counters.h"
#include "models/records.h"
#include "models/resource.h"
#include "models/track.h"

namespace {

constexpr std::int64_t kHeadway_s = 600;
constexpr std::int64_t kRun_s = 36'000;

// One class of trains; the priorities of trains repeat.
std::int32_t priority_of(std::uint64_t train) { return static_cast<std::int32_t>(train * 7 % 3); }

void section(benchmark::State& state) {
  rail::ModelTables tables;
  tables.headways = {kHeadway_s};
  rail::TrackTable table;
  table.line = 0;
  rail::Track track(tables, rail::LineInput{}, table, nullptr, INT64_MAX / 4);
  std::uint64_t trains = 0;
  std::int64_t now = 0;
  const auto ask = [&] {
    rail::TrackRequest request;
    request.precedence = rail::precedence_of(priority_of(++trains), now, -1);
    request.ready = now;
    request.run_seconds = kRun_s;
    track.request(request);
  };
  for (std::int64_t i = 0; i < state.range(0); ++i) ask();
  const support::Allocations memory = support::allocations();
  for (auto _ : state) {
    now = *track.next_chance(now);
    benchmark::DoNotOptimize(track.grant(now));
    ask();
  }
  bench::count_memory(state, static_cast<std::uint64_t>(state.iterations()), memory);
  state.SetItemsProcessed(state.iterations());
}

void server(benchmark::State& state) {
  rail::ResourceInput input;
  input.servers = 1;
  input.priority = true;
  rail::Resource resource(input, {}, -1);
  std::vector<rail::Train> trains(static_cast<std::size_t>(state.range(0)));
  std::int64_t now = 0;
  for (rail::Train& train : trains) {
    train.priority = priority_of(static_cast<std::uint64_t>(&train - trains.data()));
    resource.enqueue(&train, now);
  }
  const support::Allocations memory = support::allocations();
  for (auto _ : state) {
    now += kHeadway_s;
    rail::Train* train = resource.start_next(now);
    resource.finish(*train, now);
    resource.enqueue(train, now);
  }
  bench::count_memory(state, static_cast<std::uint64_t>(state.iterations()), memory);
  state.SetItemsProcessed(state.iterations());
}

void least_key(benchmark::State& state) {
  using Key = std::tuple<std::int32_t, std::int64_t, std::uint64_t>;  // priority, ready, order
  std::priority_queue<Key, std::vector<Key>, std::greater<>> waiting;
  std::uint64_t trains = 0;
  std::int64_t now = 0;
  for (std::int64_t i = 0; i < state.range(0); ++i) waiting.emplace(priority_of(++trains), now, trains);
  const support::Allocations memory = support::allocations();
  for (auto _ : state) {
    now += kHeadway_s;
    benchmark::DoNotOptimize(waiting.top());
    waiting.pop();
    waiting.emplace(priority_of(++trains), now, trains);
  }
  bench::count_memory(state, static_cast<std::uint64_t>(state.iterations()), memory);
  state.SetItemsProcessed(state.iterations());
}

void waiting(benchmark::internal::Benchmark* benchmark) {
  for (const std::int64_t trains : {1, 10, 100}) benchmark->Arg(trains);
}

BENCHMARK(section)->Name("dispatch/section")->Apply(waiting);
BENCHMARK(server)->Name("dispatch/server")->Apply(waiting);
BENCHMARK(least_key)->Name("dispatch/yardstick")->Apply(waiting);

}  // namespace
