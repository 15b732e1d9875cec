// Trains that went another way than planned.
#include <fmt/format.h>

#include "models/kpi_list.h"
#include "models/model.h"

namespace rail {
namespace {

void add(const std::string& key, const ReroutedTrains& trains, bool turn, KpiList& list) {
  list.add(key + "trains_rerouted", "trains", trains.at_origin);
  list.add(key + "trains_diverted", "trains", trains.under_way);
  if (turn) list.add(key + "trains_turned", "trains", trains.turned);
}

}  // namespace

void add_rerouting_kpis(const Model& model, const Observations& seen, KpiList& list) {
  if (!model.input().rerouting) return;
  const bool turn = model.input().turns_trains();
  ReroutedTrains all;
  for (const std::uint32_t s : model.input().rerouting->services) {
    add(fmt::format("rerouting/{}/", model.input().services[s].id), seen.rerouted[s], turn, list);
    all.at_origin += seen.rerouted[s].at_origin;
    all.under_way += seen.rerouted[s].under_way;
    all.turned += seen.rerouted[s].turned;
  }
  add("rerouting/", all, turn, list);
}

}  // namespace rail
