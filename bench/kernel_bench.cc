// The kernel's loop on PHOLD: 1,000 entities, one event each to begin with; every event sends one to a random
// entity a random time later. Yardstick: the same work in a bare loop over std::priority_queue, without
// checks, channels, phases or sequence numbers.
#include <benchmark/benchmark.h>

#include "bench/delays.h"
#include "bench/yardstick_queue.h"
#include "engine/sequential_engine.h"

namespace {

constexpr std::uint32_t kEntities = 1000;
constexpr std::int64_t kTicks = 100'000;  // about 100 events per entity

class Phold {
 public:
  void handle(const des::Event& event, des::Scheduler& scheduler) {
    scheduler.send({receiver(event), des::Duration{1}}, des::Duration{delays_.next()},
                   des::Phase::kCompletion, 0);
    ++handled_;
  }

  // Any spread will do; this one is the same in both loops.
  static des::EntityId receiver(const des::Event& event) {
    return static_cast<des::EntityId>(des::mix(static_cast<std::uint64_t>(event.time.ticks), event.origin) %
                                      kEntities);
  }

  std::int64_t handled() const { return handled_; }

 private:
  bench::Delays delays_;
  std::int64_t handled_ = 0;
};

void kernel(benchmark::State& state) {
  std::int64_t events = 0;
  for (auto _ : state) {
    Phold model;
    des::SequentialEngine<Phold> engine(model, kEntities);
    for (des::EntityId entity = 0; entity < kEntities; ++entity) {
      engine.as_entity(entity).schedule_self({entity + 1}, des::Phase::kCompletion, 0);
    }
    engine.run_until({kTicks});
    events += model.handled();
  }
  state.SetItemsProcessed(events);
}

void bare_loop(benchmark::State& state) {
  std::int64_t events = 0;
  for (auto _ : state) {
    bench::YardstickQueue pending;
    bench::Delays delays;
    for (std::uint32_t entity = 0; entity < kEntities; ++entity) {
      pending.push({{entity + 1}, entity, entity, 0, 0, 0, 0});
    }
    while (pending.least().time < des::SimTime{kTicks}) {
      des::Event event = pending.pop();
      event.place = Phold::receiver(event);
      event.time = event.time + des::Duration{delays.next()};
      pending.push(event);
      ++events;
    }
  }
  state.SetItemsProcessed(events);
}

BENCHMARK(kernel)->Name("kernel/sequential")->Unit(benchmark::kMillisecond);
BENCHMARK(bare_loop)->Name("kernel/yardstick")->Unit(benchmark::kMillisecond);

}  // namespace
