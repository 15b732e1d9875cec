// What is left to do between two calls of run_until(): enough to go on with another engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/event.h"
#include "engine/time.h"

namespace des {

struct EntityCounts {
  std::uint32_t next_sequence = 0;  // of the events that it schedules
  std::uint32_t handled = 0;        // modulo 2^32: how many events it has had
};

struct EngineState {
  SimTime now;
  std::uint64_t events_handled = 0;
  std::vector<EntityCounts> counts;  // per entity
  std::vector<Event> pending;        // in any order
};

// Before the first event.
inline EngineState nothing_done(std::size_t entities) {
  EngineState state;
  state.counts.resize(entities);
  return state;
}

}  // namespace des
