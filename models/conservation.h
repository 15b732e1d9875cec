// What goes in comes out or is inside: totals over the whole run, spin-up included.
#pragma once

#include <cstddef>
#include <cstdint>

#include "models/bill.h"

namespace rail {

constexpr int kGauges = 4;  // ships, 1435, 1520, 1668 mm
inline std::size_t gauge_index(int gauge_mm) {
  return gauge_mm == 0 ? 0 : gauge_mm == 1435 ? 1 : gauge_mm == 1520 ? 2 : 3;
}

// Per container kind: in = out + inside.
struct ConservationCheck {
  std::int64_t released[3] = {}, delivered[3] = {}, inside[3] = {};
  // Per gauge: came (released, lifted onto it) less left (delivered, lifted off it); and inside, by next
  // train.
  std::int64_t gauge_balance[kGauges] = {}, gauge_inside[kGauges] = {};
  // Part loads: came, delivered, in containers, and waiting for their container to be full.
  std::int64_t loads_in = 0, loads_out = 0, loads_inside = 0, loads_gathering = 0;
  // What trains cost; what of it containers took along, and what no container was there for.
  Bill billed{}, billed_delivered{}, billed_inside{}, billed_empty{};
};

}  // namespace rail
