// The small parts of a station that every visit of a train comes by, in several of its files: to call them
// would take longer than what they do.
#pragma once

#include "models/station.h"

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

inline void Station::stamp_departure(Train& train) {
  if (train.step == 0) train.leg_departed = now();
  for (const std::uint32_t watch : table_.watch_from) {
    train.watches.stamp(watch, now());
    train.watches_done &= ~(1U << watch);
  }
}

}  // namespace rail
