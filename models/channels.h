// How stations reach each other: the channels of the rail model with their lookahead.
#pragma once

#include <vector>

#include "engine/channel.h"
#include "models/model_tables.h"

namespace rail {

// A train on its way takes at least the least run time of the section.
inline des::Channel train_channel(const StepTable& step) {
  return {step.to_station, des::Duration{step.least_run_seconds}, "train"};
}
// A section or a station track of another station is asked for, and granted, without notice.
inline des::Channel track_request(std::uint32_t asked) { return {asked, des::Duration{0}, "track request"}; }
inline des::Channel track_grant(std::uint32_t requester) {
  return {requester, des::Duration{0}, "track grant"};
}

// That a train has left a track of one direction.
inline des::Channel room_again(const TrackTable& track, des::Duration notice) {
  return {track.owner, notice, "room on a track"};
}

// The station that a train asks first: of a single track the next one, if its tracks hold trains back; else
// who has the section.
inline std::uint32_t asked_first(const TrackTable& track, std::uint8_t side) {
  const std::size_t next = side ^ 1U;
  return track.single && track.tracks_there[next] != kNone ? track.ends[next] : track.owner;
}

// Every channel that a station may send over, each once, in a fixed order.
std::vector<des::DeclaredChannel> declared_channels(const ModelTables& tables, des::Duration notice);

}  // namespace rail
