// How many trains a day come over each line and through each station of a synthetic land bridge.
#include <algorithm>
#include <limits>
#include <queue>
#include <utility>

#include "scenarios/generate_plan.h"

namespace scenarios {
namespace {

constexpr double kHoursPerDay = 24;

double change_h() {
  return kTrainFeu / kLiftsPerHour + kCustoms_h + kInspectedShare * kTrainFeu * kInspection_s / 3600 +
         kDeparture_h;
}

// Cheapest routes (Dijkstra) over a network in which every train through a border station changes gauge.
class Router {
 public:
  explicit Router(const Plan& plan) : plan_(plan), arcs_(plan.stations.size()) {
    for (std::size_t l = 0; l < plan.lines.size(); ++l) {
      arcs_[plan.lines[l].from].push_back({l, true});
      arcs_[plan.lines[l].to].push_back({l, false});
    }
  }

  // From the last hop to the first.
  std::vector<PlannedHop> hops(const PlannedService& service) {
    hours_.assign(plan_.stations.size(), std::numeric_limits<double>::max());
    reached_by_.resize(plan_.stations.size());
    search(service);
    std::vector<PlannedHop> hops;
    for (std::size_t s = service.destination; s != service.origin;) {
      hops.push_back(reached_by_[s]);
      s = start_of(hops.back());
    }
    return hops;
  }

  std::size_t start_of(const PlannedHop& hop) const {
    const PlannedLine& line = plan_.lines[hop.line];
    return hop.forward ? line.from : line.to;
  }

 private:
  using Reached = std::pair<double, std::size_t>;  // hours, station

  void search(const PlannedService& service) {
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> next;
    hours_[service.origin] = 0;
    next.emplace(0, service.origin);
    while (!next.empty() && next.top().second != service.destination) {
      const auto [hours, station] = next.top();
      next.pop();
      if (hours > hours_[station]) continue;
      const double ready = station == service.origin ? 0 : hours + handling_h(station);
      for (const PlannedHop& hop : arcs_[station]) {
        const PlannedLine& line = plan_.lines[hop.line];
        const std::size_t end = hop.forward ? line.to : line.from;
        const double then =
            ready + line.length_km / (line.speed_km_per_day * class_factor(service)) * kHoursPerDay;
        if (then >= hours_[end]) continue;
        hours_[end] = then;
        reached_by_[end] = hop;
        next.emplace(then, end);
      }
    }
  }

  double handling_h(std::size_t station) const {
    const PlannedStation& planned = plan_.stations[station];
    if (planned.border) return change_h();
    return planned.hub ? kCrewChange_h : 0;
  }

  const Plan& plan_;
  std::vector<std::vector<PlannedHop>> arcs_;
  std::vector<double> hours_;
  std::vector<PlannedHop> reached_by_;
};

void add_stop(const PlannedHop& hop, std::size_t station, double trains_per_day, Plan& plan) {
  StationTraffic& traffic = plan.station_traffic[station];
  traffic.passed += trains_per_day;
  // The hop that left the border tells to which gauge.
  const bool to_middle = plan.lines[hop.line].zone == Zone::kMiddle;
  if (plan.stations[station].border) traffic.lifted[to_middle ? 0 : 1] += trains_per_day;
}

}  // namespace

void plan_traffic(Plan& plan) {
  plan.line_traffic.assign(plan.lines.size(), {});
  plan.station_traffic.assign(plan.stations.size(), {});
  Router router(plan);
  for (const PlannedService& service : plan.services) {
    plan.station_traffic[service.origin].formed += service.trains_per_day;
    plan.station_traffic[service.destination].ended += service.trains_per_day;
    for (const PlannedHop& hop : router.hops(service)) {
      LineTraffic& traffic = plan.line_traffic[hop.line];
      (hop.forward ? traffic.forward : traffic.backward) += service.trains_per_day;
      const std::size_t start = router.start_of(hop);
      if (start != service.origin) add_stop(hop, start, service.trains_per_day, plan);
    }
  }
}

}  // namespace scenarios
