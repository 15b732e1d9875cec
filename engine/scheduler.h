// What an entity sees of the engine while it handles an event: the clock and ways to schedule.
//
// An entity schedules events for itself, or sends them over a declared channel. Both are checked:
// never below the channel's lookahead, and at the current instant only in a later phase.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/channel.h"
#include "engine/check.h"
#include "engine/event.h"
#include "engine/event_heap.h"

namespace des {

class Scheduler {
 public:
  explicit Scheduler(std::size_t entities) : next_sequence_(entities, 0) {}

  SimTime now() const { return now_; }
  // The entity whose event is being handled.
  EntityId self() const { return self_; }
  // True if an event for the current instant may still be scheduled in this phase.
  bool phase_is_ahead(Phase phase) const { return static_cast<int>(phase) > phase_; }

  void schedule_self(Duration delay, Phase phase, std::uint32_t kind, const Payload& payload = {}) {
    push(self_, delay, phase, kind, payload);
  }

  void send(const Channel& channel, Duration delay, Phase phase, std::uint32_t kind,
            const Payload& payload = {}) {
    DES_CHECK(delay >= channel.lookahead, "event sent below the declared lookahead of its channel", now_,
              self_);
    push(channel.receiver, delay, phase, kind, payload);
  }

  // For engines: what is being handled now. Phase -1 stands for "before the first phase".
  void set_current(SimTime now, int phase, EntityId self) {
    now_ = now;
    phase_ = phase;
    self_ = self;
  }
  EventHeap& pending() { return pending_; }

 private:
  void push(EntityId receiver, Duration delay, Phase phase, std::uint32_t kind, const Payload& payload) {
    DES_CHECK(delay.ticks > 0 || (delay.ticks == 0 && phase_is_ahead(phase)),
              "event scheduled for the past or for a phase that has begun", now_, self_);
    std::uint32_t& sequence = next_sequence_[self_];
    DES_CHECK(sequence != std::numeric_limits<std::uint32_t>::max(), "sequence numbers used up", now_, self_);
    pending_.push(Event{now_ + delay, (static_cast<std::uint64_t>(phase) << 32U) | receiver,
                        (static_cast<std::uint64_t>(self_) << 32U) | sequence, kind, payload.a, payload.b,
                        payload.c});
    ++sequence;
  }

  SimTime now_;
  int phase_ = -1;
  EntityId self_ = 0;
  std::vector<std::uint32_t> next_sequence_;
  EventHeap pending_;
};

}  // namespace des
