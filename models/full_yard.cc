#include "models/full_yard.h"

namespace rail {

FullYard::FullYard(const ModelTables& tables, std::uint32_t terminal, const StationView& station)
    : others_overtake_(!station.station_tracks.empty()) {
  const Terminal& yard = station.terminals[tables.terminal_local[terminal]];
  room_teu_ = yard.room_teu();
  level_teu_ = yard.yard_teu();
  for (const FormationPool& pool : station.pools) {
    const std::uint32_t change = pool.table().gauge_change;
    if (change == kNone || tables.terminal_of_gauge_change[change] != terminal) continue;
    pools_teu_ += pool.waiting_teu();
    if (pool.table().latest_departure_s < 0) dead_teu_ += pool.waiting_teu();
  }
  yard.for_each_waiting([this](const Train& train) {
    const bool waits = train.role == ProcessRole::kGaugeIn && train.reform && !train.yard_reserved;
    if (waits && first_ == nullptr) first_ = &train;
  });
}

// Whatever is neither of a stuck train nor waiting for one to be made may be on its way into the yard. Trains
// before the bays do not overtake each other; those that ask from afar may, if they have but one container.
bool FullYard::opens(bool first_is_stuck) {
  if (!pools_are_dead_) return false;
  const bool nothing_comes = level_teu_ == stuck_teu_ + pools_teu_;
  const bool shut = never_takes(1) || (first_is_stuck && !others_overtake_);
  pools_are_dead_ = nothing_comes && shut;
  return !pools_are_dead_;
}

}  // namespace rail
