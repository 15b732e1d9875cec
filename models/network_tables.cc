// Stations, tracks and headways.
#include <algorithm>
#include <map>

#include "models/table_builder.h"

namespace rail {
namespace {

constexpr std::int64_t kDoubleTrackHeadway_s = 600;  // default of Line.headway

// Station ids along a line: from, its passing places, to.
std::vector<std::uint32_t> stations_along(const LineInput& line, ModelTables& tables) {
  std::vector<std::uint32_t> along{line.from};
  const int places = line.tracks == 1 ? line.passing_places : 0;
  for (int i = 0; i < places; ++i) {
    along.push_back(static_cast<std::uint32_t>(tables.stations.size()));
    tables.stations.emplace_back();
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

// A single track belongs to its end with the lower id; a track of one direction to where trains enter it.
void add_section(const LineInput& line, TrackTable track, ModelTables& tables) {
  track.single = line.tracks == 1;
  track.unlimited = line.tracks == 0;
  if (track.single) {
    add_track(track, std::min(track.ends[0], track.ends[1]), tables);
    return;
  }
  for (const std::uint8_t side : {std::uint8_t{0}, std::uint8_t{1}}) {
    track.side = side;
    add_track(track, track.ends[side], tables);
  }
}

void add_line(const ModelInput& input, std::uint32_t index, ModelTables& tables) {
  const LineInput& line = input.lines[index];
  const std::vector<std::uint32_t> along = stations_along(line, tables);
  tables.first_track.push_back(static_cast<std::uint32_t>(tables.tracks.size()));
  for (std::size_t i = 0; i + 1 < along.size(); ++i) {
    TrackTable track;
    track.line = index;
    track.ends = {along[i], along[i + 1]};
    // Paths are those of the line: they hold where a train enters it.
    if (i == 0) track.paths_per_day[0] = line.paths_per_day.value_or(0);
    if (i + 2 == along.size()) track.paths_per_day[1] = line.paths_per_day.value_or(0);
    add_section(line, track, tables);
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

std::uint32_t list_locally(std::vector<std::uint32_t>& list, std::uint32_t global) {
  list.push_back(global);
  return static_cast<std::uint32_t>(list.size() - 1);
}

void build_network_tables(const ModelInput& input, ModelTables& tables) {
  tables.classes = std::max<std::size_t>(1, input.train_classes.size());
  tables.stations.resize(input.points.size());
  for (std::uint32_t p = 0; p < input.points.size(); ++p) tables.stations[p].point = p;
  for (std::uint32_t i = 0; i < input.lines.size(); ++i) add_line(input, i, tables);
  set_headways(input, tables);
  set_countries(input, tables);
}

}  // namespace rail
