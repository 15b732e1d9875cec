// What a train is granted when it leaves a station, and what it waited for there.
#pragma once

#include <cstdint>

namespace rail {

struct EntryWaits {
  std::int64_t section = 0, path = 0, track = 0, possession = 0, slowed = 0, closure = 0;
};

struct Departure {
  std::int64_t run_seconds = 0, path_wait = 0, track_wait = 0;
  std::uint8_t track_group = 0;  // at the next station
};

}  // namespace rail
