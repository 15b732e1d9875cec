// Part loads gathered into containers where their service begins, as in a container freight station (LCL,
// less than a container load). The station there keeps this state and touches it alone.
//
// Loads go into one container at a time, in the order in which they come. It leaves when not even the
// smallest load would fit, when one comes that does not fit, or when its first load has waited as long as it
// may. It is stuffed then, beside others, and waits for a train.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "engine/random_stream.h"
#include "models/part_loads.h"
#include "models/release_clock.h"

namespace rail {

class Gathering {
 public:
  // `index`: in ModelInput::part_loads; `hash` names the draws.
  Gathering(const PartLoadTable& table, std::uint32_t index, std::uint64_t hash, const SeasonClock* season)
      : clock(table.mean_gap_s, hash, season), table_(table), index_(index), hash_(hash) {}

  // Of the n-th load. Nothing is drawn if all are equal.
  std::int64_t size(std::uint64_t n, const des::RandomStream& random) const;
  bool has_room_for(std::int64_t size) const { return filled_ + size <= kPartsOfContainer; }
  void add(std::int64_t size, std::int64_t now);
  bool empty() const { return came_.empty(); }
  bool is_full() const { return !has_room_for(table_.least); }
  // The container leaves with what is in it, and an empty one stands in its place.
  LoadsInside close();
  // All take as long, so they are ready in the order in which they were closed.
  struct Stuffed {
    std::uint64_t number = 0;  // of the container
    LoadsInside loads;
  };
  void begin_stuffing(const Stuffed& container) { stuffing_.push_back(container); }
  Stuffed end_stuffing();
  std::int64_t loads_here() const;  // gathered and in stuffing
  // `visit(time)`: when the first load of each container here came.
  template <class Visit>
  void for_each_first(Visit visit) const {
    if (!came_.empty()) visit(came_.front());
    for (const Stuffed& container : stuffing_) visit(container.loads.first_came);
  }

  const PartLoadTable& table() const { return table_; }
  std::uint64_t number() const { return number_; }  // of the container that is being filled, from 1
  std::int64_t filled() const { return filled_; }
  const std::vector<std::int64_t>& came() const { return came_; }  // when, ascending

  ReleaseClock clock;  // of loads

 private:
  const PartLoadTable& table_;
  std::uint32_t index_;
  std::uint64_t hash_;
  std::uint64_t number_ = 1;
  std::int64_t filled_ = 0;
  std::vector<std::int64_t> came_;
  std::deque<Stuffed> stuffing_;
};

}  // namespace rail
