// The longest train of each way of running that may come to a station's tracks, and the largest one to be
// lifted over a terminal's yard.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/model_tables.h"

namespace rail {

// Per way of running; -1: no train comes.
using LongestTrains = std::array<std::int32_t, 2>;

struct LongestComing {
  std::vector<std::vector<LongestTrains>> tracks_dm;  // per station and its tables of tracks, decimetres
  std::vector<LongestTrains> yards_teu;               // per terminal
};

// Needs pools.
LongestComing longest_coming(const ModelInput& input, const ModelTables& tables);

}  // namespace rail
