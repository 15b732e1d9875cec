// A rank for every point, so that trains over most of the network run up or down it all the way.
//
// The rank is the distance from one end of the network. Where a route runs up first and then down, the
// guarantee of models/station_tracks.h ends: such points are listed by turning_points().
#pragma once

#include <vector>

#include "models/model_input.h"
#include "models/track_request.h"

namespace rail {

// Per line: how trains run from its `from` to its `to`.
std::vector<Running> running_of_lines(const ModelInput& input);

}  // namespace rail
