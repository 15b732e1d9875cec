// Toys that more than one test of turning begins with.
#pragma once

#include <string>

#include "tests/networks/trips.h"

namespace networks {

// That of re-routing, NORTH 7.5 h away, SOUTH 9 h; N-W closed from day 5 to day 15. As many as 34 trains go
// round from the start, and one that turned at NORTH.
inline std::string two_ways() {
  std::string text =
      with(text_of("scenarios/toys/rerouting.txtpb"), "to: \"NORTH\" gauge_mm: 1520 length_km: 60",
           "to: \"NORTH\" gauge_mm: 1520 length_km: 450");
  text = with(text, "to: \"SOUTH\" gauge_mm: 1520 length_km: 120",
              "to: \"SOUTH\" gauge_mm: 1520 length_km: 540");
  return with(text, "closure {", "rule: TURN closure {");
}

}  // namespace networks
