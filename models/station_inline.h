// The small parts of a station that every visit of a train comes by, in several of its files: to call them
// would take longer than what they do.
#pragma once

#include "models/station.h"
#include "models/turning.h"

namespace rail {

inline const StepTable& Station::step(const Train& train) const {
  return tables_.steps[tables_.legs[train.leg].first_step + train.step];
}

inline void Station::check_owned([[maybe_unused]] const Train& train) const {
  DES_ASSERT(train.alive && train.owner == id_, "a station touched a train it does not own",
             scheduler_->now(), id_);
}

// Something changed: decide about it in this instant's dispatch phase, with all that happens until then.
inline void Station::mark_dirty() {
  if (decisions_.due == now() || !scheduler_->phase_is_ahead(des::Phase::kDispatch)) return;
  decisions_.due = now();
}

inline void Station::after(std::int64_t seconds, des::Phase phase, EventKind kind,
                           const des::Payload& payload) {
  scheduler_->schedule_self(des::Duration{seconds}, phase, static_cast<std::uint32_t>(kind), payload);
}

inline void Station::enter(Train* train) {
  train->entered = now();
  counters_.present.change(now(), 1);
}

inline void Station::begin_process(Train* train, ProcessRole role) {
  train->role = role;
  train->stage = 0;
  next_stage(train);
}

// For a line, as those see it who are told of queues.
inline void Station::count_waiting(const Train& train, const StepTable& next, bool begins) {
  advice_.waiting[next.entry] += begins ? 1 : -1;
  if (!next.keeps_log || is_held_for(train, next)) return;
  WaitLog& log = counters_.entry_logs[next.entry];
  begins ? log.begin(train.identity, now()) : log.end(train.identity, train.queued_since, now());
}

}  // namespace rail
