// One of a circle of trains that wait for each other.
#pragma once

#include <cstdint>

#include "models/model_input.h"

namespace rail {

struct GridlockedTrain {
  std::uint32_t pool = kNone;       // that formed it: Model::formed_by()
  std::uint64_t ordinal = 0;        // among the trains of its pool
  std::uint32_t stands_at = kNone;  // stations: points, then passing places
  std::uint32_t waits_for = kNone;  // whose tracks are taken
  Direction direction = Direction::kWestbound;
  std::int64_t since = 0;  // seconds after the start of the run
};

}  // namespace rail
