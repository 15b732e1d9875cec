// Trains that went another way than planned.
#include <fmt/format.h>

#include "models/kpi_list.h"
#include "models/model.h"

namespace rail {

void add_rerouting_kpis(const Model& model, const Observations& seen, KpiList& list) {
  if (!model.input().rerouting) return;
  std::int64_t all = 0;
  for (const std::uint32_t s : model.input().rerouting->services) {
    const std::int64_t trains = seen.rerouted[s].at_origin;
    list.add(fmt::format("rerouting/{}/trains_rerouted", model.input().services[s].id), "trains", trains);
    all += trains;
  }
  list.add("rerouting/trains_rerouted", "trains", all);
}

}  // namespace rail
