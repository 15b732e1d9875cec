// Pools of wagons and traction districts: how far they are used, what stands idle, who waits.
#include <fmt/format.h>

#include "models/kpi_list.h"
#include "models/model.h"
#include "models/model_tables.h"

namespace rail {
namespace {

void add_stock(const std::string& place, const StockObservation& seen, double counted_s, KpiList& list) {
  const std::string key = fmt::format("stock/{}/", place);
  list.add_ratio(key + "idle_mean", "units", static_cast<double>(seen.idle_seconds), counted_s);
  list.add(key + "idle_least", "units", seen.least_idle);
  list.add_ratio(key + "turning_mean", "units", static_cast<double>(seen.turning_seconds), counted_s);
  list.add_ratio(key + "waiting_mean", "trains", static_cast<double>(seen.waiting_seconds), counted_s);
  list.add(key + "queue_longest", "trains", seen.longest_queue);
  list.add(key + "trains", "trains", seen.wait.visits);
  list.add_wait(place, Cause::kFleet, seen.wait);
}

}  // namespace

void add_fleet_kpis(const Model& model, const Observations& seen, KpiList& list) {
  const auto counted_s = static_cast<double>(seen.counted_seconds);
  for (const FleetInfo& fleet : model.fleets()) {
    std::int64_t idle_s = 0, turning_s = 0, light = 0;
    for (const std::uint32_t s : fleet.stocks) {
      const StockObservation& stock = seen.stocks[s];
      const std::string& point = model.input().points[model.tables().stocks[s].station].id;
      add_stock(fmt::format("{}/{}", fleet.id, point), stock, counted_s, list);
      idle_s += stock.idle_seconds;
      turning_s += stock.turning_seconds;
      light += stock.sent_light;
    }
    const double all_s = counted_s * static_cast<double>(fleet.units);
    const std::string key = fmt::format("fleet/{}/", fleet.id);
    list.add_ratio(key + "utilisation", "share", all_s - static_cast<double>(idle_s), all_s);
    list.add_ratio(key + "turning", "share", static_cast<double>(turning_s), all_s);
    if (fleet.locomotives) list.add(key + "light_runs", "runs", light);
  }
}

}  // namespace rail
