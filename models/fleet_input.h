// Wagons and locomotives as the rail model is told of them. Part of ModelInput.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/distribution.h"
#include "models/network_input.h"

namespace rail {

struct StockInput {
  std::uint32_t point = kNone;
  std::int64_t units = 0;  // at the start of the run
};

// Wagons of one gauge that run between the points of `stock`, each listed once.
struct WagonPoolInput {
  std::string id;
  int gauge_mm = 1435;
  std::vector<StockInput> stock;
  double feu_per_wagon = 0;  // 0: units are sets, one a train
  std::optional<Distribution> turnaround;
};

// A locomotive returns alone when more than `keep_idle` have stood idle for `idle_for_s`.
struct LightRunInput {
  std::uint32_t from = kNone;
  std::uint32_t to = kNone;
  std::int64_t keep_idle = 0;
  std::int64_t idle_for_s = 0;
  std::int64_t run_s = 1;
};

struct TractionDistrictInput {
  std::string id;
  std::vector<std::uint32_t> lines;
  std::vector<StockInput> stock;
  std::optional<Distribution> turnaround;
  std::vector<LightRunInput> light_runs;
};

}  // namespace rail
