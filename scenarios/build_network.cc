#include "scenarios/build.h"
#include "scenarios/checks.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

rail::LineInput build_line(const v1::Line& message, const Names& names, HoursTable& hours) {
  rail::LineInput line;
  line.id = message.id();
  line.from = names.points.index(message.from());
  line.to = names.points.index(message.to());
  line.gauge_mm = message.gauge_mm();
  line.length_km = message.length_km();
  line.tracks = message.tracks();
  line.passing_places = message.passing_places();
  if (message.passing_tracks() != 0) line.passing_tracks = message.passing_tracks();
  line.fleeting = message.fleeting();
  line.speed_km_per_day = message.speed_km_per_day();
  if (message.has_run_time_factor()) line.run_time_factor = build_distribution(message.run_time_factor());
  if (message.has_headway()) line.headway_s = whole_seconds(message.headway());
  for (const v1::HeadwayPair& pair : message.headways()) {
    line.headways.push_back({names.train_classes.index(pair.leader_class()),
                             names.train_classes.index(pair.follower_class()),
                             whole_seconds(pair.headway())});
  }
  line.clearing_s = whole_seconds(message.clearing());
  if (message.has_paths_per_day()) line.paths_per_day = message.paths_per_day();
  line.accepted_per_day = {message.accepted_at_to_per_day(), message.accepted_at_from_per_day()};
  for (const std::size_t side : {0, 1}) {
    if (line.accepted_per_day[side] == 0) continue;
    const std::string& end = side == 0 ? message.to() : message.from();
    line.acceptance_days[side] = day_starts(hours.run(), names.points.find(end)->time_zone());
  }
  line.loading_limit = {message.loading_limit_towards_to(), message.loading_limit_towards_from()};
  line.max_train_length_m = message.max_train_length_m();
  line.max_feu = message.max_feu();
  line.closed = message.closed();
  if (message.has_opening_hours() || !message.possessions().empty()) {
    const std::string& zone = names.points.find(message.from())->time_zone();
    line.hours = hours.of_line(message, zone);
    line.usual_hours = hours.usual_of_line(message, zone);
    line.longest_run_s = longest_weekly_opening(message);
  }
  return line;
}

rail::PointInput build_point(const v1::OperatingPoint& message) {
  rail::PointInput point;
  point.id = message.id();
  point.name = message.name();
  point.country = message.country();
  for (const v1::TrackGroup& tracks : message.tracks())
    point.tracks.push_back({tracks.gauge_mm(), tracks.count(), tracks.usable_length_m()});
  return point;
}

rail::DispatchingInput build_dispatching(const v1::Dispatching& message) {
  rail::DispatchingInput dispatching;
  dispatching.tracks_bind = message.station_tracks() == v1::Dispatching::BINDING;
  if (message.admission() == v1::Dispatching::ROOM_ONLY)
    dispatching.admission = rail::AdmissionRule::kRoomOnly;
  dispatching.notice_s = whole_seconds(message.notice());
  dispatching.cap_rings = message.cap_rings();
  if (message.has_ageing()) dispatching.ageing_s = whole_seconds(message.ageing());
  return dispatching;
}

}  // namespace

void build_network(const v1::Network& network, const Names& names, HoursTable& hours,
                   rail::ModelInput& input) {
  input.dispatching = build_dispatching(network.dispatching());
  if (network.has_graph_reliability()) input.graph_reliability = network.graph_reliability();
  for (const v1::OperatingPoint& point : network.points()) input.points.push_back(build_point(point));
  for (const v1::TrainClass& message : network.train_classes()) {
    const double speed_factor = message.speed_factor() == 0 ? 1.0 : message.speed_factor();
    input.train_classes.push_back({message.id(), speed_factor, message.priority()});
  }
  for (const v1::Line& line : network.lines()) input.lines.push_back(build_line(line, names, hours));
}

}  // namespace scenarios
