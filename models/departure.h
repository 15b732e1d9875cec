// What a train is granted when it leaves a station, and what it waited for there.
#pragma once

#include <cstdint>

#include "models/network_input.h"

namespace rail {

struct EntryWaits {
  std::int64_t section = 0, path = 0, track = 0, possession = 0, slowed = 0, closure = 0;
  std::int64_t running = 0;  // alone and as usual; `slowed` in addition
  std::int64_t yard = 0;
  std::uint32_t terminal = kNone;  // at the next station (local), of that yard
  std::int64_t messages = 0;       // no wait: stations asked and answered each other
};

// The waits follow each other in this order: messages, track and yard, path, and the rest is the section's.
// On double track the path comes before track and yard, which may take turns with the section.
struct Departure {
  std::int64_t run_seconds = 0;
  std::int64_t messages_s = 0, track_wait = 0, yard_wait = 0, path_wait = 0;
  std::int64_t room_wait = 0;      // track and yard of double track: there was no room on it
  std::uint32_t terminal = kNone;  // as in EntryWaits
  std::uint8_t track_group = 0;    // at the next station
};

}  // namespace rail
