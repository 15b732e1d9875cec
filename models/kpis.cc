#include <fmt/format.h>

#include <string>

#include "models/kpi_list.h"
#include "models/model.h"

namespace rail {
namespace {

bool is_of_containers(Cause cause) {
  return cause == Cause::kFormation || cause == Cause::kPlug || cause == Cause::kConsolidation;
}

}  // namespace

void KpiList::add_quantiles(const std::string& prefix, const DurationHistogram& seconds, const char* unit) {
  const double scale = std::string(unit) == "h" ? kSecondsPerHour : kSecondsPerDay;
  const bool observed = seconds.count() > 0;
  kpis_.push_back({prefix + "/mean_" + unit, unit, seconds.mean() / scale, observed});
  kpis_.push_back({prefix + "/p50_" + unit, unit, seconds.quantile(0.5) / scale, observed});
  kpis_.push_back({prefix + "/p90_" + unit, unit, seconds.quantile(0.9) / scale, observed});
}

void KpiList::add_wait(const std::string& place, Cause cause, const WaitSum& wait) {
  const std::string key = fmt::format("wait/{}/{}/", place, to_string(cause));
  add(key + "container_hours", "container-h", static_cast<double>(wait.container_seconds) / kSecondsPerHour);
  add_ratio(key + "mean_h", "h", static_cast<double>(wait.seconds) / kSecondsPerHour,
            static_cast<double>(wait.visits));
  add_open_wait(key, wait, is_of_containers(cause) ? "containers" : "trains");
}

void KpiList::add_open_wait(const std::string& key, const WaitSum& wait, const char* unit) {
  add(key + "container_hours_to_end", "container-h",
      static_cast<double>(wait.container_seconds + wait.open_container_seconds) / kSecondsPerHour);
  add(key + "waiting_at_end", unit, wait.still_waiting);
}

std::vector<Kpi> kpis(const Model& model, const Observations& observations) {
  KpiList list;
  add_network_kpis(model, observations, list);
  add_journey_kpis(model, observations, list);
  add_place_kpis(model, observations, list);
  add_held_kpis(model, observations, list);
  add_goods_kpis(model, observations, list);
  add_part_load_kpis(model, observations, list);
  add_fleet_kpis(model, observations, list);
  add_disruption_kpis(model, observations, list);
  add_cost_kpis(model, observations, list);
  add_rerouting_kpis(model, observations, list);
  return list.take();
}

}  // namespace rail
