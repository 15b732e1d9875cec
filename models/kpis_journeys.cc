// Containers: transit times by origin and destination, deliveries, watches.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "models/kpi_list.h"
#include "models/model.h"

namespace rail {
namespace {

struct Pair {
  DurationHistogram transit, total;
  std::int64_t containers = 0, teu = 0;
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
  }
  return pairs;
}

}  // namespace

void add_journey_kpis(const Model& model, const Observations& seen, KpiList& list) {
  const ModelInput& input = model.input();
  for (const auto& [ends, pair] : merged_pairs(input, seen)) {
    const std::string name = fmt::format("{}-{}", input.points[ends.first].id, input.points[ends.second].id);
    list.add_quantiles("transit/" + name, pair.transit, "days");
    list.add_quantiles("total_time/" + name, pair.total, "days");
    list.add(fmt::format("delivered/{}/containers", name), "containers", pair.containers);
    list.add(fmt::format("delivered/{}/teu", name), "TEU", pair.teu);
  }
  for (std::size_t w = 0; w < input.watches.size(); ++w) {
    list.add_quantiles("watch/" + input.watches[w].id, seen.watches[w].travel, "days");
  }
}

}  // namespace rail
