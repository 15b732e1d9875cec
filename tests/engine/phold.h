// PHOLD (Fujimoto 1990): every event sends another one to an entity drawn at random, a random time later.
// Each entity keeps a hash of all it has seen, in order, so that two runs can be told apart.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "engine/engine_state.h"
#include "engine/random_stream.h"
#include "engine/scheduler.h"

namespace des {

struct PholdOptions {
  EntityId entities = 64;
  int events_each = 4;
  double remote = 0.5;           // share of events for another entity
  std::int64_t lookahead = 100;  // of all channels
  double mean_extra = 20;  // of the exponential part of a delay: few, so that many events are simultaneous
  std::uint64_t seed = 1;
  bool decides = false;  // each event is followed by a decision in the last phase of its instant
};

class Phold {
 public:
  explicit Phold(const PholdOptions& options)
      : options_(options), random_(options.seed, 0), seen_(options.entities), draws_(options.entities) {}

  static std::vector<DeclaredChannel> channels(const PholdOptions& options) {
    std::vector<DeclaredChannel> all;
    for (EntityId from = 0; from < options.entities; ++from) {
      for (EntityId to = 0; to < options.entities; ++to)
        if (from != to) all.push_back({from, {to, {options.lookahead}, "phold"}});
    }
    return all;
  }

  template <class Engine>
  void begin(Engine& engine) {
    for (EntityId entity = 0; entity < options_.entities; ++entity) {
      for (int i = 0; i < options_.events_each; ++i) send_on(entity, engine.as_entity(entity));
    }
  }

  void handle(const Event& event, Scheduler& scheduler) {
    if (event.kind == kDecision) return note(event.receiver(), event.time, event.place);
    note(event.receiver(), event.time, event.place);
    seen_[event.receiver()] = mix(seen_[event.receiver()], event.origin);
    send_on(event.receiver(), scheduler);
    if (options_.decides && scheduler.phase_is_ahead(kLast)) decide(scheduler);
  }

  const std::vector<std::uint64_t>& seen() const { return seen_; }

 private:
  static constexpr std::uint32_t kDecision = 1;
  static constexpr Phase kLast = Phase::kChainGrant;

  void note(EntityId entity, SimTime time, std::uint64_t place) {
    seen_[entity] = mix(mix(seen_[entity], static_cast<std::uint64_t>(time.ticks)), place);
  }

  // At once where nothing else is left of the instant: among all entities, or those of this partition.
  void decide(Scheduler& scheduler) {
    if (!scheduler.now_or_by_event(kLast, kDecision)) return;
    const std::uint64_t place = static_cast<std::uint64_t>(kLast) << 32U | scheduler.self();
    note(scheduler.self(), scheduler.now(), place);
  }

  void send_on(EntityId self, Scheduler& scheduler) {
    const auto words = random_.words(self, draws_[self]++, 0);
    const double u = unit_interval(words[0]);
    const Duration delay{options_.lookahead + std::llround(-std::log(u) * options_.mean_extra)};
    const bool remote = static_cast<double>(words[1] >> 11U) * 0x1p-53 < options_.remote;
    const EntityId to = remote ? static_cast<EntityId>(words[2] % options_.entities) : self;
    // Several phases: simultaneous events of one entity differ in their phase, or in their sender alone.
    const auto phase = static_cast<Phase>(words[3] % kPhases);
    scheduler.send({to, {options_.lookahead}, "phold"}, delay, phase, 0);
  }

  PholdOptions options_;
  RandomStream random_;
  std::vector<std::uint64_t> seen_;
  std::vector<std::uint64_t> draws_;
};

}  // namespace des
