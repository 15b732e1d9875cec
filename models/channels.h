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
// A section owned by another station is asked for, and granted, without notice.
inline des::Channel track_request(std::uint32_t owner) { return {owner, des::Duration{0}, "track request"}; }
inline des::Channel track_grant(std::uint32_t requester) {
  return {requester, des::Duration{0}, "track grant"};
}

// Every channel that a station may send over, each once, in a fixed order.
std::vector<des::DeclaredChannel> declared_channels(const ModelTables& tables);

}  // namespace rail
