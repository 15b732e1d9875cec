// Where the rule of admission (models/station_tracks.h) and caps on rings (models/rings.cc) leave it open
// whether trains that wait for tracks or yards come to wait for each other in a circle; and why.
#pragma once

#include <compare>
#include <cstdint>

namespace rail {

enum class NoGuarantee : std::uint8_t {
  kRing,            // a cap on rings would do
  kRingWithoutCap,  // none can be: through a yard, or with trains that begin behind a change of gauge
  kOneTrack,        // trains of both ways need the same single track; besides one of the above
  kYard             // no room for a train of each way, or containers fill it that wait for a full train
};

// A point may have several reasons.
struct UnguaranteedPoint {
  std::uint32_t point = 0;
  NoGuarantee why = NoGuarantee::kRing;

  auto operator<=>(const UnguaranteedPoint&) const = default;
};

}  // namespace rail
