// Part loads: how full their containers are, and how long they wait for one another.
#include <fmt/format.h>

#include <map>
#include <string>

#include "models/kpi_list.h"
#include "models/model.h"

namespace rail {
namespace {

void add_part_loads(const std::string& key, const PartLoadObservation& seen, KpiList& list) {
  const auto containers = static_cast<double>(seen.containers);
  list.add(key + "loads_in", "loads", seen.loads_in);
  list.add(key + "loads_out", "loads", seen.loads_out);
  list.add(key + "containers", "containers", seen.containers);
  list.add_ratio(key + "fill", "share", static_cast<double>(seen.filled) / kPartsOfContainer, containers);
  list.add_ratio(key + "sent_early", "share", static_cast<double>(seen.sent_early), containers);
  list.add_quantiles(key + "gathering", seen.gathering, "h");
  list.add_ratio(key + "total/mean_days", "days", static_cast<double>(seen.total_s) / kSecondsPerDay,
                 static_cast<double>(seen.loads_out));
}

}  // namespace

void add_part_load_kpis(const Model& model, const Observations& seen, KpiList& list) {
  const ModelInput& input = model.input();
  std::map<std::uint32_t, WaitSum> waits;  // per hub
  for (std::size_t i = 0; i < input.part_loads.size(); ++i) {
    const PartLoadInput& one = input.part_loads[i];
    add_part_loads(fmt::format("part_loads/{}/", one.id), seen.part_loads[i], list);
    add_waits(waits[input.services[one.service].origin], seen.part_loads[i].wait);
  }
  for (const auto& [hub, wait] : waits) list.add_wait(input.points[hub].id, Cause::kConsolidation, wait);
}

}  // namespace rail
