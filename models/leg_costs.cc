#include "models/leg_costs.h"

#include <cmath>

#include "engine/check.h"
#include "models/bill.h"
#include "models/model_input.h"
#include "models/model_tables.h"

namespace rail {
namespace {

const CountryRates& rates_of(const CostInput& costs, const std::string& country) {
  static const CountryRates kFree;
  const CountryRates* others = &kFree;
  for (const CountryRates& rates : costs.rates) {
    if (rates.country == country) return rates;
    if (rates.country.empty()) others = &rates;
  }
  return *others;
}

// `km` of a line in one country.
void add_rail(const CostInput& costs, const CountryRates& rates, double km, double electric, LegCosts& leg,
              double& tariff) {
  const double electric_km = km * electric * rates.terrain_factor;
  const double fuel_km = km * (1 - electric) * rates.terrain_factor / costs.energy.diesel_efficiency;
  const double fuel_kg_km = fuel_km / costs.energy.diesel_kwh_per_kg;
  leg.energy_km += electric_km + fuel_km;
  leg.emission_km += electric_km * rates.electricity_g_per_kwh + fuel_kg_km * costs.energy.diesel_g_per_kg;
  leg.money_km += electric_km * rates.electricity_price_per_kwh + fuel_kg_km * rates.diesel_price_per_kg;
  tariff += km * rates.tariff_per_teu_km;
}

double leg_tariff(const CostInput& costs, const LegTable& leg, double by_km) {
  for (const LegTariffInput& one : costs.leg_tariffs) {
    if (one.from == leg.from && one.to == leg.to && one.gauge_mm == leg.gauge_mm) return one.per_teu;
  }
  return by_km;
}

LegCosts costs_of(const ModelInput& input, const ModelTables& tables, const LegTable& table) {
  const CostInput& costs = *input.costs;
  LegCosts leg;
  leg.sea = table.gauge_mm == 0;
  double tariff = 0;
  for (std::uint32_t s = table.first_step; s < table.first_step + table.steps; ++s) {
    if (!tables.steps[s].enters_line) continue;
    const std::uint32_t index = tables.tracks[tables.steps[s].track].line;
    const LineInput& line = input.lines[index];
    leg.km += line.length_km;
    if (leg.sea) continue;
    for (const std::uint32_t end : {line.from, line.to})
      add_rail(costs, rates_of(costs, input.points[end].country), line.length_km / 2,
               costs.electric_share[index], leg, tariff);
  }
  if (leg.sea) tariff = leg.km * costs.sea_tariff_per_teu_km;
  leg.tariff_cents_per_teu = whole(kCents * leg_tariff(costs, table, tariff));
  for (const int end : {0, 1}) {
    const CountryRates& rates = rates_of(costs, input.points[end == 0 ? table.from : table.to].country);
    leg.cents_per_lift[end] = whole(kCents * rates.cost_per_lift);
    leg.g_per_lift[end] = costs.lift_kwh * rates.electricity_g_per_kwh;
  }
  return leg;
}

}  // namespace

std::int64_t whole(double amount) {
  constexpr double kMost = 9.2e18;
  DES_CHECK(std::abs(amount) < kMost, "costs or emissions beyond 64 bits", des::SimTime{0}, 0);
  return std::llround(amount);
}

LegCosts costs_forth_and_back(const ModelInput& input, const ModelTables& tables, std::uint32_t back,
                              std::uint32_t steps) {
  LegTable way = tables.legs[back];
  way.first_step += way.steps - steps;
  way.steps = steps;
  LegCosts costs = costs_of(input, tables, way);
  for (double* sum : {&costs.km, &costs.energy_km, &costs.emission_km, &costs.money_km}) *sum *= 2;
  costs.forth_and_back = true;
  return costs;
}

std::vector<LegCosts> leg_costs(const ModelInput& input, const ModelTables& tables) {
  std::vector<LegCosts> all;
  for (const LegTable& leg : tables.legs) all.push_back(costs_of(input, tables, leg));
  return all;
}

}  // namespace rail
