// Origin-destination matrices from their margins: Furness' method (iterative proportional fitting).
//
// Starting from the seed's weights, rows and columns are scaled in turn until both margins are met;
// ratios of cross products stay those of the seed. Destinations are first scaled to the sum of origins.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/model.h"
#include "models/model_input.h"

namespace rail {

struct BalanceResult {
  std::vector<BalancedFlow> cells;    // per service and kind, in the order of seeds and kinds
  std::vector<std::string> problems;  // why the margins cannot be met; cells are empty then
};

BalanceResult balance(const ModelInput& input, std::uint32_t matrix);

}  // namespace rail
