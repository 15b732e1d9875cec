// A desk that gives out so many permits at a time, first come, first served: trains with one are on their way
// to a line with a loading limit, or through a ring of stations. Origins ask before a train is loaded.
//
// A train has the permit of a line from before it takes a track at its origin until it enters the line, that
// of a ring until it has left the ring. Who needs several asks for them one after the other, in one order of
// all desks: so nobody who has one waits for another that, in a circle, waits for his.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "models/model_tables.h"
#include "models/records.h"

namespace rail {

class PermitDesk {
 public:
  struct Asking {
    std::uint32_t station = kNone;  // where the train is
    std::uint64_t train = 0;        // its address, never looked into
  };

  PermitDesk(int most, std::uint32_t station) : most_(most), station_(station) {}

  void ask(const Asking& asking) { asking_.push_back(asking); }
  // A permit for the first who asks, if one is left.
  std::optional<Asking> give();
  void take_back(std::int64_t now);

 private:
  int most_, given_ = 0;
  std::uint32_t station_;
  std::deque<Asking> asking_;
};

// The first one in the order of desks that the train's leg needs a permit of, behind `after` if given.
std::optional<DeskAt> next_desk(const ModelTables& tables, const Train& train, std::optional<DeskAt> after);

}  // namespace rail
