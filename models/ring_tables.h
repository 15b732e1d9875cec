// Stations that form rings with a cap on trains (models/rings.cc).
#pragma once

#include <cstdint>
#include <vector>

namespace rail {

// The trains that may be under way through a ring of stations.
struct RingTable {
  std::vector<std::uint32_t> points;  // without its passing places
  int most_under_way = 0;
};

// A leg through a ring. A station of it, its warden, gives out permits; `entry` as in LineWay.
struct RingUse {
  std::uint32_t warden = 0, entry = 0;
  std::uint32_t last_step = 0;
};

struct RingTables {
  std::vector<RingTable> all;
  std::vector<std::vector<RingUse>> of_leg;
};

}  // namespace rail
