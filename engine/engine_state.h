// What is left to do between two calls of run_until(): enough to go on with another engine.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/event.h"
#include "engine/time.h"

namespace des {

struct EngineState {
  SimTime now;
  std::uint64_t events_handled = 0;
  std::vector<std::uint32_t> next_sequence;  // per entity
  std::vector<Event> pending;                // in any order
};

}  // namespace des
