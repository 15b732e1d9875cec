// An event and the total order of events.
//
// Events are ordered by (time, phase, receiver, sender, sender's sequence number), never by the
// order in which they were scheduled: the order does not depend on threads or partitions. The
// engine never interprets kind and payload. An event is trivially copyable and holds no memory.
#pragma once

#include <cstdint>
#include <type_traits>

#include "engine/time.h"

namespace des {

using EntityId = std::uint32_t;

// Parts of one instant, in order. An event for the current instant must have a later phase than the
// one being handled (docs/decisions/0002).
enum class Phase : std::uint8_t {
  kArrival = 0,     // from outside the system
  kCompletion = 1,  // what was under way ends
  kRequest = 2,     // one entity asks another for something
  kDispatch = 3,    // one decision per entity and instant
  kGrant = 4,       // the answer to a request
  kChain = 5,       // a decision that needed such an answer first
  kChainGrant = 6,  // and its answer
};
constexpr int kPhases = 7;
constexpr int kBeforeFirstPhase = -1;  // of an instant

struct Payload {
  std::uint32_t a = 0;
  std::uint64_t b = 0;
  std::uint64_t c = 0;
};

struct Event {
  SimTime time;
  std::uint64_t place = 0;   // phase << 32 | receiver
  std::uint64_t origin = 0;  // sender << 32 | sequence
  std::uint32_t kind = 0;
  std::uint32_t a = 0;
  std::uint64_t b = 0;
  std::uint64_t c = 0;

  EntityId receiver() const { return static_cast<EntityId>(place); }
  Phase phase() const { return static_cast<Phase>(place >> 32U); }
  EntityId sender() const { return static_cast<EntityId>(origin >> 32U); }
  std::uint64_t kind_and_a() const { return std::uint64_t{a} << 32U | kind; }
  std::uint32_t sequence() const { return static_cast<std::uint32_t>(origin); }
};

static_assert(std::is_trivially_copyable_v<Event>);
static_assert(sizeof(Event) == 48);

inline bool operator<(const Event& x, const Event& y) {
  if (x.time != y.time) return x.time < y.time;
  if (x.place != y.place) return x.place < y.place;
  return x.origin < y.origin;
}

}  // namespace des
