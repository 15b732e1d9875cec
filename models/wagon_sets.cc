#include "models/wagon_sets.h"

#include <algorithm>

namespace rail {
namespace {

constexpr double kFeuPerTeu = 0.5;

// That trains of the service of so many TEU may end at the change of gauge (Station::must_reform).
bool may_be_reformed(const ModelInput& input, const ModelTables& tables, const ServiceInput& service,
                     const RouteLegTable& done, std::int64_t teu) {
  if (teu > tables.leg_capacity_teu(service, done.next_leg)) return true;
  if (tables.pools[done.pool].plugs != kUnlimitedPlugs) return true;
  return service.reformed_share > 0 && !input.gauge_changes[done.gauge_change].only_if_needed;
}

// A group leaves on trains of equal size.
std::int64_t formed_teu(const GaugeChangeInput& change, const PoolTable& pool, std::int64_t arriving_teu) {
  if (change.rule != ReformationRule::kGroup) return pool.capacity_teu;
  const std::int64_t together = arriving_teu * change.inbound_trains;
  return std::min(pool.capacity_teu, (together + change.outbound_trains - 1) / change.outbound_trains);
}

// Of the longest train beyond the change of gauge at the leg's end.
std::int64_t onward_teu(const ModelInput& input, const ModelTables& tables, const ServiceInput& service,
                        const RouteLegTable& done, std::int64_t teu) {
  if (!may_be_reformed(input, tables, service, done, teu)) return teu;
  const std::int64_t formed =
      formed_teu(input.gauge_changes[done.gauge_change], tables.pools[done.pool], teu);
  return teu > tables.leg_capacity_teu(service, done.next_leg) ? formed : std::max(formed, teu);
}

void lengthen(const ModelInput& input, const LegTable& leg, std::int64_t teu, ModelTables& tables) {
  if (leg.from_stock == kNone) return;
  const std::uint32_t fleet = tables.stocks[tables.stations[leg.from].stocks[leg.from_stock]].fleet;
  if (input.wagon_pools[fleet].feu_per_wagon > 0) return;
  double& feu = tables.fleets[fleet].feu_per_unit;
  feu = std::max(feu, kFeuPerTeu * static_cast<double>(teu));
}

}  // namespace

void set_room_of_wagon_sets(const ModelInput& input, ModelTables& tables) {
  if (input.wagon_pools.empty()) return;
  for (std::uint32_t s = 0; s < tables.services.size(); ++s) {
    const ServiceTable& service = tables.services[s];
    for (std::uint32_t r = service.first_route; r < service.end_of_routes(); ++r) {
      std::int64_t teu = tables.pools[s].capacity_teu;
      for (std::uint32_t i = 0; i < tables.routes[r].legs; ++i) {
        const RouteLegTable& here = tables.route_legs[tables.routes[r].first + i];
        lengthen(input, tables.legs[here.leg], teu, tables);
        if (here.gauge_change != kNone) teu = onward_teu(input, tables, input.services[s], here, teu);
      }
    }
  }
}

}  // namespace rail
