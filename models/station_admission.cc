// The station's own tracks: who gets one next, who holds and releases one.
#include <algorithm>
#include <utility>

#include "models/channels.h"
#include "models/section_run.h"
#include "models/station_inline.h"
#include "models/track_waits.h"
#include "models/train_lookup.h"
#include "models/wait_account.h"

namespace rail {
namespace {

// When the train that asks may be given a track here, as far as possessions of the section go: so early that
// it can enter as they end. One that was made here, or stands at the end of the section, is past it.
std::int64_t clear_of_possessions(const StationContext& context, const TrackRequest& request,
                                  std::uint32_t station, std::int64_t now) {
  if (request.requester == station) return now;
  const TrackTable& track = context.tables.tracks[request.track];
  const LineInput& line = context.input.lines[track.line];
  const OpeningHours* hours = context.input.hours_of(line.hours);
  if (hours == nullptr) return now;
  const std::int64_t entry = std::max(request.ready, now + request.lead_s);
  const std::int64_t clear = next_fit(*hours, {request.run_seconds, &line.slow_orders}, entry);
  if (clear == entry) return now;
  return clear < kNever ? clear - request.lead_s : kNever;
}

// The bays through which the train is to come to the track.
bool is_open(const TrackRequest& request, const std::vector<Terminal>& terminals, std::int64_t now) {
  return request.bay == kNone || terminals[request.bay].closing().is_open(now);
}

Lacks lacks(const TrackRequest& request, const PathGates& gates, const std::vector<Terminal>& terminals,
            std::int64_t now) {
  const PathGate* gate = gates.of(request);
  if (gate != nullptr && !gate->lets_in(std::max(request.ready, now + request.lead_s))) return Lacks::kPath;
  if (request.terminal == kNone || terminals[request.terminal].has_room(request.teu, request.running))
    return Lacks::kNothing;
  return Lacks::kYard;
}

// When it may be given a track, as far as paths go; 0: at any time, or news of the next path will come.
std::int64_t path_comes(const TrackRequest& request, const PathGates& gates) {
  const PathGate* gate = gates.of(request);
  return gate == nullptr || gate->given >= gate->most ? 0 : gate->from - request.lead_s;
}

// One that is to be lifted waits for closed bays first.
void account_own_track(const TrackRequest& request, std::vector<Terminal>& terminals, WaitSum& track_wait,
                       std::int64_t now) {
  ClosedTime closed;
  if (request.bay != kNone) closed = terminals[request.bay].count_closed(*request.train, request.ready, now);
  account_wait(*request.train, Cause::kTrack, now - request.ready - closed.hours_s - closed.closure_s,
               track_wait);
}

}  // namespace

// A track here is not given away for the time in which its train would wait for something else: for the end
// of a possession of the section that leads here, for a path, for room in the yard, or for the bays to open.
void Station::admit_trains() {
  const auto may_come = [this](const TrackRequest& request) {
    return clear_of_possessions(context_, request, id_, now()) == now() &&
           is_open(request, terminals_, now()) &&
           lacks(request, gates_, terminals_, now()) == Lacks::kNothing;
  };
  for (std::uint32_t i = 0; i < station_tracks_.size(); ++i) {
    while (const std::optional<TrackRequest> request = station_tracks_[i].admit(may_come, now()))
      admit(*request);
  }
  note_lacks();
  await_chances();
}

void Station::note_lacks() {
  if (terminals_.empty() && gates_.empty()) return;
  const auto what = [this](const TrackRequest& request) { return lacks(request, gates_, terminals_, now()); };
  for (StationTracks& tracks : station_tracks_) {
    tracks.note_lacks(what, now());
    for (const Running running : {Running::kUp, Running::kDown}) {
      for (const TrackRequest& request : tracks.waiting(running)) {
        if (request.requester != id_ || request.terminal == kNone) continue;
        Approach& end = approaches_[tables_.tracks[request.track].approach];
        end.terminal = request.terminal;
        end.lacks_yard.set(request.lacks_yard.is_on(), now());
      }
    }
  }
}

// The train leaves the track that it holds here, or will hold as it arrives: that is certain.
void Station::track_is_left_at(const Train* train, std::uint32_t tracks, std::int64_t time) {
  if (!context_.gives_notice || tracks == kNone) return;
  station_tracks_[tracks].leaves_at(train, time);
  if (station_tracks_[tracks].anyone_waits()) decide_again();
}

// Those passed over will be asked about again: as a possession ends, or as soon before a track is left as
// whoever gets it cannot come too early.
void Station::await_chances() {
  for (const StationTracks& tracks : station_tracks_) {
    const std::int64_t given_on = tracks.next_given_on(now(), context_.input.dispatching.notice_s);
    if (given_on < kNever) wake_at(given_on);
    if (context_.input.hours.empty() && gates_.empty()) continue;
    for (const Running running : {Running::kUp, Running::kDown}) {
      for (const TrackRequest& request : tracks.waiting(running)) {
        const std::int64_t clear = clear_of_possessions(context_, request, id_, now());
        if (clear > now()) wake_when_open(clear);
        if (!is_open(request, terminals_, now()))
          wake_when_open(terminals_[request.bay].closing().hours->next_opening(now()));
        const std::int64_t path = path_comes(request, gates_);
        if (path > now()) wake_when_open(path);
      }
    }
  }
}

// A train made here goes on at once. One from elsewhere still needs the section, which either end may decide
// about.
void Station::admit(TrackRequest request) {
  if (request.terminal != kNone)
    terminals_[request.terminal].reserve_yard(now(), request.teu, request.running);
  gates_.count(request, 1);
  if (request.requester == id_ && request.track != kNone) {
    request.train->track_group = request.track_group;
    return come_in_from_approach(request.train, tables_.tracks[request.track].approach);
  }
  if (request.track == kNone) {
    request.train->asks.track_group = request.track_group;
    account_own_track(request, terminals_, counters_.point.track_wait, now());
    return on_own_track(request.train);
  }
  const TrackTable& track = tables_.tracks[request.track];
  if (right_moves(track)) {
    right_to(track).note_given(request, now());
    if (section_here(track) != nullptr) return await_section(track);
  } else if (track.owner == id_) {
    return ask_for_section(request);
  }
  request.train->answer = Departure{};
  request.train->answer.track_wait = request.track_wait;
  request.train->answer.yard_wait = request.yard_wait;
  request.train->answer.path_wait = request.path_wait;
  request.train->answer.track_group = request.track_group;
  const des::Duration notice{track.ahead_s};
  scheduler_->send(track_grant(request.requester, notice), notice,
                   track.ahead_s > 0 ? des::Phase::kRequest : des::Phase::kGrant,
                   static_cast<std::uint32_t>(EventKind::kTrackReserved),
                   {request.track, reinterpret_cast<std::uint64_t>(request.train), 0});
}

// It waits for the section where it stands and would be kept out for long. What it has waited for so far
// stays so.
void Station::on_track_returned(const Train* train, std::uint8_t group) {
  TrackRequest request = train->asks;
  request.lacks_path = TimeWhile(train->answer.path_wait);
  request.lacks_yard = TimeWhile(train->answer.yard_wait);
  StationTracks& tracks = station_tracks_[tables_.tracks[request.track].tracks_there[request.side ^ 1U]];
  tracks.release(train, group, request.running, now());
  if (request.terminal != kNone) terminals_[request.terminal].free_yard(now(), request.teu, request.running);
  gates_.count(request, -1);
  tracks.request(request);
  decide_again();
}

// The first train at the end of a track asks once, when the headway behind the last one in has passed.
void Station::on_approach(std::uint32_t approach) {
  Approach& end = approaches_[approach];
  if (end.asked || end.standing.empty()) return;
  const std::uint32_t line = tables_.tracks[table_.approaches[approach]].line;
  const std::int64_t headway = tables_.headway_s(line, end.last_class, end.standing.front()->train_class);
  const std::int64_t earliest = end.last_in < 0 ? 0 : end.last_in + headway;
  end.asked = true;
  if (earliest <= now()) return ask_from_approach(approach);
  after(earliest - now(), des::Phase::kCompletion, EventKind::kApproach, {approach, 0, 0});
}

void Station::ask_from_approach(std::uint32_t approach) {
  Train* train = approaches_[approach].standing.front();
  const StepTable& last = step(*train);
  TrackRequest request;
  write_request(request, train, *train, train->queued_since);
  ask_for_yard_ahead(*train, request);
  station_tracks_[tables_.tracks[last.track].tracks_there[last.side ^ 1U]].request(request);
  decide_again();
}

void Station::come_in_from_approach(Train* train, std::uint32_t approach) {
  Approach& end = approaches_[approach];
  end.standing.pop_front();
  end.asked = false;
  end.last_in = now();
  end.last_class = train->train_class;
  end.lacks_yard.set(false, now());
  if (context_.logs_track_waits) note_coming_in(*train, now(), counters_.track_waits);
  const std::int64_t yard_wait = end.lacks_yard.until(now()) - train->yard_before;
  account_wait(*train, Cause::kTrack, now() - train->queued_since - yard_wait, counters_.point.track_wait);
  if (yard_wait > 0) terminals_[end.terminal].count_yard_wait(*train, yard_wait);
  const TrackTable& track = tables_.tracks[table_.approaches[approach]];
  const des::Duration notice{context_.input.dispatching.notice_s};
  scheduler_->send(room_again(track, notice), notice,
                   notice.ticks > 0 ? des::Phase::kCompletion : des::Phase::kGrant,
                   static_cast<std::uint32_t>(EventKind::kRoomAgain),
                   {track.local, static_cast<std::uint64_t>(end.lacks_yard.until(now())), end.terminal});
  on_approach(approach);
  come_in(train);
}

void Station::on_room_again(const des::Event& event) {
  tracks_[event.a].return_room(static_cast<std::int64_t>(event.b), static_cast<std::uint32_t>(event.c),
                               now());
  decide_again();
}

// A train made here, or about to be lifted onto the wagons of another gauge, needs a track of that gauge.
void Station::ask_for_own_track(Train* train, std::uint32_t leg) {
  const std::uint32_t tracks = tables_.legs[leg].from_tracks;
  train->queued_since = now();
  if (tracks == kNone) return on_own_track(train);
  TrackRequest& request = train->asks = TrackRequest{};
  request.train = train;
  request.requester = id_;
  request.running = tables_.steps[tables_.legs[leg].first_step].running;
  request.length_dm = length_dm(context_.input, tables_, *train);
  request.ready = now();
  if (train->role == ProcessRole::kGaugeIn) {
    const std::uint32_t change = route_leg(tables_, *train).gauge_change;
    request.bay = tables_.terminal_local[tables_.terminal_of_gauge_change[change]];
  }
  request.precedence = precedence_of(train->priority, now(), context_.input.dispatching.ageing_s);
  station_tracks_[tracks].request(request);
  decide_again();
}

// A kept train holds both tracks until it has been lifted.
void Station::on_own_track(Train* train) {
  if (context_.logs_track_waits) note_first_track(tables_, *train, now(), counters_.track_waits);
  if (train->role == ProcessRole::kGaugeIn) {
    train->next_track_group = train->asks.track_group;
    train->next_running = train->asks.running;
    return enter_terminal(train);
  }
  hold_track(*train, tables_.legs[train->leg].from_tracks, train->asks.track_group);
  train->running = train->asks.running;
  if (std::exchange(train->aside, false)) return ask_for_locomotive(train);
  enter(train);
  if (train->role == ProcessRole::kOrigin) return begin_process(train, ProcessRole::kOrigin);
  const std::uint32_t terminal = tables_.terminal_of_gauge_change[tables_.pools[train->pool].gauge_change];
  if (context_.watcher != nullptr)
    tell_watcher(context_, {now(), TrainEventKind::kWaits, Watched::kTerminal, terminal, id_}, *train);
  terminals_[tables_.terminal_local[terminal]].enqueue_formed(train, now());
  mark_dirty();
}

void Station::release_track(Train& train) {
  if (train.tracks == kNoTracks) return;
  station_tracks_[train.tracks].release(&train, train.track_group, train.running, now());
  train.tracks = kNoTracks;
  decide_again();
}

}  // namespace rail
