// What happens to trains at the stations of a synthetic land bridge; servers are counted for their traffic.
#include <algorithm>
#include <cmath>

#include "scenarios/generate_plan.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr double kHoursPerDay = 24;
constexpr double kMostBays = 100, kMostLiftsPerHour = 1000;
constexpr double kMostServers = 100000;
constexpr int kLatestDeparture_h = 24;
constexpr double kTeuPerTrain = 2 * kTrainFeu;
// A re-formed train is lifted twice, into the yard and onto a new train; those re-formed for the middle are
// too long beyond it and are re-formed again.
constexpr double kLiftsPerContainer = 1 + 2 * kReformedShare;

// So many that none is busy for more than kServerUse of the time.
int servers_for(double trains_per_day, double hours) {
  const double needed = std::ceil(trains_per_day * hours / kHoursPerDay / kServerUse);
  return static_cast<int>(std::clamp(needed, 1.0, kMostServers));
}

double lifts_needed(double trains_per_day) {  // an hour
  return trains_per_day * kTrainFeu * kLiftsPerContainer / kHoursPerDay / kServerUse;
}

// The same everywhere: routes must not depend on it. Faster than cranes are where 100 bays would not do.
double lifts_per_hour(const Plan& plan) {
  double most = 0;
  for (const StationTraffic& traffic : plan.station_traffic)
    most = std::max({most, lifts_needed(traffic.lifted[0]), lifts_needed(traffic.lifted[1])});
  return std::clamp(std::ceil(most / kMostBays), kLiftsPerHour, kMostLiftsPerHour);
}

class Processes {
 public:
  Processes(const Plan& plan, v1::Processes& message)
      : plan_(plan), message_(message), lifts_per_hour_(lifts_per_hour(plan)) {}

  void write_station(std::size_t index) {
    const PlannedStation& station = plan_.stations[index];
    const StationTraffic& traffic = plan_.station_traffic[index];
    if (station.border) write_border(station, traffic);
    if (!station.hub && !station.terminal) return;
    stage(resource(station, "formation", traffic.formed, kFormation_h),
          *process(station, "origin", v1::Process::ORIGIN).add_stages(), kFormation_h);
    stage(resource(station, "unloading", traffic.ended, kUnloading_h),
          *process(station, "destination", v1::Process::DESTINATION).add_stages(), kUnloading_h);
    if (!station.hub) return;
    stage(resource(station, "crew", traffic.passed, kCrewChange_h),
          *process(station, "pass", v1::Process::PASS).add_stages(), kCrewChange_h);
  }

 private:
  void write_border(const PlannedStation& station, const StationTraffic& traffic) {
    const double inspection_h = kInspectedShare * kTrainFeu * kInspection_s / 3600;
    v1::Process& border = process(station, "border", v1::Process::CHANGE_OF_GAUGE);
    v1::Stage& customs = *border.add_stages();
    stage(resource(station, "customs", traffic.passed, kCustoms_h + inspection_h), customs, kCustoms_h);
    customs.set_inspected_share(kInspectedShare);
    customs.mutable_per_inspected_container()->set_seconds(kInspection_s);
    v1::Stage& lift = *border.add_stages();
    lift.set_name("lift");
    lift.set_kind(v1::Stage::GAUGE_CHANGE);
    mark_synthetic(lift);
    stage(resource(station, "departure", traffic.passed, kDeparture_h), *border.add_stages(), kDeparture_h);
    write_terminal(station, Zone::kEast, Zone::kMiddle, traffic.lifted[0]);
    write_terminal(station, Zone::kMiddle, Zone::kEast, traffic.lifted[1]);
  }

  void write_terminal(const PlannedStation& station, Zone from, Zone to, double trains_per_day) {
    v1::GaugeChange& change = *message_.add_gauge_changes();
    change.set_id(station.id + (to == Zone::kMiddle ? ".to_1520" : ".to_1435"));
    change.set_point(station.id);
    change.set_from_gauge_mm(gauge_mm(from));
    change.set_to_gauge_mm(gauge_mm(to));
    const double bays = std::ceil(lifts_needed(trains_per_day) / lifts_per_hour_);
    change.set_bays(static_cast<int>(std::clamp(bays, 1.0, kMostBays)));
    change.set_lifts_per_hour(lifts_per_hour_);
    triangular(0.8, 0.95, 1.25, *change.mutable_work_factor());
    // Room for four trains, and for three days of what is re-formed.
    const double waiting_trains = 4 + 3 * kReformedShare * trains_per_day;
    change.set_yard_teu(std::min(1e6, std::ceil(waiting_trains) * kTeuPerTrain));
    v1::Reformation& rule = *change.mutable_reformation();
    rule.set_rule(v1::Reformation::FILL);
    rule.mutable_latest_departure()->set_seconds(kLatestDeparture_h * 3600);
    mark_synthetic(rule);
    mark_synthetic(change);
  }

  v1::Process& process(const PlannedStation& station, const char* name, v1::Process::Role role) {
    v1::Process& process = *message_.add_processes();
    process.set_id(station.id + "." + name);
    process.set_point(station.id);
    process.set_role(role);
    process.set_direction(v1::BOTH_DIRECTIONS);
    mark_synthetic(process);
    return process;
  }

  const v1::Resource& resource(const PlannedStation& station, const char* name, double trains_per_day,
                               double hours) {
    v1::Resource& resource = *message_.add_resources();
    resource.set_id(station.id + "." + name);
    resource.set_point(station.id);
    resource.set_servers(servers_for(trains_per_day, hours));
    mark_synthetic(resource);
    return resource;
  }

  // Named after its resource; at least a quarter of the mean, the rest as it comes.
  static void stage(const v1::Resource& resource, v1::Stage& stage, double mean_h) {
    stage.set_name(resource.id().substr(resource.id().find('.') + 1));
    stage.set_resource(resource.id());
    v1::Distribution& duration = *stage.mutable_duration();
    duration.set_unit(v1::Distribution::HOURS);
    duration.set_minimum(mean_h / 4);
    duration.mutable_exponential()->set_mean(mean_h * 3 / 4);
    mark_synthetic(stage);
  }

  static void triangular(double low, double mode, double high, v1::Distribution& factor) {
    factor.set_unit(v1::Distribution::FACTOR);
    factor.mutable_triangular()->set_low(low);
    factor.mutable_triangular()->set_mode(mode);
    factor.mutable_triangular()->set_high(high);
  }

  const Plan& plan_;
  v1::Processes& message_;
  double lifts_per_hour_;
};

}  // namespace

void write_processes(const Plan& plan, v1::Processes& message) {
  Processes processes(plan, message);
  for (std::size_t s = 0; s < plan.stations.size(); ++s) processes.write_station(s);
}

}  // namespace scenarios
