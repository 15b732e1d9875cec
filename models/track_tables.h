// The tables of tracks: of stations, of line sections, and of the steps that legs make over them.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "models/network_input.h"
#include "models/track_request.h"

namespace rail {

// Trains of one track enter one at a time, not at a headway.
constexpr std::int64_t kOneAtATime = -1;

// Tracks of one gauge and length at a station.
struct TrackGroupTable {
  std::int32_t length_dm = 0;  // decimetres
  std::int32_t count = 0;
  // Per way of running: so many of these tracks and the longer ones at most hold its trains. Set by
  // share_tracks().
  std::array<std::int32_t, 2> most{std::numeric_limits<std::int32_t>::max(),
                                   std::numeric_limits<std::int32_t>::max()};
  bool kept = false;  // for trains too long for the others; and not counted among the tracks of those
};

// All tracks of one gauge at a station where they hold trains back, the shortest first.
struct StationTracksTable {
  int gauge_mm = 0;
  std::vector<TrackGroupTable> groups;
  bool leaves_room = true;  // for one train of each way, if trains of both need the tracks
  // So long before it is left a track may be given on at most: to a train that asks over single track.
  std::int64_t given_on_ahead_s = 0;
};

// A line section for one or both directions of running. Side 0 runs from the line's `from` to its `to`.
struct TrackTable {
  std::uint32_t line = kNone;
  std::uint32_t owner = kNone;  // the station that admits trains, or does so first (`right`)
  std::uint32_t local = kNone;
  bool single = false;     // both sides share it
  std::uint8_t side = 0;   // of a double track
  bool unlimited = false;  // a ship's lane
  // Of one direction, towards a station that holds trains back: so many are let onto it at most, and stand at
  // its end, in this approach of that station (local), until there is a track for them. 0, kNone: otherwise.
  std::int32_t room = 0;
  std::uint32_t approach = kNone;
  // Of one direction: so many entries may be promised to trains that are not ready yet (models/track.h).
  std::int32_t promises = std::numeric_limits<std::int32_t>::max();
  // Of a single track: decided about so long before trains enter, since requests and grants take so long.
  std::int64_t ahead_s = 0;
  // Both ends have tracks that hold trains back, and nothing is decided ahead: a train of the owner must hear
  // from the other end first, all at one instant.
  bool chained = false;
  std::array<double, 2> paths_per_day{};  // per side; 0: no such limit
  std::array<bool, 2> accepts{};          // per side: trains enter the line here, so paths and quotas hold
  std::array<std::uint32_t, 2> ends{kNone, kNone};  // stations: ends[side] is where side's trains enter
  // Of a single track, per side: its paths or a quota say when trains may have tracks of the station ahead.
  std::array<bool, 2> gated{};
  // Of a single track between two ends with tracks that hold trains back, where messages take a notice: the
  // right to decide goes to and fro between them, in this place of the list of each. kNone: it stays.
  std::array<std::uint32_t, 2> right{kNone, kNone};
  // Station tracks of its gauge, local at each end; kNone: no limit.
  std::array<std::uint32_t, 2> tracks_there{kNone, kNone};
};

// Paths or a quota limit what enters there.
inline bool limits_entry(const LineInput& line, const TrackTable& track, std::size_t side) {
  return track.accepts[side] &&
         (track.paths_per_day[side] > 0 || !line.path_cuts.empty() || limits_acceptance(line, side));
}

inline bool right_moves(const TrackTable& track) { return track.right[0] != kNone; }

// From being given a track of the next station until a train of that side can enter the section: the decision
// about that takes one notice, word of the track to who takes it another one. Where the right to decide comes
// with that word nothing more is needed.
inline std::int64_t lead_s(const TrackTable& track, std::size_t side) {
  const std::size_t next = side ^ 1U;
  if (right_moves(track)) return track.ahead_s;
  const bool told = track.tracks_there[next] != kNone && track.owner != track.ends[next];
  return track.ahead_s * (told ? 2 : 1);
}

// As far as messages go, if whoever is asked hears of it at `heard`. Where neither notices take time nor the
// next station has to be asked there are none.
inline std::int64_t soonest_entry(const TrackTable& track, const TrackRequest& request, std::int64_t heard) {
  if (track.tracks_there[request.side ^ 1U] == kNone && track.ahead_s == 0) return request.ready;
  return heard + request.lead_s;
}

// One run of a leg over a track.
struct StepTable {
  std::uint32_t track = kNone;
  std::uint32_t line = kNone;  // of that track
  std::uint8_t side = 0;
  Running running = Running::kUp;
  bool enters_line = false;  // first section of its line in this direction of running
  bool keeps_log = false;    // LineInput::keeps_log
  std::uint32_t to_station = kNone;
  std::uint32_t entry = kNone;         // local index among the starting station's line entries
  double run_seconds = 0;              // at speed factor 1 and run time factor 1
  std::int64_t least_run_seconds = 1;  // of any train: the lookahead
  std::uint64_t hash = 0;              // names the section for random draws
  // Stocks of locomotives, local where the section begins and ends: where the leg enters and leaves a
  // district.
  std::uint32_t from_locomotives = kNone;
  std::uint32_t to_locomotives = kNone;
};

}  // namespace rail
