// How the tracks of one gauge at a station, and the room in a yard, are shared between trains of both ways.
#pragma once

#include "models/longest_trains.h"
#include "models/model_tables.h"

namespace rail {

// Sets TrackGroupTable::most and ::kept, so that trains of one way always leave room for one of the other.
// False where that cannot be: trains of both ways need the same single track.
bool share_tracks(StationTracksTable& tracks, const LongestTrains& longest_dm);

// Sets TerminalInfo::most_teu likewise. False where there is no room for two trains, one of each way.
bool share_yard(TerminalInfo& terminal, const LongestTrains& longest_teu);

}  // namespace rail
