// Containers: transit times by origin and destination, deliveries, watches.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "models/kpi_list.h"
#include "models/model.h"
#include "models/model_tables.h"
#include "models/routing.h"

namespace rail {
namespace {

struct Pair {
  DurationHistogram transit, total;
  std::int64_t containers = 0, teu = 0;
  Account account{};
};

using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, Pair>;  // by origin, destination

Pairs merged_pairs(const ModelInput& input, const Observations& seen) {
  Pairs pairs;
  for (std::size_t s = 0; s < seen.services.size(); ++s) {
    const ServiceObservation& service = seen.services[s];
    Pair& pair = pairs[{input.services[s].origin, input.services[s].destination}];
    pair.transit.merge(service.transit);
    pair.total.merge(service.total);
    pair.containers += service.containers_delivered;
    pair.teu += service.teu_delivered;
    for (std::size_t cause = 0; cause < kCauses; ++cause) pair.account[cause] += service.account[cause];
  }
  return pairs;
}

// In scenarios like this; all but those of goods are in each.
bool is_possible(Cause cause, const ModelInput& input) {
  if (cause == Cause::kPlug) return input.limits_plugs();
  return cause != Cause::kConsolidation || !input.part_loads.empty();
}

// The parts of the mean total time.
void add_account(const Model& model, const std::string& key, const Pair& pair, KpiList& list) {
  for (std::size_t cause = 0; cause < kCauses; ++cause) {
    if (!is_possible(static_cast<Cause>(cause), model.input())) continue;
    list.add_ratio(fmt::format("{}/{}/mean_days", key, to_string(static_cast<Cause>(cause))), "days",
                   static_cast<double>(pair.account[cause]) / kSecondsPerDay,
                   static_cast<double>(pair.containers));
  }
}

// Mean over the routes by their shares.
double route_km(const ModelTables& tables, const ModelInput& input, std::uint32_t service) {
  const std::vector<Route>& routes = tables.service_routes[service];
  const ServiceInput& rule = input.services[service];
  const std::vector<double> shares = route_shares(rule.route_rule, routes, rule.logit_scale_h);
  double km = 0;
  for (std::size_t r = 0; r < routes.size(); ++r) km += shares[r] * routes[r].km;
  return km;
}

}  // namespace

void add_journey_kpis(const Model& model, const Observations& seen, KpiList& list) {
  const ModelInput& input = model.input();
  for (const auto& [ends, pair] : merged_pairs(input, seen)) {
    const std::string name = fmt::format("{}-{}", input.points[ends.first].id, input.points[ends.second].id);
    list.add_quantiles("transit/" + name, pair.transit, "days");
    list.add_quantiles("total_time/" + name, pair.total, "days");
    add_account(model, "total_time/" + name, pair, list);
    list.add(fmt::format("delivered/{}/containers", name), "containers", pair.containers);
    list.add(fmt::format("delivered/{}/teu", name), "TEU", pair.teu);
  }
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    const std::string key = "service/" + input.services[s].id;
    list.add_quantiles(key, seen.services[s].transit, "days");
    list.add(key + "/route_km", "km", route_km(model.tables(), input, s));
  }
  for (std::size_t w = 0; w < input.watches.size(); ++w) {
    list.add_quantiles("watch/" + input.watches[w].id, seen.watches[w].travel, "days");
  }
}

}  // namespace rail
