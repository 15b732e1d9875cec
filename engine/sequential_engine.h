// The reference engine: one event after the other in their total order. Kept obvious.
//
// Model offers `void handle(const Event&, Scheduler&)`, which passes the event to its receiver by a
// plain switch or index: no virtual call, no allocation per event. The parallel engine runs the same
// model unchanged.
#pragma once

#include <cstdint>
#include <utility>

#include "engine/check.h"
#include "engine/engine_state.h"
#include "engine/run_limits.h"
#include "engine/scheduler.h"
#include "engine/stop_reason.h"
#include "engine/tie_break.h"

namespace des {

template <class Model>
class SequentialEngine {
 public:
  SequentialEngine(Model& model, std::size_t entities, const TieBreak* ties = nullptr)
      : model_(model), scheduler_(entities, ties) {}
  // Goes on where another engine with the same `ties` stopped.
  SequentialEngine(Model& model, EngineState state, const TieBreak* ties = nullptr)
      : model_(model), scheduler_(0, ties), handled_before_(state.events_handled) {
    scheduler_.set_current(state.now, kBeforeFirstPhase, 0);
    scheduler_.counts() = std::move(state.counts);
    for (const Event& event : state.pending) scheduler_.pending().push(event);
  }

  // From now on all that entities send must be in `declared`, which must outlive the engine.
  void check_channels(const DeclaredChannels* declared) { scheduler_.check_channels(declared); }

  // To schedule the first events of an entity, before the run.
  Scheduler& as_entity(EntityId entity) {
    scheduler_.set_current(scheduler_.now(), kBeforeFirstPhase, entity);
    return scheduler_;
  }

  // Handles all events before `end`; the clock then stands at `end`, unless the run was cut short:
  // then at the last event handled.
  // "Before": an event at `end` itself is left for the next call.
  StopReason run_until(SimTime end, const RunLimits& limits = {}) {
    DES_CHECK(end >= now(), "the clock cannot go back", now(), 0);
    PendingEventSet& pending = scheduler_.pending();
    while (!pending.empty() && pending.least().time < end) {
      if ((polls_++ & kPollMask) == 0 && limits.interrupt != nullptr && limits.interrupt->load()) {
        return StopReason::kInterrupted;
      }
      if (limits.events != 0 && events_handled() >= limits.events) return StopReason::kEventLimit;
      const Event event = scheduler_.next();
      model_.handle(event, scheduler_);
    }
    const bool quiescent = pending.empty();
    scheduler_.set_current(end, kBeforeFirstPhase, 0);
    return quiescent ? StopReason::kQuiescent : StopReason::kHorizon;
  }

  // Gives everything away; this engine is of no use afterwards.
  EngineState take_state() {
    EngineState state{scheduler_.now(), events_handled(), std::move(scheduler_.counts()), {}};
    while (!scheduler_.pending().empty()) state.pending.push_back(scheduler_.pending().pop());
    return state;
  }

  std::uint64_t events_handled() const { return handled_before_ + scheduler_.events_handled(); }
  SimTime now() const { return scheduler_.now(); }
  const EntityCounts& counts(EntityId entity) const { return scheduler_.counts()[entity]; }

 private:
  Model& model_;
  Scheduler scheduler_;
  std::uint64_t handled_before_ = 0;  // by another engine
  std::uint64_t polls_ = 0;
};

}  // namespace des
