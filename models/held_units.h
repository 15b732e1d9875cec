// Wagons or locomotives of a fleet that a train has.
#pragma once

#include <cstdint>

#include "models/network_input.h"

namespace rail {

struct HeldUnits {
  std::uint32_t fleet = kNone;
  std::int32_t units = 0;
};

}  // namespace rail
