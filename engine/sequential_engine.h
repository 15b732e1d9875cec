// The reference engine: one event after the other in their total order. Kept obvious.
//
// Model offers `void handle(const Event&, Scheduler&)`, which passes the event to its receiver by a
// plain switch or index: no virtual call, no allocation per event. The parallel engine runs the same
// model unchanged.
#pragma once

#include <atomic>
#include <cstdint>

#include "engine/scheduler.h"
#include "engine/stop_reason.h"

namespace des {

struct RunLimits {
  std::uint64_t events = 0;                      // 0: no limit
  const std::atomic<bool>* interrupt = nullptr;  // polled every few thousand events
};

template <class Model>
class SequentialEngine {
 public:
  SequentialEngine(Model& model, std::size_t entities) : model_(model), scheduler_(entities) {}

  // To schedule the first events of an entity, before the run.
  Scheduler& as_entity(EntityId entity) {
    scheduler_.set_current(scheduler_.now(), -1, entity);
    return scheduler_;
  }

  // Handles all events before `end`; the clock then stands at `end`, unless the run was cut short.
  // "Before": an event at `end` itself is left for the next call.
  StopReason run_until(SimTime end, const RunLimits& limits = {}) {
    EventHeap& pending = scheduler_.pending();
    while (!pending.empty() && pending.least().time < end) {
      if ((handled_ & kPollMask) == 0 && limits.interrupt != nullptr && limits.interrupt->load()) {
        return StopReason::kInterrupted;
      }
      if (limits.events != 0 && handled_ >= limits.events) return StopReason::kEventLimit;
      const Event event = pending.pop();
      scheduler_.set_current(event.time, static_cast<int>(event.phase()), event.receiver());
      model_.handle(event, scheduler_);
      ++handled_;
    }
    const bool quiescent = pending.empty();
    scheduler_.set_current(end, -1, 0);
    return quiescent ? StopReason::kQuiescent : StopReason::kHorizon;
  }

  std::uint64_t events_handled() const { return handled_; }
  SimTime now() const { return scheduler_.now(); }

 private:
  static constexpr std::uint64_t kPollMask = 4095;

  Model& model_;
  Scheduler scheduler_;
  std::uint64_t handled_ = 0;
};

}  // namespace des
