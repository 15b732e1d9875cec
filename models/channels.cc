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

// To or past the next station, for a section that is decided about ahead of time.
void declare_early_requests(std::map<Key, des::DeclaredChannel>& all, const ModelTables& tables) {
  for (const LegTable& leg : tables.legs) {
    for (std::uint32_t i = 0; i + 1 < leg.steps; ++i) {
      const StepTable& step = tables.steps[leg.first_step + i];
      const TrackTable& track = tables.tracks[step.track];
      const StepTable& next = tables.steps[leg.first_step + i + 1];
      const TrackTable& beyond = tables.tracks[next.track];
      const std::uint32_t from = track.ends[step.side], asked = asked_first(beyond, next.side);
      if (beyond.ahead_s == 0 || track.approach != kNone) continue;
      if (asked != from) declare(all, from, early_request(asked, step, beyond.ahead_s));
      if (next.from_locomotives != kNone || !tables.rerouting.choices.empty())
        declare(all, from, word_ahead(step, beyond.ahead_s));
    }
  }
}

// Rings are asked by origins and told by the station behind the last step through them.
void declare_ring_permits(std::map<Key, des::DeclaredChannel>& all, const ModelTables& tables,
                          std::uint32_t leg_index, std::int64_t notice_s) {
  const LegTable& leg = tables.legs[leg_index];
  for (const RingUse& ring : tables.rings.of_leg[leg_index]) {
    const std::uint32_t last = tables.steps[leg.first_step + ring.last_step].to_station;
    const std::uint32_t warden = ring.desk.station;
    if (last != warden) declare(all, last, permit_channel(warden, notice_s));
    if (leg.from == warden) continue;
    declare(all, leg.from, permit_channel(warden, notice_s));
    declare(all, warden, permit_channel(leg.from, notice_s));
  }
}

// Between the origins of first legs and the limited lines on them, both ways.
void declare_permits(std::map<Key, des::DeclaredChannel>& all, const ModelTables& tables,
                     std::int64_t notice_s) {
  for (const RouteTable& route : tables.routes) {
    const std::uint32_t leg_index = tables.route_legs[route.first].leg;
    declare_ring_permits(all, tables, leg_index, notice_s);
    const LegTable& leg = tables.legs[leg_index];
    for (std::uint32_t i = leg.first_step; i < leg.first_step + leg.steps; ++i) {
      const StepTable& step = tables.steps[i];
      const std::uint32_t there = tables.tracks[step.track].ends[step.side];
      if (there == leg.from || tables.stations[there].entries[step.entry].desk == kNone) continue;
      declare(all, leg.from, permit_channel(there, notice_s));
      declare(all, there, permit_channel(leg.from, notice_s));
    }
  }
}

}  // namespace

std::vector<des::DeclaredChannel> declared_channels(const ModelTables& tables,
                                                    const DispatchingInput& dispatching) {
  const des::Duration notice{dispatching.notice_s};
  std::map<Key, des::DeclaredChannel> all;
  for (const StepTable& step : tables.steps) {
    const TrackTable& track = tables.tracks[step.track];
    const std::uint32_t from = track.ends[step.side];
    declare(all, from, train_channel(step));
    if (track.room > 0) declare(all, step.to_station, room_again(track, notice));
    const std::uint32_t asked = asked_first(track, step.side);
    if (track.unlimited || asked == from) continue;
    const des::Duration ahead{track.ahead_s};
    declare(all, from, track_request(asked, ahead));
    declare(all, asked, track_grant(from, ahead));
  }
  declare_early_requests(all, tables);
  for (const StockTable& stock : tables.stocks) {
    for (const IdleRuleTable& rule : stock.idle_rules) {
      if (rule.to_station != kNone) declare(all, stock.station, light_run(rule));
    }
  }
  for (const AdvisedTable& thing : tables.rerouting.advised) {
    for (const AdviceReader& reader : thing.readers) {
      if (reader.station != thing.station)
        declare(all, thing.station, advice_channel(reader, tables.rerouting.notice_s));
    }
  }
  if (tables.gives_permits) declare_permits(all, tables, dispatching.permit_notice_s());
  std::vector<des::DeclaredChannel> channels;
  channels.reserve(all.size());
  for (const auto& [key, channel] : all) channels.push_back(channel);
  return channels;
}

}  // namespace rail
