// What a scenario says about costs, energy and emissions. Part of ModelInput; money in the scenario's
// currency.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rail {

// In one country; the one without a country is for all that have none of their own.
struct CountryRates {
  std::string country;
  double tariff_per_teu_km = 0;
  double cost_per_lift = 0;
  double electricity_price_per_kwh = 0;
  double electricity_g_per_kwh = 0;  // CO2 equivalent
  double diesel_price_per_kg = 0;
  double terrain_factor = 1;  // of the energy of trains
};

// Instead of tariffs by the kilometre, for legs with these ends.
struct LegTariffInput {
  std::uint32_t from = 0, to = 0;  // points
  int gauge_mm = 0;
  double per_teu = 0;
};

// Electric traction takes coefficient_wh * t^exponent Wh per gross tonne-km, t being the gross tonnes of the
// train, and heavy_wh_per_tkm above heavy_above_t: EcoTransIT's function and its last class (methodology
// 2010, table 23).
struct TrainEnergyInput {
  double coefficient_wh = 1200;
  double exponent = -0.62;
  double heavy_above_t = 2000;
  double heavy_wh_per_tkm = 10;
  double diesel_efficiency = 0.37;  // of what the fuel holds, compared with electricity from the wire
  double diesel_kwh_per_kg = 11.9;
  double diesel_g_per_kg = 0;  // CO2 equivalent
};

struct CostInput {
  std::string currency;
  bool by_mass = false;  // what containers share; else by TEU
  std::vector<CountryRates> rates;
  std::vector<LegTariffInput> leg_tariffs;
  TrainEnergyInput energy;
  double wagon_feu_hour = 0;   // money per hour and FEU that the train's wagons hold
  double locomotive_hour = 0;  // money per hour and train
  double container_t_per_teu = 2;
  double net_t_per_teu = 8;  // laden containers
  double wagon_t_per_feu = 13;
  double lift_kwh = 0;
  double sea_tariff_per_teu_km = 0;
  double sea_g_per_tkm = 0;  // per tonne of containers and goods
  double reefer_kw = 0;
  double reefer_g_per_kwh = 0;
  double reefer_price_per_kwh = 0;
  std::vector<double> electric_share;  // per line: of its length
};

}  // namespace rail
