#include "studies/fleet_rows.h"

#include <fmt/format.h>

#include "models/model_tables.h"
#include "studies/place_names.h"

namespace studies {

std::vector<FleetRow> fleet_rows(const rail::Model& model, const KpiTable& kpis) {
  const PlaceNames names(model);
  std::vector<FleetRow> rows;
  for (const rail::FleetInfo& fleet : model.fleets()) {
    for (const std::uint32_t s : fleet.stocks) {
      FleetRow row;
      row.fleet = fleet.id;
      row.kind = fleet.locomotives ? "locomotives" : "wagons";
      row.point = model.input().points[model.tables().stocks[s].station].id;
      row.units = fleet.units;
      const std::string place = fmt::format("{}/{}", row.fleet, row.point);
      row.name = names.name(place);
      row.utilisation = kpis.find(fmt::format("fleet/{}/utilisation", row.fleet));
      row.turning = kpis.find(fmt::format("fleet/{}/turning", row.fleet));
      row.idle_mean = kpis.find(fmt::format("stock/{}/idle_mean", place));
      row.idle_least = kpis.find(fmt::format("stock/{}/idle_least", place));
      row.trains = kpis.find(fmt::format("stock/{}/trains", place));
      row.waiting_mean = kpis.find(fmt::format("stock/{}/waiting_mean", place));
      row.queue_longest = kpis.find(fmt::format("stock/{}/queue_longest", place));
      row.wait_mean_h = kpis.find(fmt::format("wait/{}/fleet/mean_h", place));
      row.wait_container_hours = kpis.find(fmt::format("wait/{}/fleet/container_hours", place));
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace studies
