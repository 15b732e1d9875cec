// What a leg costs, as far as it is the same for every train: tables made once from a scenario's rates.
#pragma once

#include <cstdint>
#include <vector>

namespace rail {

struct ModelInput;
struct ModelTables;

// Kilometres weighted with what the train's energy is to be multiplied by: sums over the leg's lines. A line
// between two countries counts half in each.
struct LegCosts {
  double km = 0;
  bool sea = false;
  bool forth_and_back = false;  // of a train that turned: nothing of its containers' own
  std::int64_t tariff_cents_per_teu = 0;
  double energy_km = 0;                     // kWh per kWh of an electric train on even ground
  double emission_km = 0;                   // g per such kWh
  double money_km = 0;                      // money per such kWh
  std::int64_t cents_per_lift[2] = {0, 0};  // where the leg begins, where it ends
  double g_per_lift[2] = {0, 0};
};

// One for each leg of `tables`; requires `input.costs`.
std::vector<LegCosts> leg_costs(const ModelInput& input, const ModelTables& tables);

// Over the lines of the last `steps` of a leg back, there and back again.
LegCosts costs_forth_and_back(const ModelInput& input, const ModelTables& tables, std::uint32_t back,
                              std::uint32_t steps);

// A rounded amount; checked to fit.
std::int64_t whole(double amount);

}  // namespace rail
