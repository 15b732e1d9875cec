// When a station decides, and about what: in the dispatch phase of an instant, once. Instants in seconds; -1:
// none.
#pragma once

#include <cstdint>

namespace rail {

struct DecisionTimes {
  std::int64_t due = -1;         // instant that a change asked a decision for
  std::int64_t scheduled = -1;   // instant for which kDispatch is scheduled because of it
  std::int64_t next_wake = -1;   // future instant for which kDispatch is scheduled
  std::int64_t next_chain = -1;  // instant for which kChain is scheduled
  std::int64_t last = -1;        // instant of the last dispatch
  bool sections_asked = false;   // some train waits for a section, or has a promise
};

}  // namespace rail
