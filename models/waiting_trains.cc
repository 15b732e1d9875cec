#include "models/waiting_trains.h"

#include <algorithm>

#include "models/train_lookup.h"

namespace rail {
namespace {

class WaitingTrains {
 public:
  WaitingTrains(const ModelTables& tables, const std::vector<Station>& stations)
      : tables_(tables), stations_(stations) {}

  void add(std::uint32_t station) {
    const StationView view = stations_[station].view();
    for (const StationTracks& tracks : view.station_tracks) add_requests(station, tracks);
    for (const Approach& approach : view.approaches) add_behind_first(station, approach);
    for (std::uint32_t t = 0; t < view.tracks.size(); ++t)
      add_before_full(tables_.tracks[tables_.stations[station].tracks[t]], view.tracks[t]);
    for (std::uint32_t s = 0; s < view.stocks.size(); ++s)
      add_short_of_units(station, tables_.stations[station].stocks[s], view.stocks[s]);
    for (std::uint32_t t = 0; t < view.terminals.size(); ++t)
      add_short_of_room(station, tables_.stations[station].terminals[t], view.terminals[t]);
  }

  std::vector<WaitingTrain> take() { return std::move(all_); }

 private:
  void set_held_yard(WaitingTrain& waiting) const {
    const Train& train = *waiting.train;
    waiting.holds_yard = yard_with_containers_of(train);
    waiting.held_as =
        train.role == ProcessRole::kGaugeOut ? tables_.running_onto(train.leg) : train.yard_running;
  }

  WaitingTrain& add(const Train* train, std::uint32_t stands_at, std::uint32_t waits_for, std::int64_t since,
                    Awaits what) {
    WaitingTrain& waiting = all_.emplace_back();
    waiting.train = train;
    waiting.stands_at = stands_at;
    waiting.waits_for = waits_for;
    waiting.since = since;
    waiting.what = what;
    waiting.holds_track = train->tracks != kNoTracks;
    return waiting;
  }

  void add_requests(std::uint32_t station, const StationTracks& tracks) {
    for (const Running running : {Running::kUp, Running::kDown}) {
      for (const TrackRequest& request : tracks.waiting(running)) add_request(station, tracks, request);
    }
  }

  // One that runs has asked ahead: it has its track at the next station, where it may leave its locomotive.
  void add_request(std::uint32_t station, const StationTracks& tracks, const TrackRequest& request) {
    const Train* train = request.train;
    WaitingTrain& waiting = add(train, request.requester, station, request.ready, Awaits::kTrack);
    waiting.request = &request;
    waiting.tracks = &tracks;
    waiting.outside = request.requester == station && request.track != kNone;
    waiting.keeps_locomotive = waiting.outside || !train->on_line;
    if (train->on_line && !waiting.outside) waiting.holds_track = true;
    if (request.track == kNone) set_held_yard(waiting);
    if (request.terminal == kNone || stations_[station].view().terminals[request.terminal].room_teu() == 0)
      return;  // nobody waits for room in a yard without a limit
    waiting.yard = tables_.stations[station].terminals[request.terminal];
    waiting.teu = request.teu;
    waiting.running = request.running;
  }

  void add_behind_first(std::uint32_t station, const Approach& approach) {
    const Train* first = approach.standing.front();
    if (first == nullptr) return;
    for (const Train* train = first->next; train != nullptr; train = train->next) {
      WaitingTrain& waiting = add(train, station, station, train->queued_since, Awaits::kTrainAhead);
      waiting.ahead = first;
      waiting.outside = true;
    }
  }

  // No train runs on the section any more: all that it takes stand at its end.
  void add_before_full(const TrackTable& table, const Track& track) {
    if (table.approach == kNone || track.has_room()) return;
    const std::uint32_t next = table.ends[table.side ^ 1U];
    const TrainQueue& standing = stations_[next].view().approaches[table.approach].standing;
    if (standing.size() < table.room) return;
    for (const TrackRequest& request : track.waiting(table.side))
      add(request.train, request.requester, next, request.ready, Awaits::kTrainAhead).ahead =
          standing.front();
  }

