// What comes for a service in the counted time, in the mean: with its seasons and surges, and with part loads
// as their hub sends them off.
#pragma once

#include <cstdint>

#include "models/model.h"
#include "models/part_loads.h"

namespace rail {

struct CountedDemand {
  double containers_per_s = 0, teu_per_s = 0;
};
CountedDemand counted_demand(const Model& model, std::uint32_t service);

// Containers in which a stream of part loads leaves its hub, per load: as its rule fills many of them, drawn
// apart from all replications. `mean_gap_s`: between loads, evenly.
double containers_per_load(const PartLoadTable& table, double mean_gap_s);

}  // namespace rail
