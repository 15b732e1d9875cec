// A list of named numbers under construction. Keys and units: docs/guides/results.md.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/duration_histogram.h"
#include "models/durations.h"
#include "models/observations.h"

namespace rail {

class KpiList {
 public:
  void add(std::string key, const char* unit, double value) {
    kpis_.push_back({std::move(key), unit, value, true});
  }
  void add(std::string key, const char* unit, std::int64_t value) {
    add(std::move(key), unit, static_cast<double>(value));
  }
  // Not observed if the denominator is 0.
  void add_ratio(std::string key, const char* unit, double numerator, double denominator) {
    const bool observed = denominator > 0;
    kpis_.push_back({std::move(key), unit, observed ? numerator / denominator : 0.0, observed});
  }
  // <prefix>/mean_<unit>, p50, p90 of a histogram of seconds; unit "h" or "days".
  void add_quantiles(const std::string& prefix, const DurationHistogram& seconds, const char* unit);
  // wait/<place>/<cause>/container_hours, mean_h and those of add_open_wait().
  void add_wait(const std::string& place, Cause cause, const WaitSum& wait);
  // <key>container_hours_to_end and waiting_at_end; `unit`: of what waits.
  void add_open_wait(const std::string& key, const WaitSum& wait, const char* unit = "trains");

  std::vector<Kpi> take() { return std::move(kpis_); }

 private:
  std::vector<Kpi> kpis_;
};

// Parts of kpis().
// Totals, lines, crossings.
void add_network_kpis(const Model& model, const Observations& seen, KpiList& list);
// Containers.
void add_journey_kpis(const Model& model, const Observations& seen, KpiList& list);
// Points and what they hold.
void add_place_kpis(const Model& model, const Observations& seen, KpiList& list);

// None without costs.
void add_cost_kpis(const Model& model, const Observations& seen, KpiList& list);
void add_fleet_kpis(const Model& model, const Observations& seen, KpiList& list);  // none without fleets
void add_goods_kpis(const Model& model, const Observations& seen, KpiList& list);  // none without commodities
// Of what may hold trains back in this model; none where nothing may.
void add_held_kpis(const Model& model, const Observations& seen, KpiList& list);
// None without part loads.
void add_part_load_kpis(const Model& model, const Observations& seen, KpiList& list);
// None without disruptions.
void add_disruption_kpis(const Model& model, const Observations& seen, KpiList& list);
// None without rerouting.
void add_rerouting_kpis(const Model& model, const Observations& seen, KpiList& list);

}  // namespace rail
