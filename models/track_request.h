// A train's request for a track at the next station and for the line section that leads there.
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/model_input.h"
#include "models/time_integral.h"

namespace rail {

struct Train;

// Which way a train runs over the network: to stations of higher or lower rank (models/running.cc). Not its
// commercial direction: a westbound train may begin by running east.
enum class Running : std::uint8_t { kUp, kDown };

inline Running reversed(Running running) { return running == Running::kUp ? Running::kDown : Running::kUp; }

// What a train is not given a track for, besides tracks.
enum class Lacks : std::uint8_t { kNothing, kPath, kYard };

struct TrackRequest {
  Train* train = nullptr;           // never looked into: it may belong to another station
  std::uint32_t requester = kNone;  // station
  std::uint32_t track = kNone;      // of the section, global; kNone: a train made here needs a track here
  std::uint8_t side = 0;
  std::uint8_t train_class = 0;
  Running running = Running::kUp;  // of its next move from the station that it asks to be let into
  std::uint8_t track_group = 0;    // at the next station, once admitted
  std::uint32_t terminal = kNone;  // local at the next station: its yard must take the containers
  std::uint32_t bay = kNone;       // local: of one that needs a track beyond it, of another gauge
  std::int32_t teu = 0;
  std::int32_t length_dm = 0;    // decimetres
  std::int32_t lead_s = 0;       // from being given a track there until it can enter the section
  std::int64_t ready = 0;        // later than now: asked ahead of time
  std::int64_t soonest = 0;      // that it can enter, as far as messages between stations go
  std::int64_t precedence = 0;   // less goes first: precedence_of()
  std::int64_t run_seconds = 0;  // without slow orders
  // Behind first_entry() until it could have left, if only for its path and the next station: for the path,
  // then for a track there, and with a track to be had for room in its yard.
  std::int64_t track_wait = 0, yard_wait = 0, path_wait = 0;
  TimeWhile lacks_yard, lacks_path;               // while it asks for a track
  std::uint64_t order = 0;                        // of arrival in the queue it stands in
  std::int64_t full_before = 0, yard_before = 0;  // of the section as it asked: models/track.h

  // If nothing stood in its way but messages.
  std::int64_t first_entry() const { return std::max(ready, soonest); }
  // If it gets its track now.
  std::int64_t entry_if_admitted(std::int64_t now) const { return std::max(first_entry(), now + lead_s); }
  // Since when it has waited for the section, and its path.
  std::int64_t since_admitted() const { return first_entry() + track_wait + yard_wait + path_wait; }
};

inline bool goes_before(const TrackRequest& x, const TrackRequest& y) {
  if (x.precedence != y.precedence) return x.precedence < y.precedence;
  return x.order < y.order;
}

// Priorities come first; with ageing, a train that has waited `ageing_s` longer makes up for one step of
// priority, so that nobody waits for ever.
inline std::int64_t precedence_of(std::int32_t priority, std::int64_t ready, std::int64_t ageing_s) {
  constexpr int kLongestRun_bits = 44;  // seconds; half a million years
  if (ageing_s < 0) return (static_cast<std::int64_t>(priority) << kLongestRun_bits) + ready;
  return priority * ageing_s + ready;
}

}  // namespace rail
