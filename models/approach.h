// The end of a track of one direction, where trains stand until the station has a track for them: one behind
// the other, and coming in at the headway at best.
#pragma once

#include <cstdint>

#include "models/time_integral.h"
#include "models/train_queue.h"

namespace rail {

struct Approach {
  TrainQueue standing;
  bool asked = false;  // the first one has
  std::int64_t last_in = -1;
  std::uint32_t last_class = 0;
  std::uint32_t terminal = kNone;  // local: whose yard the first one needs, or the last one that did
  TimeWhile lacks_yard;            // the first one, and nothing else
};

}  // namespace rail
