#include "models/fleet_balance.h"

namespace rail {

std::vector<FleetBalance> fleet_balances(const ModelTables& tables,
                                         const std::vector<StockObservation>& stocks,
                                         const Storage& storage) {
  std::vector<FleetBalance> fleets(tables.fleets.size());
  for (std::size_t f = 0; f < fleets.size(); ++f) fleets[f].units = tables.fleets[f].units;
  for (std::size_t s = 0; s < stocks.size(); ++s) {
    FleetBalance& fleet = fleets[tables.stocks[s].fleet];
    fleet.idle += stocks[s].idle_at_end;
    fleet.turning += stocks[s].turning_at_end;
    fleet.light += stocks[s].light_at_end;
  }
  if (fleets.empty()) return fleets;
  storage.for_each_train([&](const Train& train) {
    for (const HeldUnits& held : {train.wagons, train.next_wagons, train.locomotive, train.next_locomotive}) {
      if (held.units > 0) fleets[held.fleet].on_trains += held.units;
    }
  });
  return fleets;
}

}  // namespace rail
