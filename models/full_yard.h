// A yard that trains wait for, as the watchdog judges it: what in it can never leave.
#pragma once

#include <array>
#include <cstdint>

#include "models/model_tables.h"
#include "models/station_view.h"

namespace rail {

// Its trains, and whether it stays shut, others say; and they only ever change to what moves more.
class FullYard {
 public:
  FullYard(const ModelTables& tables, std::uint32_t terminal, const StationView& station);

  // Of trains that stand for ever with containers in the yard.
  void add_stuck(std::int64_t teu, Running running) { way(running).stuck_teu += teu; }
  // A train with so many TEU never finds room, even if all leaves that can.
  bool never_takes(std::int64_t teu, Running running) const;
  // `first_is_stuck`: the first train that waits before the bays for room is. If not even one container
  // more is ever unloaded, what waits for a full train waits for ever. Returns whether some may yet.
  bool opens(bool first_is_stuck);
  // That waits before the bays for room; nullptr: none.
  const Train* first() const { return first_; }

 private:
  // Containers of one way of running.
  struct Way {
    std::int64_t most_teu = 0, level_teu = 0;
    std::int64_t pools_teu = 0;  // that wait for a train to be made
    std::int64_t dead_teu = 0;   // of them those that no latest departure sends off
    std::int64_t stuck_teu = 0;
    bool pools_are_dead = true;

    std::int64_t for_ever_teu() const { return stuck_teu + (pools_are_dead ? dead_teu : 0); }
  };
  Way& way(Running running) { return ways_[static_cast<std::size_t>(running)]; }
  const Way& way(Running running) const { return ways_[static_cast<std::size_t>(running)]; }
  bool is_shut(Running running, bool first_is_stuck) const;

  std::int64_t room_teu_;
  std::array<Way, 2> ways_;
  bool others_overtake_;  // trains ask for room one by one, before they come in
  bool ways_mix_;         // some containers go on another way than their train came
  const Train* first_ = nullptr;
};

}  // namespace rail
