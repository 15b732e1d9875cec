// Where wagons and locomotives are: for the check that there are always as many of each fleet.
#pragma once

#include <vector>

#include "models/model_tables.h"
#include "models/observations.h"
#include "models/storage.h"

namespace rail {

// As ModelTables::fleets.
std::vector<FleetBalance> fleet_balances(const ModelTables& tables,
                                         const std::vector<StockObservation>& stocks, const Storage& storage);

}  // namespace rail
