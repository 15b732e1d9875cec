// Trains that ask for a section.
#pragma once

#include <cstdint>

#include "models/track_request.h"

namespace rail {

// Without ageing.
inline TrackRequest asks_for_section(std::uint8_t side, std::int64_t run_s, std::int64_t ready,
                                     int priority) {
  TrackRequest request;
  request.side = side;
  request.run_seconds = run_s;
  request.ready = ready;
  request.precedence = precedence_of(priority, ready, -1);
  return request;
}

}  // namespace rail
