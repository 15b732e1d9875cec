// Commodities and part loads, as rows and as files. Empty in a scenario without them.
#pragma once

#include <string>
#include <vector>

#include "models/model.h"
#include "studies/kpi_table.h"
#include "studies/run_directory.h"

namespace studies {

// Containers of a commodity in a direction, or of one origin and destination, as the KPIs list them.
struct GoodsRow {
  std::string commodity, where;
  Summary containers;
  Summary transit_mean, transit_p50, transit_p90;  // days, first departure to arrival
  Summary total_mean, total_p50, total_p90;        // days, release to arrival
  Summary late_transit, late_total;                // shares; never observed without a longest transit
};
std::vector<GoodsRow> goods_rows(const rail::Model& model, const KpiTable& kpis);

// A stream of part loads.
struct PartLoadRow {
  std::string id, hub, service, commodity;
  Summary loads_in, loads_out, containers;
  Summary fill, sent_early;                              // shares, of these containers
  Summary gathering_mean, gathering_p50, gathering_p90;  // h, per load
  Summary total_mean;                                    // days, per load
};
std::vector<PartLoadRow> part_load_rows(const rail::Model& model, const KpiTable& kpis);

// The id of a listed commodity, else empty.
std::string commodity_name(const rail::ModelInput& input, std::uint8_t commodity);

// goods.csv and part_loads.csv
void write_goods_tables(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis);

}  // namespace studies
