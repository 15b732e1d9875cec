// A station's decisions with 1, 10 and 100 trains waiting: which train enters a double-track section next,
// and which one a server takes, each by itself, another train coming in its place each time; and a whole
// station on the engine, before whose section so many trains get ready at once, every day. Yardstick: taking
// the least key from a std::priority_queue and putting another one back.
#include <benchmark/benchmark.h>

#include <functional>
#include <memory>
#include <queue>
#include <string>
#include <tuple>
#include <vector>

#include "bench/memory_counters.h"
#include "models/records.h"
#include "models/replication.h"
#include "models/resource.h"
#include "models/track.h"

namespace {

constexpr std::int64_t kHeadway_s = 600;
constexpr std::int64_t kRun_s = 36'000;
constexpr std::int64_t kDay_s = 86400;

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

// `trains` get ready at one instant and leave one headway apart; W decides each time which is next.
std::shared_ptr<const rail::Model> daily_crowd(std::int64_t trains) {
  rail::ModelInput input;
  input.points = {{"W", "W", "", {}}, {"E", "E", "", {}}};
  for (const std::int32_t priority : {0, 1, 2})
    input.train_classes.push_back({std::to_string(priority), 1.0, priority});
  rail::LineInput line;
  line.id = "WE";
  line.from = 0;
  line.to = 1;
  line.tracks = 2;
  line.length_km = 600;
  line.speed_km_per_day = 1440;
  line.headway_s = kHeadway_s;
  input.lines.push_back(line);
  rail::ServiceInput service;
  service.direction = rail::Direction::kEastbound;
  service.origin = 0;
  service.destination = 1;
  service.rule = rail::FormationRule::kRate;
  service.interval = rail::Distribution::constant(kDay_s);
  for (std::int64_t i = 0; i < trains; ++i) {
    service.id = std::to_string(i);
    service.train_class = static_cast<std::uint32_t>(priority_of(static_cast<std::uint64_t>(i)));
    input.services.push_back(service);
  }
  input.counted_s = 20 * kDay_s;
  return rail::Model::build(std::move(input));
}

// Items are trains that leave; events, allocations and bytes are those of all that a train takes.
void station(benchmark::State& state) {
  const std::shared_ptr<const rail::Model> model = daily_crowd(state.range(0));
  std::int64_t trains = 0;
  std::uint64_t events = 0;
  const support::Allocations memory = support::allocations();
  for (auto _ : state) {
    const rail::Observations seen = rail::run_replication(*model, {});
    for (const auto& direction : seen.lines) trains += direction[0].trains;
    events += seen.events;
  }
  bench::count_memory(state, events, memory);
  state.counters["events_per_train"] = static_cast<double>(events) / static_cast<double>(trains);
  state.SetItemsProcessed(trains);
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
BENCHMARK(station)->Name("dispatch/station")->Apply(waiting);
BENCHMARK(least_key)->Name("dispatch/yardstick")->Apply(waiting);

}  // namespace
