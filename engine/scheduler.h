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
#include "engine/declared_channels.h"
#include "engine/engine_state.h"
#include "engine/event.h"
#include "engine/outbox.h"
#include "engine/pending_event_set.h"
#include "engine/tie_break.h"

namespace des {

class Scheduler {
 public:
  // `outbox`: where events for entities of other partitions go; nullptr: there are none.
  // `ties`: another numbering for the order of events; nullptr: their own ids.
  explicit Scheduler(std::size_t entities, const TieBreak* ties = nullptr, Outbox* outbox = nullptr)
      : counts_(entities), ties_(ties), outbox_(outbox) {}

  SimTime now() const { return now_; }
  // The entity whose event is being handled.
  EntityId self() const { return self_; }
  // True if an event for the current instant may still be scheduled in this phase.
  bool phase_is_ahead(Phase phase) const { return static_cast<int>(phase) > phase_; }

  // For what an entity has to do in a phase ahead of this instant. True: nothing else is left of the instant,
  // so it does that now; the phase has begun, which counts as the event that it spares. False: an event of
  // this kind comes for it. In a parallel run nothing else means in this partition: whichever it is, the
  // entity does the same.
  bool now_or_by_event(Phase phase, std::uint32_t kind) {
    if (!instant_is_over()) {
      schedule_self({0}, phase, kind);
      return false;
    }
    DES_CHECK(phase_is_ahead(phase), "a phase that has begun begins again", now_, self_);
    phase_ = static_cast<int>(phase);
    ++counts_[self_].next_sequence;
    count_handled();
    return true;
  }

  void schedule_self(Duration delay, Phase phase, std::uint32_t kind, const Payload& payload = {}) {
    DES_CHECK(delay.ticks > 0 || (delay.ticks == 0 && phase_is_ahead(phase)),
              "event scheduled for the past or for a phase that has begun", now_, self_);
    pending_.push(make_event(self_, delay, phase, kind, payload));
  }

  void send(const Channel& channel, Duration delay, Phase phase, std::uint32_t kind,
            const Payload& payload = {}) {
    if (declared_ != nullptr) declared_->check(self_, channel, now_);
    if (delay < channel.lookahead) {
      fail_causality("event sent below the declared lookahead of its channel", now_ + delay,
                     now_ + channel.lookahead, self_, channel);
    }
    if (delay.ticks <= 0 && (delay.ticks < 0 || !phase_is_ahead(phase))) {
      fail_causality("event sent for the past or for a phase that has begun", now_ + delay, now_, self_,
                     channel);
    }
    const Event event = make_event(channel.receiver, delay, phase, kind, payload);
    if (outbox_ == nullptr || outbox_->is_own(channel.receiver))
      pending_.push(event);
    else
      outbox_->put(event, self_, channel, delay, now_);
  }

  // From now on all that is sent must be in `declared`, unless that is nullptr.
  void check_channels(const DeclaredChannels* declared) { declared_ = declared; }

  // For engines: what is being handled now.
  void set_current(SimTime now, int phase, EntityId self) {
    now_ = now;
    phase_ = phase;
    self_ = self;
  }
  // Takes the least event, makes it the current one and returns it with its own ids.
  Event next() {
    Event event = pending_.pop();
    if (ties_ != nullptr) event = ties_->restored(event);
    set_current(event.time, static_cast<int>(event.phase()), event.receiver());
    count_handled();
    return event;
  }
  // Events taken, and phases begun without one.
  std::uint64_t events_handled() const { return handled_; }
  PendingEventSet& pending() { return pending_; }
  std::vector<EntityCounts>& counts() { return counts_; }
  const std::vector<EntityCounts>& counts() const { return counts_; }

 private:
  bool instant_is_over() const { return pending_.empty() || pending_.least().time > now_; }

  void count_handled() {
    ++handled_;
    ++counts_[self_].handled;
  }

  Event make_event(EntityId receiver, Duration delay, Phase phase, std::uint32_t kind,
                   const Payload& payload) {
    DES_CHECK(delay <= kLatest - now_, "event scheduled for later than the clock can tell", now_, self_);
    std::uint32_t& sequence = counts_[self_].next_sequence;
    DES_CHECK(sequence != std::numeric_limits<std::uint32_t>::max(), "sequence numbers used up", now_, self_);
    Event event{now_ + delay,
                (static_cast<std::uint64_t>(phase) << 32U) | receiver,
                (static_cast<std::uint64_t>(self_) << 32U) | sequence++,
                kind,
                payload.a,
                payload.b,
                payload.c};
    if (ties_ != nullptr) event = ties_->ranked(event);
    return event;
  }

  SimTime now_;
  int phase_ = kBeforeFirstPhase;
  EntityId self_ = 0;
  std::uint64_t handled_ = 0;
  std::vector<EntityCounts> counts_;
  PendingEventSet pending_;
  const TieBreak* ties_;
  Outbox* outbox_;
  const DeclaredChannels* declared_ = nullptr;
};

}  // namespace des
