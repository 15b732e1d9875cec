// Single track with meets, passing places and reserved tracks: 900 km in 50 sections of 18 km, trains at
// random from both ends for 100 days. Items are train kilometres. Yardstick: a bare loop over
// std::priority_queue with two events a section and nothing else.
#include <benchmark/benchmark.h>

#include <cmath>
#include <memory>

#include "bench/delays.h"
#include "bench/single_track.h"
#include "bench/yardstick_queue.h"
#include "models/replication.h"

namespace {

using bench::kDay_s, bench::kSection_km, bench::kSections;
constexpr std::int64_t kDays = 100;

void add_service(rail::ModelInput& input, const char* id, rail::Direction direction, double trains_a_day) {
  rail::ServiceInput service = bench::service_over_single_track(id, direction);
  service.rule = rail::FormationRule::kRate;
  service.interval = rail::Distribution::exponential(kDay_s / trains_a_day);
  input.services.push_back(service);
}

std::shared_ptr<const rail::Model> at_random(double pairs_a_day) {
  rail::ModelInput input = bench::single_track(3);
  add_service(input, "west", rail::Direction::kWestbound, pairs_a_day);
  add_service(input, "east", rail::Direction::kEastbound, pairs_a_day);
  input.counted_s = kDays * kDay_s;
  return rail::Model::build(std::move(input));
}

double kilometres(const rail::Observations& seen) {
  double trains = 0;
  for (const auto& direction : seen.lines) trains += static_cast<double>(direction[0].trains);
  return trains * kSections * kSection_km;
}

void meets(benchmark::State& state) {
  const std::shared_ptr<const rail::Model> model = at_random(static_cast<double>(state.range(0)));
  rail::ReplicationOptions options;
  double km = 0;
  std::uint64_t events = 0;
  for (auto _ : state) {
    const rail::Observations seen = rail::run_replication(*model, options);
    if (seen.stop == rail::StopReason::kGridlock) return state.SkipWithError("gridlock");
    km += kilometres(seen);
    events += seen.events;
    ++options.replication;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(km));
  state.counters["events_per_section"] = static_cast<double>(events) / (km / kSection_km);
}

void bare_loop(benchmark::State& state) {
  const std::int64_t sections = 2 * state.range(0) * kDays * kSections;
  for (auto _ : state) bench::hold_many(50, 2 * static_cast<std::uint64_t>(sections));
  state.SetItemsProcessed(state.iterations() * sections * static_cast<std::int64_t>(kSection_km));
}

BENCHMARK(meets)->Name("single_track/meets")->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);
BENCHMARK(bare_loop)->Name("single_track/yardstick")->Arg(8)->Arg(16)->Unit(benchmark::kMillisecond);

}  // namespace