  void add_short_of_units(std::uint32_t station, std::uint32_t index, const FleetStock& stock) {
    const Train* first = stock.waiting().front();
    const bool locomotives = stock.table().locomotives;
    for (const Train* train = first; train != nullptr; train = train->next) {
      WaitingTrain& waiting = add(train, station, station, train->queued_since,
                                  locomotives ? Awaits::kLocomotive : Awaits::kWagons);
      waiting.stock = index;
      if (train != first) waiting.ahead = first;
      if (!locomotives) set_held_yard(waiting);
    }
  }

  // Those that are to be unloaded, in their order; others find a bay in the end.
  void add_short_of_room(std::uint32_t station, std::uint32_t index, const Terminal& terminal) {
    if (terminal.room_teu() == 0) return;
    const Train* first = nullptr;
    terminal.for_each_waiting([&](const Train& train) {
      if (train.role != ProcessRole::kGaugeIn || !train.reform || train.yard_reserved) return;
      const std::int64_t since = train.yard_since < 0 ? train.queued_since : train.yard_since;
      WaitingTrain& waiting = add(&train, station, station, since, Awaits::kYardRoom);
      waiting.yard = index;
      waiting.teu = train.cargo.teu;
      waiting.running = train.yard_running;
      waiting.ahead = first;
      if (first == nullptr) first = &train;
    });
  }

  // A train that is made of what was unloaded, or that has room reserved before it is lifted.
  std::uint32_t yard_with_containers_of(const Train& train) const {
    std::uint32_t change = kNone;
    if (train.role == ProcessRole::kGaugeOut) change = tables_.pools[train.pool].gauge_change;
    if (train.role == ProcessRole::kGaugeIn && train.yard_reserved)
      change = route_leg(tables_, train).gauge_change;
    return change == kNone ? kNone : tables_.terminal_of_gauge_change[change];
  }

  const ModelTables& tables_;
  const std::vector<Station>& stations_;
  std::vector<WaitingTrain> all_;
};

bool any_tracks_bind(const ModelTables& tables) {
  return std::any_of(tables.stations.begin(), tables.stations.end(),
                     [](const StationTable& station) { return !station.station_tracks.empty(); });
}

}  // namespace

std::vector<WaitingTrain> waiting_trains(const ModelTables& tables, const std::vector<Station>& stations) {
  WaitingTrains waiting(tables, stations);
  const bool only_yards = tables.stocks.empty() && !any_tracks_bind(tables);
  for (std::uint32_t station = 0; station < stations.size(); ++station) {
    if (only_yards && tables.stations[station].terminals.empty()) continue;
    waiting.add(station);
  }
  return waiting.take();
}

GridlockedTrain description(const WaitingTrain& waiting, const ModelTables& tables) {
  const Train& train = *waiting.train;
  GridlockedTrain described;
  described.pool = train.pool;
  described.ordinal = train.ordinal;
  described.identity = train.identity;
  described.stands_at = waiting.stands_at;
  described.waits_for = waiting.waits_for;
  described.direction = train.direction;
  described.since = waiting.since;
  described.what = waiting.what;
  if (waiting.stock != kNone) described.fleet = tables.stocks[waiting.stock].fleet;
  described.terminal = waiting.yard;
  described.outside = waiting.outside;
  described.holds_track = waiting.holds_track;
  described.wagons = train.wagons;
  described.next_wagons = train.next_wagons;
  if (waiting.keeps_locomotive) described.locomotive = train.locomotive;
  if (train.next_locomotive.units > 0) described.locomotive = train.next_locomotive;
  described.holds_yard = waiting.holds_yard;
  if (waiting.holds_yard != kNone) described.yard_teu = train.cargo.teu;
  return described;
}

}  // namespace rail
