// What a train waited for before it entered a line section.
#pragma once

#include <cstdint>

#include "models/departure.h"
#include "models/records.h"
#include "models/station_context.h"
#include "models/track_tables.h"

namespace rail {

// Of one that leaves `now`, or that would if it did: its wait may still be under way.
EntryWaits waits_of(const StationContext& context, const Train& train, const StepTable& step,
                    const Departure& granted, std::int64_t now);

}  // namespace rail
