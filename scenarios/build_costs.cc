#include "scenarios/build.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

double electric_share(const v1::Line& line) {
  const std::string& traction = line.electrification();
  if (traction.empty() || traction == "none") return 0;
  return traction == "mixed" ? 0.5 : 1;
}

rail::CountryRates build_rates(const v1::CountryRates& message) {
  rail::CountryRates rates;
  rates.country = message.country();
  rates.tariff_per_teu_km = message.tariff_per_teu_km();
  rates.cost_per_lift = message.cost_per_lift();
  rates.electricity_price_per_kwh = message.electricity_price_per_kwh();
  rates.electricity_g_per_kwh = message.electricity_g_per_kwh();
  rates.diesel_price_per_kg = message.diesel_price_per_kg();
  if (message.has_terrain_factor()) rates.terrain_factor = message.terrain_factor();
  return rates;
}

rail::TrainEnergyInput build_energy(const v1::TrainEnergy& message) {
  rail::TrainEnergyInput energy;
  if (message.has_coefficient_wh()) energy.coefficient_wh = message.coefficient_wh();
  if (message.has_exponent()) energy.exponent = message.exponent();
  if (message.has_heavy_above_t()) energy.heavy_above_t = message.heavy_above_t();
  if (message.has_heavy_wh_per_tkm()) energy.heavy_wh_per_tkm = message.heavy_wh_per_tkm();
  if (message.has_diesel_efficiency()) energy.diesel_efficiency = message.diesel_efficiency();
  if (message.has_diesel_kwh_per_kg()) energy.diesel_kwh_per_kg = message.diesel_kwh_per_kg();
  if (message.has_diesel_g_per_kg()) energy.diesel_g_per_kg = message.diesel_g_per_kg();
  return energy;
}

void build_masses(const v1::Costs& message, rail::CostInput& costs) {
  if (message.has_container_t_per_teu()) costs.container_t_per_teu = message.container_t_per_teu();
  if (message.has_net_t_per_teu()) costs.net_t_per_teu = message.net_t_per_teu();
  if (message.has_wagon_t_per_feu()) costs.wagon_t_per_feu = message.wagon_t_per_feu();
}

}  // namespace

void build_costs(const v1::Scenario& scenario, const Names& names, rail::ModelInput& input) {
  if (!scenario.has_costs()) return;
  const v1::Costs& message = scenario.costs();
  rail::CostInput& costs = input.costs.emplace();
  costs.currency = message.currency();
  costs.by_mass = message.allocation() == v1::Costs::BY_MASS;
  for (const v1::CountryRates& rates : message.rates()) costs.rates.push_back(build_rates(rates));
  for (const v1::LegTariff& tariff : message.leg_tariffs()) {
    costs.leg_tariffs.push_back({names.points.index(tariff.from()), names.points.index(tariff.to()),
                                 tariff.gauge_mm(), tariff.per_teu()});
  }
  costs.energy = build_energy(message.train_energy());
  costs.wagon_feu_hour = message.wagon_cost_per_feu_hour();
  costs.locomotive_hour = message.locomotive_cost_per_hour();
  build_masses(message, costs);
  costs.lift_kwh = message.lift_kwh();
  costs.sea_tariff_per_teu_km = message.ships().tariff_per_teu_km();
  costs.sea_g_per_tkm = message.ships().g_per_tkm();
  costs.reefer_kw = message.refrigeration().mean_kw();
  costs.reefer_g_per_kwh = message.refrigeration().g_per_kwh();
  costs.reefer_price_per_kwh = message.refrigeration().price_per_kwh();
  for (const v1::Line& line : scenario.network().lines())
    costs.electric_share.push_back(electric_share(line));
}

}  // namespace scenarios
