// Lines that only so many trains may be on their way to, and rings of stations that only so many may be on
// their way through: origins ask them before a train is loaded.
//
// A line with a limit gives out so many permits for each way into it. A train has one from before it takes
// a track at its origin until it enters the line; a ring likewise, until it has left it. Who needs several
// asks for them one after the other, in one order of all lines and rings: so nobody who has one waits for
// another that, in a circle, waits for his.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "models/model_tables.h"
#include "models/records.h"

namespace rail {

// Where trains enter a line, for permits: of a station the local entry. Behind its entries: rings whose
// warden it is.
struct LineWay {
  std::uint32_t station = kNone, entry = kNone;

  std::uint64_t packed() const { return std::uint64_t{station} << 32U | entry; }
  static LineWay unpacked(std::uint64_t packed) {
    return {static_cast<std::uint32_t>(packed >> 32U), static_cast<std::uint32_t>(packed)};
  }
};

// The first limited one or ring on the train's leg in the order of stations and entries, behind `after` if
// given.
std::optional<LineWay> next_limited(const ModelTables& tables, const Train& train,
                                    std::optional<LineWay> after);

// Of one way into a line, at the station where trains enter it; or of a ring, at its warden. First come,
// first served.
struct LoadingLimit {
  struct Asking {
    std::uint32_t station = kNone;
    std::uint64_t train = 0;  // its address, never looked into
  };
  int given = 0;
  std::deque<Asking> asking;
};

}  // namespace rail
