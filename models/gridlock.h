// The watchdog: trains that wait for station tracks held by each other, and so for ever.
//
// Only tracks of stations are looked at: whoever runs, is served, is lifted, or waits for a section comes
// to an end of that by itself. Trains kept out by a full yard count as moving, since its containers may yet
// leave; such a standstill shows when no event is left, or not at all.
#pragma once

#include <cstdint>
#include <vector>

#include "models/observations.h"
#include "models/station.h"

namespace rail {

// A circle of waiting trains, each held up by the next one and the last by the first; empty if there is none.
std::vector<GridlockedTrain> find_gridlock(const std::vector<Station>& stations);

}  // namespace rail
