// A train as it will be when it is ready to leave the station where it is lifted, is in a stage, or comes to:
// what it asks for ahead of time follows from that.
#pragma once

#include <cstdint>

#include "models/model_tables.h"
#include "models/records.h"
#include "models/train_lookup.h"

namespace rail {

// Every break of gauge makes a new train; `done`: the leg that ends there.
inline void change_identity(const ModelTables& tables, const RouteLegTable& done, Train& train) {
  train.identity = des::mix(tables.gauge_change_hash[done.gauge_change], train.identity);
  train.pool = done.pool;
  train.leg = done.next_leg;
  ++train.route_leg;
}

// It is about to do `step` of its leg. Only to be looked at.
class TrainThen {
 public:
  TrainThen(const ModelTables& tables, const Train& now) : train_(now) {
    if (now.on_line)
      ++train_.step;
    else if (now.role == ProcessRole::kGaugeIn)
      lift(tables);
    else if (now.role != ProcessRole::kPass)
      train_.step = 0;
  }
  TrainThen(const TrainThen&) = delete;
  TrainThen& operator=(const TrainThen&) = delete;

  const Train& train() const { return train_; }

 private:
  void lift(const ModelTables& tables) {
    change_identity(tables, route_leg(tables, train_), train_);
    train_.role = ProcessRole::kGaugeOut;
    train_.step = train_.stage = 0;
    if (train_.cargo.head == nullptr) return;
    first_ = *train_.cargo.head;
    ++first_.leg;
    train_.cargo.head = &first_;
  }

  Train train_;
  Container first_;  // of its containers, on the leg that begins
};

}  // namespace rail
