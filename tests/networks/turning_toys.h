// Toys that more than one test of turning begins with.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

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

// In order of departure; one that has none comes first.
inline std::vector<rail::TrainStop> stops_of(const support::Runs& runs, std::uint64_t train) {
  std::vector<rail::TrainStop> stops;
  for (const rail::TrainStop& stop : runs.replications[0].train_stops) {
    if (stop.train == train) stops.push_back(stop);
  }
  std::sort(stops.begin(), stops.end(), [](const auto& x, const auto& y) { return x.departed < y.departed; });
  return stops;
}

}  // namespace networks
