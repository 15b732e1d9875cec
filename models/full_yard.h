// A yard that trains wait for, as the watchdog judges it: what in it can never leave.
#pragma once

#include <cstdint>
#include <vector>

#include "models/model_tables.h"
#include "models/station_view.h"

namespace rail {

// Its trains, and whether it stays shut, others say; and they only ever change to what moves more.
class FullYard {
 public:
  FullYard(const ModelTables& tables, std::uint32_t terminal, const StationView& station);

  // Of trains that stand for ever with containers in the yard.
  void add_stuck(std::int64_t teu) { stuck_teu_ += teu; }
  std::int64_t stuck() const { return stuck_teu_; }
  // A train with so many TEU never finds room, even if all leaves that can.
  bool never_takes(std::int64_t teu) const { return for_ever_teu() + teu > room_teu_; }
  // `first_is_stuck`: the first train that waits before the bays for room is. If not even one container
  // more is ever unloaded, what waits for a full train waits for ever. Returns whether it may yet.
  bool opens(bool first_is_stuck);
  // That waits before the bays for room; nullptr: none.
  const Train* first() const { return first_; }

 private:
  std::int64_t for_ever_teu() const { return stuck_teu_ + (pools_are_dead_ ? dead_teu_ : 0); }

  std::int64_t room_teu_, level_teu_;
  std::int64_t pools_teu_ = 0;  // containers that wait for a train to be made
  std::int64_t dead_teu_ = 0;   // of them those that no latest departure sends off
  std::int64_t stuck_teu_ = 0;
  bool others_overtake_;  // trains ask for room one by one, before they come in
  bool pools_are_dead_ = true;
  const Train* first_ = nullptr;
};

}  // namespace rail
