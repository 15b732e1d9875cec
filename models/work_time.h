// How long work on a train takes: its stages, and lifting it.
#pragma once

#include <cstdint>

#include "models/records.h"
#include "models/station_context.h"

namespace rail {

// Of the train's process at `point`: the one that it is in.
const StageInput& stage_of(const StationContext& context, const Train& train, std::uint32_t point);
// 0 if the train does not need the stage. `hash` is the stage's.
std::int64_t stage_seconds(const StationContext& context, const Train& train, const StageInput& stage,
                           std::uint64_t hash);
// Those behind it take no time.
bool is_last_stage(const StationContext& context, const Train& train, std::uint32_t point);
// With some work for it, from the `first` on in the process of its role there.
bool has_stages(const StationContext& context, const Train& train, std::uint32_t point, std::uint32_t first);
// In one bay: unloading it, or loading it.
std::int64_t bay_seconds(const StationContext& context, const Train& train);

}  // namespace rail
