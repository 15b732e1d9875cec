// How stations reach each other: the channels of the rail model with their lookahead.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/channel.h"
#include "models/model_tables.h"

namespace rail {

// A train on its way takes at least the least run time of the section.
inline des::Channel train_channel(const StepTable& step) {
  return {step.to_station, des::Duration{step.least_run_seconds}, "train"};
}
// A section or a station track of another station is asked for, and granted, with this notice.
inline des::Channel track_request(std::uint32_t asked, des::Duration notice) {
  return {asked, notice, "track request"};
}
inline des::Channel track_grant(std::uint32_t requester, des::Duration notice) {
  return {requester, notice, "track grant"};
}

// A request, the answer of the next station, and the decision about the section, where that does not come
// with the answer (models/section_right.h), take one notice each: so long before it is ready a train asks,
// and then loses nothing by asking.
constexpr std::int64_t kNoticesAhead = 3;

// A train that departs for `step` asks for the section after it. The answer takes the other notices.
inline std::int64_t early_request_delay_s(std::int64_t run_s, std::int64_t notice_s) {
  return std::max(notice_s, run_s - (kNoticesAhead - 1) * notice_s);
}
inline des::Channel early_request(std::uint32_t asked, const StepTable& step, std::int64_t notice_s) {
  return {asked, des::Duration{early_request_delay_s(step.least_run_seconds, notice_s)},
          "early track request"};
}
// Where only the next station can say that it goes straight on, that one asks: so it is told a notice sooner.
inline std::int64_t word_ahead_delay_s(std::int64_t run_s, std::int64_t notice_s) {
  return std::max(notice_s, run_s - kNoticesAhead * notice_s);
}
inline des::Channel word_ahead(const StepTable& step, std::int64_t notice_s) {
  return {step.to_station, des::Duration{word_ahead_delay_s(step.least_run_seconds, notice_s)},
          "word of a train"};
}

// A locomotive without a train.
inline des::Channel light_run(const IdleRuleTable& rule) {
  return {rule.to_station, des::Duration{rule.run_s}, "light locomotive"};
}

// That a train has left a track of one direction.
inline des::Channel room_again(const TrackTable& track, des::Duration notice) {
  return {track.owner, notice, "room on a track"};
}

// An expected wait, for a station where trains choose.
inline des::Channel advice_channel(const AdviceReader& reader, std::int64_t notice_s) {
  return {reader.station, des::Duration{notice_s}, "expected wait"};
}

// That a train is to be loaded for a line or ring whose desk is there, that it may be, and that it has left
// the ring.
inline des::Channel permit_channel(std::uint32_t station, std::int64_t notice_s) {
  return {station, des::Duration{notice_s}, "permit to load"};
}

// The station that a train asks first: of a single track the next one, if its tracks hold trains back; else
// who has the section.
inline std::uint32_t asked_first(const TrackTable& track, std::uint8_t side) {
  const std::size_t next = side ^ 1U;
  return track.single && track.tracks_there[next] != kNone ? track.ends[next] : track.owner;
}

// Every channel that a station may send over, each once, in a fixed order.
std::vector<des::DeclaredChannel> declared_channels(const ModelTables& tables,
                                                    const DispatchingInput& dispatching);

}  // namespace rail
