// The watchdog: trains that wait for what trains like them hold, and so for ever.
//
// A train is stuck if one thing that it waits for can never come: a station track, if stuck trains hold all
// that are long enough, or all that the rule lets its way have; units of a fleet that, but for those under
// stuck trains, are too few, or stand where only stuck trains would take them; room in a yard that, but for
// what stays in it for ever, is too small. Whoever runs, is served or lifted, or waits for a section comes to
// an end of that by itself; so does whatever is in doubt. What is reported therefore never moves again
// (docs/decisions/0012 says what is not seen).
#pragma once

#include <vector>

#include "models/gridlocked_train.h"
#include "models/station.h"

namespace rail {

// A circle of waiting trains, each held up by the next one and the last by the first; empty if there is none.
std::vector<GridlockedTrain> find_gridlock(const StationContext& context,
                                           const std::vector<Station>& stations);

}  // namespace rail
