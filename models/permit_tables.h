// Permits to load: of lines with a loading limit, and of stations that form rings with a cap on trains
// (models/rings.cc). A desk gives them out: for one way into a line at the station where trains enter it, for
// a ring at one of its stations, its warden.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace rail {

// A desk: its station, and which of StationTable::desks it is.
struct DeskAt {
  std::uint32_t station = 0, desk = 0;

  auto operator<=>(const DeskAt&) const = default;
  std::uint64_t packed() const { return std::uint64_t{station} << 32U | desk; }
  static DeskAt unpacked(std::uint64_t packed) {
    return {static_cast<std::uint32_t>(packed >> 32U), static_cast<std::uint32_t>(packed)};
  }
};

// The trains that may be under way through a ring of stations.
struct RingTable {
  std::vector<std::uint32_t> points;  // without its passing places
  int most_under_way = 0;
};

// A leg through a ring; behind its last step there a train gives its permit back.
struct RingUse {
  DeskAt desk;
  std::uint32_t last_step = 0;
};

struct RingTables {
  std::vector<RingTable> all;
  std::vector<std::vector<RingUse>> of_leg;
};

}  // namespace rail
