// Waits that are still under way at the end of a run.
#pragma once

#include <cstdint>
#include <vector>

#include "models/observations.h"
#include "models/station.h"
#include "models/station_context.h"

namespace rail {

// Books each as if it ended `now`, whole, with the place and the causes that it would have had then:
// WaitSum's open_seconds, open_container_seconds and still_waiting. Journeys, and what ended, it leaves
// alone. To be called once, when the stations have reported.
//
// Checked on every run: each train runs, is in work or waits; and for one with containers that waits, before
// it is at its destination, what it waited for by then and what it did before add up to its time since it was
// formed.
//
// With notice times, a train whose answer is under way at this instant counts as waiting for its section.
void add_open_waits(const StationContext& context, const std::vector<Station>& stations, std::int64_t now,
                    Observations& all);

}  // namespace rail
