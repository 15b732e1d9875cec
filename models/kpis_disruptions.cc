// What disruptions did to the queues at what they closed or slowed.
#include <fmt/format.h>

#include "models/kpi_list.h"
#include "models/model.h"

namespace rail {

void add_disruption_kpis(const Model& model, const Observations& seen, KpiList& list) {
  for (std::size_t d = 0; d < seen.disruptions.size(); ++d) {
    const DisruptionInput& input = model.input().disruptions[d];
    const DisruptionObservation& one = seen.disruptions[d];
    const std::string key = fmt::format("disruption/{}/", input.id);
    list.add(key + "trains_held", "trains", one.trains_held);
    list.add(key + "most_waiting", "trains", one.most_waiting);
    const bool clear = one.clear_s >= 0;
    list.add_ratio(key + "time_to_clear_h", "h",
                   clear ? static_cast<double>(one.clear_s) / kSecondsPerHour : 0.0, clear ? 1.0 : 0.0);
  }
}

}  // namespace rail
