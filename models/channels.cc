#include "models/channels.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace rail {
namespace {

using Key = std::tuple<std::uint32_t, std::uint32_t, std::string_view>;  // sender, receiver, name

// Of several sections between the same stations the quickest counts.
void declare(std::map<Key, des::DeclaredChannel>& all, std::uint32_t sender, const des::Channel& channel) {
  const auto [place, added] =
      all.emplace(Key{sender, channel.receiver, channel.name}, des::DeclaredChannel{sender, channel});
  des::Duration& least = place->second.channel.lookahead;
  least = std::min(least, channel.lookahead);
}

}  // namespace

std::vector<des::DeclaredChannel> declared_channels(const ModelTables& tables, des::Duration notice) {
  std::map<Key, des::DeclaredChannel> all;
  for (const StepTable& step : tables.steps) {
    const TrackTable& track = tables.tracks[step.track];
    const std::uint32_t from = track.ends[step.side];
    declare(all, from, train_channel(step));
    if (track.room > 0) declare(all, step.to_station, room_again(track, notice));
    const std::uint32_t asked = asked_first(track, step.side);
    if (track.unlimited || asked == from) continue;
    declare(all, from, track_request(asked));
    declare(all, asked, track_grant(from));
  }
  std::vector<des::DeclaredChannel> channels;
  channels.reserve(all.size());
  for (const auto& [key, channel] : all) channels.push_back(channel);
  return channels;
}

}  // namespace rail
