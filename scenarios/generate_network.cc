// The points and lines of a synthetic land bridge as messages; tracks are made for their traffic.
#include <algorithm>
#include <cmath>

#include "scenarios/generate_plan.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr double kMinutesPerDay = 1440, kSecondsPerDay = 86400;
constexpr double kSection_km = 25, kLeastSection_km = 8;  // between passing places
constexpr double kSingleTrackUse = 0.5;                   // trains meet: more would make long queues
constexpr int kClearing_s = 180;
constexpr std::int64_t kHeadway_s = 600;
// A schematic map: the band is drawn from 35 to 65 degrees North, 120 to 5 degrees East.
constexpr double kNorthDegrees = 65, kSouthDegrees = 35, kEastDegrees = 120, kWestDegrees = 5;

double thousandths(double value) { return std::round(1000 * value) / 1000; }

v1::OperatingPoint::Role role_of(const PlannedStation& station) {
  if (station.border) return v1::OperatingPoint::BORDER;
  if (station.terminal) return v1::OperatingPoint::TERMINAL;
  return station.hub ? v1::OperatingPoint::ORIGIN_HUB : v1::OperatingPoint::STATION;
}

// Codes that ISO 3166 leaves to its users: East, middle, West.
const char* country_of(Zone zone) {
  if (zone == Zone::kEast) return "XE";
  return zone == Zone::kMiddle ? "XM" : "XW";
}

struct Extent {
  double x_km = 1, y_km = 1;
};

Extent extent_of(const Plan& plan) {
  Extent extent;
  for (const PlannedStation& station : plan.stations) {
    extent.x_km = std::max(extent.x_km, station.x_km);
    extent.y_km = std::max(extent.y_km, station.y_km);
  }
  return extent;
}

void write_point(const PlannedStation& station, const Extent& extent, v1::OperatingPoint& point) {
  const double west = std::clamp(station.x_km / extent.x_km, 0.0, 1.0);
  const double south = std::clamp(station.y_km / extent.y_km, 0.0, 1.0);
  point.set_id(station.id);
  point.set_role(role_of(station));
  point.set_country(country_of(station.zone));
  point.add_gauges_mm(gauge_mm(station.zone));
  if (station.border) point.add_gauges_mm(gauge_mm(Zone::kEast));
  point.set_latitude_deg(thousandths(kNorthDegrees + (kSouthDegrees - kNorthDegrees) * south));
  point.set_longitude_deg(thousandths(kEastDegrees + (kWestDegrees - kEastDegrees) * west));
  mark_synthetic(point);
}

// Line sections that let the trains of both directions meet; 0: not on a single track.
int sections_of(const PlannedLine& line, const LineTraffic& traffic) {
  const double trains_per_day = traffic.forward + traffic.backward;
  const double run_min = line.length_km / (line.speed_km_per_day * kRegionalSpeedFactor) * kMinutesPerDay;
  const double clearing_min = kClearing_s / 60.0;
  const double left_min = kSingleTrackUse * kMinutesPerDay - trains_per_day * clearing_min;
  if (left_min <= 0) return 0;
  const double needed = std::ceil(trains_per_day * run_min / left_min);
  const double usual = std::max(1.0, std::round(line.length_km / kSection_km));
  const double most = std::max(usual, std::floor(line.length_km / kLeastSection_km));
  return needed > most ? 0 : static_cast<int>(std::max(usual, needed));
}

void write_tracks(const PlannedLine& planned, const LineTraffic& traffic, v1::Line& line) {
  const int sections = planned.drawn_single ? sections_of(planned, traffic) : 0;
  line.set_tracks(sections > 0 ? 1 : 2);
  if (sections > 0) {
    line.set_passing_places(sections - 1);
    line.mutable_clearing()->set_seconds(kClearing_s);
    return;
  }
  const double busier = std::max(traffic.forward, traffic.backward);
  const double longest_s = busier > 0 ? kServerUse * kSecondsPerDay / busier : kSecondsPerDay;
  line.mutable_headway()->set_seconds(std::min(kHeadway_s, static_cast<std::int64_t>(longest_s)));
}

// Each train fits the lines of its zone; re-formed ones of the middle are too long for the others.
void write_limits(Zone zone, v1::Line& line) {
  constexpr PerZone<double> kLength_m{850, 1050, 620}, kFeu{55, 62, 42};
  line.set_max_train_length_m(kLength_m[zone]);
  line.set_max_feu(kFeu[zone]);
}

void write_line(const Plan& plan, std::size_t index, v1::Line& line) {
  const PlannedLine& planned = plan.lines[index];
  const std::string &from = plan.stations[planned.from].id, &to = plan.stations[planned.to].id;
  line.set_id(from + "-" + to);
  line.set_from(from);
  line.set_to(to);
  line.set_gauge_mm(gauge_mm(planned.zone));
  line.set_length_km(planned.length_km);
  line.set_speed_km_per_day(planned.speed_km_per_day);
  v1::Distribution& factor = *line.mutable_run_time_factor();
  factor.set_unit(v1::Distribution::FACTOR);
  factor.mutable_triangular()->set_low(0.94);
  factor.mutable_triangular()->set_mode(0.97);
  factor.mutable_triangular()->set_high(1.09);
  write_tracks(planned, plan.line_traffic[index], line);
  write_limits(planned.zone, line);
  mark_synthetic(line);
}

void write_class(const char* id, double speed_factor, int priority, v1::Network& network) {
  v1::TrainClass& train_class = *network.add_train_classes();
  train_class.set_id(id);
  train_class.set_speed_factor(speed_factor);
  train_class.set_priority(priority);
  mark_synthetic(train_class);
}

}  // namespace

void write_network(const Plan& plan, v1::Network& network) {
  const Extent extent = extent_of(plan);
  for (const PlannedStation& station : plan.stations) write_point(station, extent, *network.add_points());
  for (std::size_t l = 0; l < plan.lines.size(); ++l) write_line(plan, l, *network.add_lines());
  write_class(kLongClass, 1.0, 1, network);
  write_class(kRegionalClass, kRegionalSpeedFactor, 2, network);
}

}  // namespace scenarios
