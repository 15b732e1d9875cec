#include "models/track_shares.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/table_builder.h"

namespace rail {
namespace {

constexpr std::int32_t kMuch_teu = 1 << 30;  // no yard has more

// The group that the longest train of one way has to have; -1: no train comes.
int longest_class(const StationTracksTable& tracks, std::int32_t length_dm) {
  if (length_dm < 0) return -1;
  const auto last = static_cast<int>(tracks.groups.size()) - 1;
  int group = 0;
  while (group < last && tracks.groups[static_cast<std::size_t>(group)].length_dm < length_dm) ++group;
  return group;
}

// Half of them, rounded up, if the other way needs them too. A train may hold a track for hours; were only
// one left to its way, no more than one train at a time would get through.
std::int32_t most_of(std::int32_t tracks, bool other_way_needs_them) {
  return other_way_needs_them ? (tracks + 1) / 2 : tracks;
}

}  // namespace

bool share_tracks(StationTracksTable& tracks, const LongestTrains& longest_dm) {
  const std::array<int, 2> longest{longest_class(tracks, longest_dm[0]),
                                   longest_class(tracks, longest_dm[1])};
  bool leaves_room = true;
  std::int32_t long_enough = 0;
  for (int g = static_cast<int>(tracks.groups.size()) - 1; g >= 0; --g) {
    TrackGroupTable& group = tracks.groups[static_cast<std::size_t>(g)];
    long_enough += group.count;
    for (const std::size_t way : {0, 1}) group.most[way] = most_of(long_enough, longest[way ^ 1U] >= g);
    if (long_enough > 1) continue;
    if (std::min(longest[0], longest[1]) >= g) leaves_room = false;
    // A single track that is the only one long enough for some trains: others would stand in their way.
    group.kept = g > 0 && std::max(longest[0], longest[1]) == g;
    if (group.kept) long_enough = 0;
  }
  return leaves_room;
}

bool share_yard(TerminalInfo& terminal, const LongestTrains& longest_teu) {
  const auto room = static_cast<std::int64_t>(std::floor(terminal.yard_teu));
  if (room == 0 || std::min(longest_teu[0], longest_teu[1]) < 0) return true;
  if (std::int64_t{longest_teu[0]} + longest_teu[1] > room) return false;
  for (const std::size_t way : {0, 1})
    terminal.most_teu[way] =
        std::clamp<std::int64_t>(room / 2, longest_teu[way], room - longest_teu[way ^ 1U]);
  return true;
}

namespace {

// Room that each way must have: containers that wait for a full train, however long, must leave room for one
// more train to be unloaded, and a group must come together. -1: no train comes.
LongestTrains needed_teu(const ModelInput& input, const ModelTables& tables, std::uint32_t terminal,
                         const LongestTrains& longest_teu) {
  LongestTrains needed = longest_teu;
  for (const PoolTable& pool : tables.pools) {
    if (pool.gauge_change == kNone || pool.latest_departure_s >= 0) continue;
    if (tables.terminal_of_gauge_change[pool.gauge_change] != terminal) continue;
    const auto way = static_cast<std::size_t>(tables.running_onto(pool.leg));
    if (longest_teu[way] < 0) continue;
    const GaugeChangeInput& change = input.gauge_changes[pool.gauge_change];
    const bool groups = change.rule == ReformationRule::kGroup;
    const std::int64_t left = groups ? (change.inbound_trains - 1) * longest_teu[way] : pool.capacity_teu;
    needed[way] = static_cast<std::int32_t>(std::min<std::int64_t>(kMuch_teu, needed[way] + left));
  }
  return needed;
}

// By what each way needs, if it has room for that; else by its longest trains alone.
bool share_yard_of(const ModelInput& input, ModelTables& tables, std::uint32_t terminal,
                   const LongestTrains& longest_teu) {
  TerminalInfo& info = tables.terminals[terminal];
  if (info.yard_teu == 0) return true;
  const LongestTrains needed = needed_teu(input, tables, terminal, longest_teu);
  if (share_yard(info, needed)) return std::max(needed[0], needed[1]) <= info.yard_teu;
  share_yard(info, longest_teu);
  return false;
}

}  // namespace

void build_track_shares(const ModelInput& input, ModelTables& tables) {
  const LongestComing longest = longest_coming(input, tables);
  for (std::size_t s = 0; s < tables.stations.size(); ++s) {
    std::vector<StationTracksTable>& all = tables.stations[s].station_tracks;
    for (std::size_t t = 0; t < all.size(); ++t) {
      StationTracksTable& tracks = all[t];
      tracks.leaves_room = share_tracks(tracks, longest.tracks_dm[s][t]);
    }
  }
  for (std::uint32_t t = 0; t < tables.terminals.size(); ++t) {
    tables.terminals[t].leaves_room = share_yard_of(input, tables, t, longest.yards_teu[t]);
  }
}

}  // namespace rail
