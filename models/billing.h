// The bill of a train for the leg that it ends, and its containers' parts of it.
//
// Tariff, lifts and refrigeration are those of single containers; wagons, locomotive and traction belong to
// the train and are shared out (allocate()). Either way each item of the train's bill is the sum of its
// containers'. A train that turned is billed for its way there and back as well, as it is back at its origin;
// tariff, lifts and refrigeration wait for the end of the leg.
#pragma once

#include <vector>

#include "models/bill.h"
#include "models/leg_costs.h"
#include "models/records.h"

namespace rail {

struct Bills {
  Bill train{};
  std::vector<Bill> containers;  // in the order of the train's cargo
};
// `wagon_feu`: what the train's wagons have room for.
Bills bills_of(const CostInput& costs, const LegCosts& leg, const Train& train, double wagon_feu,
               std::int64_t now);

// Of wagons, containers and goods.
double gross_tonnes(const CostInput& costs, const ContainerList& cargo, double wagon_feu);

}  // namespace rail
