// Costs, emissions and energy of containers delivered, by origin and destination; and of trains.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "models/kpi_list.h"
#include "models/model.h"
#include "models/model_tables.h"
#include "models/routing.h"

namespace rail {
namespace {

constexpr double kKilo = 1000;
constexpr double kTonne_g = 1e6;

struct Pair {
  Bill bill{};
  std::int64_t teu = 0;
  double tonne_km = 0;  // goods without containers, over the shortest route
};

double shortest_km(const std::vector<Route>& routes) {
  const auto shorter = [](const Route& x, const Route& y) { return x.km < y.km; };
  return std::min_element(routes.begin(), routes.end(), shorter)->km;
}

std::map<std::pair<std::uint32_t, std::uint32_t>, Pair> by_pair(const Model& model,
                                                                const Observations& seen) {
  const ModelInput& input = model.input();
  std::map<std::pair<std::uint32_t, std::uint32_t>, Pair> pairs;
  for (std::size_t s = 0; s < input.services.size(); ++s) {
    const ServiceObservation& service = seen.services[s];
    Pair& pair = pairs[{input.services[s].origin, input.services[s].destination}];
    add_bill(pair.bill, service.bill);
    pair.teu += service.teu_delivered;
    pair.tonne_km += input.costs->net_t_per_teu * static_cast<double>(service.laden_teu_delivered) *
                     shortest_km(model.tables().service_routes[s]);
  }
  return pairs;
}

void add_pair(const std::string& name, const Pair& pair, const std::string& currency, KpiList& list) {
  const auto teu = static_cast<double>(pair.teu);
  const auto grams = static_cast<double>(grams_of(pair.bill));
  const std::string money = currency + "/TEU";
  list.add_ratio(fmt::format("cost/{}/per_teu", name), money.c_str(),
                 static_cast<double>(cents_of(pair.bill)) / kCents, teu);
  for (std::size_t i = 0; i < kMoneyItems; ++i) {
    list.add_ratio(fmt::format("cost/{}/{}/per_teu", name, to_string(static_cast<BillItem>(i))),
                   money.c_str(), static_cast<double>(pair.bill[i]) / kCents, teu);
  }
  list.add_ratio(fmt::format("emissions/{}/g_per_teu", name), "g/TEU", grams, teu);
  for (std::size_t i = kMoneyItems; i < kMoneyItems + kEmissionItems; ++i) {
    list.add_ratio(fmt::format("emissions/{}/{}/g_per_teu", name, to_string(static_cast<BillItem>(i))),
                   "g/TEU", static_cast<double>(pair.bill[i]), teu);
  }
  list.add_ratio(fmt::format("emissions/{}/g_per_tonne_km", name), "g/tkm", grams, pair.tonne_km);
  list.add_ratio(fmt::format("energy/{}/traction/kwh_per_teu", name), "kWh/TEU",
                 static_cast<double>(item(pair.bill, BillItem::kTractionEnergy)) / kKilo, teu);
}

void add_total(const std::string& whose, const Bill& bill, const std::string& currency, KpiList& list) {
  const std::string key = fmt::format("bills/{}/", whose);
  list.add(key + "cost", currency.c_str(), static_cast<double>(cents_of(bill)) / kCents);
  list.add(key + "co2e_t", "t", static_cast<double>(grams_of(bill)) / kTonne_g);
  list.add(key + "traction_mwh", "MWh",
           static_cast<double>(item(bill, BillItem::kTractionEnergy)) / kTonne_g);
}

}  // namespace

void add_cost_kpis(const Model& model, const Observations& seen, KpiList& list) {
  const ModelInput& input = model.input();
  if (!input.costs) return;
  for (const auto& [ends, pair] : by_pair(model, seen)) {
    const std::string name = fmt::format("{}-{}", input.points[ends.first].id, input.points[ends.second].id);
    add_pair(name, pair, input.costs->currency, list);
  }
  add_total("trains", seen.costs.trains, input.costs->currency, list);
  add_total("empty_trains", seen.costs.empty_trains, input.costs->currency, list);
}

}  // namespace rail
