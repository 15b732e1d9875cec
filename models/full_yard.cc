#include "models/full_yard.h"

#include <algorithm>

namespace rail {
namespace {

constexpr std::array kBothWays{Running::kUp, Running::kDown};

bool any_goes_on_another_way(const ModelTables& tables, std::uint32_t terminal) {
  return std::any_of(tables.route_legs.begin(), tables.route_legs.end(), [&](const RouteLegTable& one) {
    if (one.gauge_change == kNone || tables.terminal_of_gauge_change[one.gauge_change] != terminal)
      return false;
    const LegTable& leg = tables.legs[one.leg];
    return tables.steps[leg.first_step + leg.steps - 1].running != tables.running_onto(one.next_leg);
  });
}

}  // namespace

FullYard::FullYard(const ModelTables& tables, std::uint32_t terminal, const StationView& station)
    : others_overtake_(!station.station_tracks.empty()),
      ways_mix_(any_goes_on_another_way(tables, terminal)) {
  const Terminal& yard = station.terminals[tables.terminal_local[terminal]];
  room_teu_ = yard.room_teu();
  for (const Running running : kBothWays) {
    way(running).most_teu = yard.most_teu(running);
    way(running).level_teu = yard.yard_teu(running);
  }
  for (const FormationPool& pool : station.pools) {
    const std::uint32_t change = pool.table().gauge_change;
    if (change == kNone || tables.terminal_of_gauge_change[change] != terminal) continue;
    Way& its = way(tables.running_onto(pool.table().leg));
    its.pools_teu += pool.waiting_teu();
    if (pool.table().latest_departure_s < 0) its.dead_teu += pool.waiting_teu();
  }
  yard.for_each_waiting([this](const Train& train) {
    const bool waits = train.role == ProcessRole::kGaugeIn && train.reform && !train.yard_reserved;
    if (waits && first_ == nullptr) first_ = &train;
  });
}

bool FullYard::never_takes(std::int64_t teu, Running running) const {
  return ways_[0].for_ever_teu() + ways_[1].for_ever_teu() + teu > room_teu_ ||
         way(running).for_ever_teu() + teu > way(running).most_teu;
}

// Whatever is neither of a stuck train nor waiting for one to be made may be on its way into the yard. Trains
// before the bays do not overtake each other; those that ask from afar may, if they have but one container.
bool FullYard::is_shut(Running running, bool first_is_stuck) const {
  const Way& its = way(running);
  const bool nothing_comes = its.level_teu == its.stuck_teu + its.pools_teu;
  return nothing_comes && (never_takes(1, running) || (first_is_stuck && !others_overtake_));
}

bool FullYard::opens(bool first_is_stuck) {
  bool some = false;
  const std::array<bool, 2> shut{is_shut(Running::kUp, first_is_stuck),
                                 is_shut(Running::kDown, first_is_stuck)};
  for (const Running running : kBothWays) {
    const bool stays = ways_mix_ ? shut[0] && shut[1] : shut[static_cast<std::size_t>(running)];
    if (!way(running).pools_are_dead || stays) continue;
    way(running).pools_are_dead = false;
    some = true;
  }
  return some;
}

}  // namespace rail
