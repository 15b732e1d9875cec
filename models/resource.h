// Interchangeable servers at one point, and the trains queued for them.
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/model_input.h"
#include "models/observations.h"
#include "models/time_integral.h"
#include "models/train_queue.h"

namespace rail {

class Resource {
 public:
  explicit Resource(const ResourceInput& input)
      : point_(input.point), servers_(input.servers), priority_(input.priority) {}

  void enqueue(Train* train, std::int64_t now);
  // The train whose service starts now, or nullptr if all servers are busy or nobody waits. To be
  // called until it gives nullptr.
  Train* start_next(std::int64_t now);
  void finish(std::int64_t now);
  // Since counting began.
  bool within_capacity() const { return busy_.level() >= 0 && busy_.most() <= servers_; }

  void restart_counting(std::int64_t now);
  ResourceObservation observation(std::int64_t now) const;

 private:
  std::uint32_t point_;  // its station, for checks
  int servers_;
  bool priority_;
  TrainQueue queue_;
  TimeIntegral busy_, queued_;
  ResourceObservation seen_;
};

}  // namespace rail
