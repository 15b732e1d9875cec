// Commodities: how long their containers take, and how many take longer than they may.
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>

#include "models/kpi_list.h"
#include "models/model.h"
#include "models/model_tables.h"

namespace rail {
namespace {

void add_goods(const std::string& key, const GoodsObservation& seen, bool limited, KpiList& list) {
  list.add(key + "/containers", "containers", seen.total.count());
  list.add_quantiles(key + "/total", seen.total, "days");
  list.add_quantiles(key + "/transit", seen.transit, "days");
  if (!limited) return;
  const auto containers = static_cast<double>(seen.total.count());
  list.add_ratio(key + "/late_total", "share", static_cast<double>(seen.late_total), containers);
  list.add_ratio(key + "/late_transit", "share", static_cast<double>(seen.late_transit), containers);
}

std::set<std::uint32_t> services_with(const ModelTables& tables, std::uint8_t commodity) {
  std::set<std::uint32_t> services;
  for (const FlowTable& flow : tables.flows) {
    if (flow.commodity == commodity) services.insert(flow.service);
  }
  return services;
}

}  // namespace

void add_goods_kpis(const Model& model, const Observations& seen, KpiList& list) {
  const ModelInput& input = model.input();
  for (std::uint8_t c = 0; c < input.commodities.size(); ++c) {
    std::map<std::string, GoodsObservation> rows;  // by direction, and by origin and destination
    for (const Direction direction : {Direction::kWestbound, Direction::kEastbound})
      rows[to_string(direction)];
    for (const std::uint32_t s : services_with(model.tables(), c)) {
      const ServiceInput& service = input.services[s];
      GoodsObservation& pair =
          rows[fmt::format("{}-{}", input.points[service.origin].id, input.points[service.destination].id)];
      if (seen.services[s].goods.empty()) continue;
      pair.merge(seen.services[s].goods[c]);
      rows[to_string(service.direction)].merge(seen.services[s].goods[c]);
    }
    for (const auto& [name, row] : rows)
      add_goods(fmt::format("goods/{}/{}", input.commodities[c].id, name), row,
                input.commodities[c].max_transit_s > 0, list);
  }
}

}  // namespace rail
