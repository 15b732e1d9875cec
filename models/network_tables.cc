// Stations, tracks and headways.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "models/table_builder.h"

namespace rail {
namespace {

constexpr std::int64_t kDoubleTrackHeadway_s = 600;  // default of Line.headway

constexpr double kDecimetresPerMetre = 10;

std::int32_t decimetres(double metres) {
  return static_cast<std::int32_t>(std::llround(metres * kDecimetresPerMetre));
}

void add_tracks(StationTable& station, int gauge_mm, TrackGroupTable group) {
  std::uint32_t local = tracks_of_gauge(station, gauge_mm);
  if (local == kNone) {
    local = static_cast<std::uint32_t>(station.station_tracks.size());
    station.station_tracks.push_back({gauge_mm, {}});
  }
  station.station_tracks[local].groups.push_back(group);
}

void set_point_tracks(const ModelInput& input, ModelTables& tables) {
  if (!input.dispatching.tracks_bind) return;
  for (std::uint32_t p = 0; p < input.points.size(); ++p) {
    StationTable& station = tables.stations[p];
    for (const TrackGroupInput& group : input.points[p].tracks)
      add_tracks(station, group.gauge_mm, {decimetres(group.usable_length_m), group.count});
    for (StationTracksTable& tracks : station.station_tracks) {
      std::stable_sort(tracks.groups.begin(), tracks.groups.end(),
                       [](const auto& x, const auto& y) { return x.length_dm < y.length_dm; });
    }
  }
}

// As long as the trains that the line takes.
void add_passing_place(const ModelInput& input, std::uint32_t index, std::uint32_t number,
                       ModelTables& tables) {
  const LineInput& line = input.lines[index];
  StationTable& place = tables.stations.emplace_back();
  place.line = index;
  place.place = number;
  if (!input.dispatching.tracks_bind) return;
  const std::int32_t length = line.max_train_length_m > 0 ? decimetres(line.max_train_length_m)
                                                          : std::numeric_limits<std::int32_t>::max();
  add_tracks(place, line.gauge_mm, {length, line.passing_tracks});
}

// Station ids along a line: from, its passing places, to.
std::vector<std::uint32_t> stations_along(const ModelInput& input, std::uint32_t index, ModelTables& tables) {
  const LineInput& line = input.lines[index];
  std::vector<std::uint32_t> along{line.from};
  for (int i = 1; i < sections_of(line); ++i) {
    along.push_back(static_cast<std::uint32_t>(tables.stations.size()));
    add_passing_place(input, index, static_cast<std::uint32_t>(i), tables);
  }
  along.push_back(line.to);
  return along;
}

void add_track(TrackTable track, std::uint32_t owner, ModelTables& tables) {
  track.owner = owner;
  const auto index = static_cast<std::uint32_t>(tables.tracks.size());
  track.local = list_locally(tables.stations[owner].tracks, index);
  tables.tracks.push_back(track);
}

std::int64_t headway_of_double_track_s(const LineInput& line) {
  return std::max<std::int64_t>(1, line.headway_s.value_or(kDoubleTrackHeadway_s));
}

double slowest_run_s(const ModelInput& input, const LineInput& line) {
  double slowest = 1;
  for (const TrainClassInput& train : input.train_classes) slowest = std::min(slowest, train.speed_factor);
  return section_run_s(line) / slowest;
}

// How many trains are let onto a track of one direction whose end may be blocked. Trains under way keep a
// headway, which is two blocks and a train at the least; one that stands takes one block. So twice as many
// fit as run there at the headway, and one more: the first leaves as the last enters. Trains that run freely
// use half of it. The other half hides that news of room takes a notice, up to the run time: then the
// entrance hears of every other place only.
std::int32_t room_on(const ModelInput& input, const LineInput& line) {
  const auto headway_s = static_cast<double>(headway_of_double_track_s(line));
  return static_cast<std::int32_t>(std::min(1 + std::floor(2 * slowest_run_s(input, line) / headway_s), 1e9));
}

// Those that are promised an entry have their place before they use it. Trains that run freely need one each
// from then until word of it is back: so many are left to them.
std::int32_t promises_on(const ModelInput& input, const LineInput& line, std::int32_t room) {
  const double in_use_s = slowest_run_s(input, line) + static_cast<double>(input.dispatching.notice_s);
  const double in_use = std::ceil(in_use_s / static_cast<double>(headway_of_double_track_s(line)));
  return static_cast<std::int32_t>(std::max(0.0, room - in_use));
}

// A track of one direction is given away where trains enter it.
void add_one_way(const ModelInput& input, const LineInput& line, TrackTable track, std::uint8_t side,
                 ModelTables& tables) {
  const std::size_t exit = side ^ 1U;
  track.side = side;
  if (track.tracks_there[exit] != kNone) {
    track.room = room_on(input, line);
    track.promises = promises_on(input, line, track.room);
    track.approach = list_locally(tables.stations[track.ends[exit]].approaches,
                                  static_cast<std::uint32_t>(tables.tracks.size()));
  }
  add_track(track, track.ends[side], tables);
}

// Trains that go on from there stand until a stage or a lift ends, which is known ahead.
bool works_on_trains(const ModelInput& input, std::uint32_t station) {
  const auto is_there = [station](const auto& one) { return one.point == station; };
  const auto goes_on = [&](const ProcessInput& one) {
    return is_there(one) && one.role != ProcessRole::kDestination;
  };
  return std::any_of(input.processes.begin(), input.processes.end(), goes_on) ||
         std::any_of(input.gauge_changes.begin(), input.gauge_changes.end(), is_there);
}

// A single track belongs to an end whose tracks hold trains back, since that must be asked anyway. If both
// do, and messages take a notice, they decide in turn (models/section_right.h), and first the one where
// trains are worked on. Of two alike it is the one with the lower id.
std::uint32_t owner_of_section(const ModelInput& input, const TrackTable& track) {
  const auto [first, second] = track.ends;
  const bool at_first = track.tracks_there[0] != kNone, at_second = track.tracks_there[1] != kNone;
  if (at_first != at_second) return at_first ? first : second;
  if (at_first && track.ahead_s > 0) {
    const bool works_at_first = works_on_trains(input, first);
    if (works_at_first != works_on_trains(input, second)) return works_at_first ? first : second;
  }
  return std::min(first, second);
}

void add_section(const ModelInput& input, const LineInput& line, TrackTable track, ModelTables& tables) {
  track.single = line.tracks == 1;
  track.unlimited = line.tracks == 0;
  for (const std::size_t end : {0, 1})
    track.tracks_there[end] = tracks_of_gauge(tables.stations[track.ends[end]], line.gauge_mm);
  if (!track.single) {
    for (const std::uint8_t side : {std::uint8_t{0}, std::uint8_t{1}})
      add_one_way(input, line, track, side, tables);
    return;
  }
  const bool first = track.tracks_there[0] != kNone, second = track.tracks_there[1] != kNone;
  track.ahead_s = input.dispatching.notice_s;
  track.chained = first && second && track.ahead_s == 0;
  const std::uint32_t owner = owner_of_section(input, track);
  if (first && second && track.ahead_s > 0) {
    for (const std::size_t end : {0, 1})
      track.right[end] = list_locally(tables.stations[track.ends[end]].rights,
                                      static_cast<std::uint32_t>(tables.tracks.size()));
  }
  add_track(track, owner, tables);
}

void add_line(const ModelInput& input, std::uint32_t index, ModelTables& tables) {
  const LineInput& line = input.lines[index];
  const std::vector<std::uint32_t> along = stations_along(input, index, tables);
  tables.first_track.push_back(static_cast<std::uint32_t>(tables.tracks.size()));
  for (std::size_t i = 0; i + 1 < along.size(); ++i) {
    TrackTable track;
    track.line = index;
    track.ends = {along[i], along[i + 1]};
    // Paths and quotas are those of the line: they hold where a train enters it.
    track.accepts = {i == 0, i + 2 == along.size()};
    for (const std::size_t side : {0, 1})
      if (track.accepts[side]) track.paths_per_day[side] = line.paths_per_day.value_or(0);
    add_section(input, line, track, tables);
  }
}

// Whoever comes over double track waits at its end, and comes in as a track is free.
void set_given_on_ahead(ModelTables& tables) {
  for (const TrackTable& track : tables.tracks) {
    for (const std::size_t end : {0, 1}) {
      if (!track.single || track.tracks_there[end] == kNone) continue;
      std::int64_t& ahead_s =
          tables.stations[track.ends[end]].station_tracks[track.tracks_there[end]].given_on_ahead_s;
      ahead_s = std::max(ahead_s, lead_s(track, end ^ 1U));
    }
  }
}

void set_headways(const ModelInput& input, ModelTables& tables) {
  const std::size_t classes = tables.classes;
  tables.headways.resize(input.lines.size() * classes * classes);
  for (std::size_t i = 0; i < input.lines.size(); ++i) {
    const LineInput& line = input.lines[i];
    const std::int64_t otherwise = line.tracks == 1 ? kOneAtATime : kDoubleTrackHeadway_s;
    const auto begin = tables.headways.begin() + static_cast<std::ptrdiff_t>(i * classes * classes);
    std::fill(begin, begin + static_cast<std::ptrdiff_t>(classes * classes),
              line.headway_s.value_or(otherwise));
    for (const HeadwayInput& pair : line.headways) {
      *(begin + static_cast<std::ptrdiff_t>(pair.leader * classes + pair.follower)) = pair.seconds;
    }
  }
}

void set_countries(const ModelInput& input, ModelTables& tables) {
  std::map<std::string, std::uint16_t> index;
  for (const PointInput& point : input.points) {
    tables.country.push_back(
        index.emplace(point.country, static_cast<std::uint16_t>(index.size())).first->second);
  }
  for (const LineInput& line : input.lines) {
    tables.crossing.push_back(tables.country[line.from] != tables.country[line.to] ? 1 : 0);
  }
}

}  // namespace

std::uint32_t tracks_of_gauge(const StationTable& station, int gauge_mm) {
  for (std::uint32_t i = 0; i < station.station_tracks.size(); ++i) {
    if (station.station_tracks[i].gauge_mm == gauge_mm) return i;
  }
  return kNone;
}

std::uint32_t add_desk(ModelTables& tables, std::uint32_t station, int most) {
  std::vector<int>& desks = tables.stations[station].desks;
  desks.push_back(most);
  tables.gives_permits = true;
  return static_cast<std::uint32_t>(desks.size() - 1);
}

std::uint32_t list_locally(std::vector<std::uint32_t>& list, std::uint32_t global) {
  list.push_back(global);
  return static_cast<std::uint32_t>(list.size() - 1);
}

void build_path_gates(const ModelInput& input, ModelTables& tables) {
  std::vector<std::array<bool, 2>> used(tables.tracks.size());
  for (const StepTable& step : tables.steps) used[step.track][step.side] = true;
  for (std::uint32_t t = 0; t < tables.tracks.size(); ++t) {
    TrackTable& track = tables.tracks[t];
    if (!track.single) continue;
    for (const std::size_t side : {0, 1}) {
      const std::size_t exit = side ^ 1U;
      track.gated[side] = used[t][side] && track.tracks_there[exit] != kNone &&
                          limits_entry(input.lines[track.line], track, side);
      if (track.gated[side]) tables.stations[track.ends[exit]].gated.push_back(t);
    }
  }
}

void build_network_tables(const ModelInput& input, ModelTables& tables) {
  tables.classes = std::max<std::size_t>(1, input.train_classes.size());
  tables.stations.resize(input.points.size());
  for (std::uint32_t p = 0; p < input.points.size(); ++p) tables.stations[p].point = p;
  set_point_tracks(input, tables);
  for (std::uint32_t i = 0; i < input.lines.size(); ++i) add_line(input, i, tables);
  set_given_on_ahead(tables);
  set_headways(input, tables);
  set_countries(input, tables);
}

}  // namespace rail
