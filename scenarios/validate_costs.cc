// Rates: money, energy, emissions.
#include <algorithm>
#include <set>
#include <tuple>

#include "scenarios/gauges.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr double kMostMoney = 1e6;

void check_currency(Checks& checks, const v1::Costs& costs) {
  const std::string& currency = costs.currency();
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (currency.empty()) {
    checks.report_missing(costs, "currency", "three capital letters, e.g. \"USD\"");
  } else if (currency.size() != 3 || !std::all_of(currency.begin(), currency.end(), is_capital)) {
    checks.report(costs, "currency", fmt::format("`{}` is no currency", currency),
                  "three capital letters, e.g. \"USD\"");
  }
}

bool is_some_country(const Checks& checks, const std::string& country) {
  const auto& points = checks.scenario().network().points();
  return std::any_of(points.begin(), points.end(),
                     [&](const v1::OperatingPoint& point) { return point.country() == country; });
}

void check_country(Checks& checks, const v1::CountryRates& rates, std::set<std::string>& seen) {
  const std::string& country = rates.country();
  if (!seen.insert(country).second) {
    checks.report(rates, "country",
                  country.empty() ? "rates for all other countries are given twice"
                                  : fmt::format("rates of `{}` are given twice", country),
                  "leave one out");
  } else if (!country.empty() && !is_some_country(checks, country)) {
    checks.report(rates, "country", fmt::format("no point lies in country `{}`", country),
                  "as in OperatingPoint.country; empty: all others");
  }
}

void check_rates(Checks& checks, const v1::CountryRates& rates) {
  checks.number(rates, "tariff_per_teu_km", {0, kMostMoney});
  checks.number(rates, "cost_per_lift", {0, kMostMoney});
  checks.number(rates, "electricity_price_per_kwh", {0, 1e4});
  checks.number(rates, "electricity_g_per_kwh", {0, 5000, "g/kWh"});
  checks.number(rates, "diesel_price_per_kg", {0, 1e5});
  checks.number(rates, "terrain_factor", {0.5, 3});
}

void check_leg_tariff(Checks& checks, const v1::LegTariff& tariff,
                      std::set<std::tuple<std::string, std::string, int>>& seen) {
  checks.required(tariff, "from", tariff.from(), checks.names().points);
  checks.required(tariff, "to", tariff.to(), checks.names().points);
  checks.number(tariff, "per_teu", {0, 1e8});
  if (tariff.gauge_mm() != kSeaGauge && !is_rail_gauge(tariff.gauge_mm())) {
    checks.report(tariff, "gauge_mm", fmt::format("{} mm is no known gauge", tariff.gauge_mm()),
                  std::string(kGaugeHint) + "; 0 stands for ships");
  }
  if (!seen.emplace(tariff.from(), tariff.to(), tariff.gauge_mm()).second)
    checks.report(tariff, "", "the same leg has two tariffs", "leave one out");
}

void check_energy(Checks& checks, const v1::TrainEnergy& energy) {
  checks.number(energy, "coefficient_wh", {0, 1e5, "Wh", true});
  checks.number(energy, "exponent", {-1, 0});
  checks.number(energy, "heavy_above_t", {0, 1e5, "t", true});
  checks.number(energy, "heavy_wh_per_tkm", {0, 1000, "Wh", true});
  checks.number(energy, "diesel_efficiency", {0.1, 1});
  checks.number(energy, "diesel_kwh_per_kg", {5, 20, "kWh"});
  checks.number(energy, "diesel_g_per_kg", {0, 10000, "g"});
}

void check_numbers(Checks& checks, const v1::Costs& costs) {
  checks.number(costs, "wagon_cost_per_feu_hour", {0, kMostMoney});
  checks.number(costs, "locomotive_cost_per_hour", {0, kMostMoney});
  checks.number(costs, "container_t_per_teu", {0.5, 10, "t"});
  checks.number(costs, "net_t_per_teu", {0, 30, "t"});
  checks.number(costs, "wagon_t_per_feu", {1, 50, "t"});
  checks.number(costs, "lift_kwh", {0, 1000, "kWh"});
  checks.number(costs.ships(), "tariff_per_teu_km", {0, kMostMoney});
  checks.number(costs.ships(), "g_per_tkm", {0, 1000, "g"});
  checks.number(costs.refrigeration(), "mean_kw", {0, 100, "kW"});
  checks.number(costs.refrigeration(), "g_per_kwh", {0, 5000, "g/kWh"});
  checks.number(costs.refrigeration(), "price_per_kwh", {0, 1e4});
}

bool has_leg(const RoutesOfServices& routes, const rail::LegTariffInput& tariff) {
  for (const std::vector<rail::Route>& of_service : routes) {
    for (const rail::Route& route : of_service) {
      for (const rail::RouteLeg& leg : route.legs) {
        if (leg.from == tariff.from && leg.to == tariff.to && leg.gauge_mm == tariff.gauge_mm) return true;
      }
    }
  }
  return false;
}

}  // namespace

void validate_costs(Checks& checks) {
  if (!checks.scenario().has_costs()) return;
  const v1::Costs& costs = checks.scenario().costs();
  check_currency(checks, costs);
  check_numbers(checks, costs);
  check_energy(checks, costs.train_energy());
  std::set<std::string> countries;
  for (const v1::CountryRates& rates : costs.rates()) {
    check_country(checks, rates, countries);
    check_rates(checks, rates);
  }
  std::set<std::tuple<std::string, std::string, int>> legs;
  for (const v1::LegTariff& tariff : costs.leg_tariffs()) check_leg_tariff(checks, tariff, legs);
}

void validate_cost_use(Checks& checks, const rail::ModelInput& input, const RoutesOfServices& routes) {
  if (!input.costs) return;
  for (std::size_t i = 0; i < input.costs->leg_tariffs.size(); ++i) {
    if (has_leg(routes, input.costs->leg_tariffs[i])) continue;
    const v1::LegTariff& message = checks.scenario().costs().leg_tariffs(static_cast<int>(i));
    checks.report(
        message, "",
        fmt::format("no train runs a leg from `{}` to `{}` on this gauge", message.from(), message.to()),
        "a leg goes from an origin or a change of gauge to the next one, or to the destination");
  }
}

}  // namespace scenarios
