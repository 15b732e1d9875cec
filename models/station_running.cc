// Running: arrival, request and grant of the next line section and of a track behind it.
#include <algorithm>

#include "models/channels.h"
#include "models/run_time.h"
#include "models/section_run.h"
#include "models/station_inline.h"
#include "models/train_lookup.h"
#include "models/turning.h"

namespace rail {
namespace {

Departure departure_of(const TrackGrant& grant) {
  const TrackRequest& request = grant.request;
  Departure departure;
  departure.run_seconds = grant.run_seconds;
  departure.messages_s = request.first_entry() - request.ready;
  departure.track_wait = request.track_wait + grant.room_wait - grant.yard_wait;
  departure.yard_wait = request.yard_wait + grant.yard_wait;
  departure.path_wait = request.path_wait + grant.path_wait;
  departure.room_wait = grant.room_wait;
  departure.terminal = request.yard_wait > 0 ? request.terminal : grant.terminal;
  departure.track_group = request.track_group;
  return departure;
}

// The first instant at or after `time` at which a cut of paths or of a quota begins or ends.
std::int64_t next_cut(const LineInput& line, std::int64_t time) {
  return std::min({line.path_cuts.next_change(time - 1), line.acceptance_cuts[0].next_change(time - 1),
                   line.acceptance_cuts[1].next_change(time - 1)});
}

Train* train_of(const des::Event& event) { return reinterpret_cast<Train*>(event.b); }  // NOLINT

}  // namespace

// At the end of the section. Where nothing was reserved, the train may have to stand there.
void Station::on_arrival(Train* train) {
  train->owner = id_;
  const TrackTable& track = tables_.tracks[step(*train).track];
  if (track.approach == kNone) return come_in(train);
  train->queued_since = now();
  train->yard_before = approaches_[track.approach].lacks_yard.until(now());
  approaches_[track.approach].standing.push_back(train);
  on_approach(track.approach);
}

void Station::come_in(Train* train) {
  const bool back = runs_back(tables_, *train);
  const bool chooses = context_.input.rerouting && !back;
  if (chooses && !train->asked_ahead) divert(*train);  // else it has chosen
  const StepTable& done = step(*train);
  const std::uint32_t tracks = tables_.tracks[done.track].tracks_there[done.side ^ 1U];
  hold_track(*train, tracks, train->track_group);
  if (tracks != kNone) train->running = tables_.running_after(train->leg, train->step);
  train->on_line = false;
  train->arrived = now();
  train->containers_since = now();
  train->stop_wait = {};
  ++counters_.point.arrived;
  if (context_.watcher != nullptr)
    tell_watcher(context_, {now(), TrainEventKind::kArrived, Watched::kTrack, done.track, id_}, *train);
  enter(train);
  if (!back && !table_.watch_to.empty()) observe_watches(*train);
  if (done.to_locomotives != kNone) leave_units(*train, train->locomotive, done.to_locomotives);
  if (train->permits > 0) return_ring_permits(*train);
  if (++train->step == tables_.legs[train->leg].steps)
    return back ? come_back(train) : reach_end_of_leg(train);
  if (chooses && !train->asked_ahead && stays_to_turn(train)) return;
  begin_process(train, ProcessRole::kPass);
}

void Station::ask_for_track(Train* train) {
  check_owned(*train);
  const StepTable& next = step(*train);
  train->queued_since = now();
  train->ready_to = ReadyTo::kLeave;
  if (context_.watcher != nullptr)
    tell_watcher(context_, {now(), TrainEventKind::kReady, Watched::kTrack, next.track, id_}, *train);
  count_waiting(*train, next, true);
  if (!train->asked_ahead) return ask_for_step(train, *train, now());
  train->asked_ahead = false;
}

// As it is ready. Of the request the train keeps what others may have to know while it waits
// (models/open_waits.cc).
inline void Station::ask_here(Train* train, const TrackTable& track, const StepTable& next) {
  TrackRequest& request = tracks_[track.local].new_request(next.side);
  write_request(request, train, *train, now());
  ask_for_yard_ahead(*train, request);
  request.soonest = soonest_entry(track, request, now());
  train->asks.ready = request.ready;
  train->asks.soonest = request.soonest;
  tracks_[track.local].put_in_order(next.side);
  await_section(track);
}

// `ready`: when the train can leave; after now where it asks ahead of time. `then`: as it will be by then.
void Station::ask_for_step(Train* train, const Train& then, std::int64_t ready) {
  const StepTable& next = step(then);
  const TrackTable& track = tables_.tracks[next.track];
  train->run_seconds = draw_run_seconds(context_, then, next);
  if (track.unlimited) {
    Departure at_once;
    const SectionRun run{train->run_seconds, &context_.input.lines[track.line].slow_orders};
    at_once.run_seconds = run.seconds(now());
    return depart(train, at_once);
  }
  const std::uint32_t asked = asked_first(track, next.side);
  if (asked == id_ && !train->asked_ahead) return ask_here(train, track, next);
  write_request(train->asks = {}, train, then, ready);
  // Until it has been lifted the room is where it is.
  if (then.leg == train->leg) ask_for_yard_ahead(*train, train->asks);
  if (asked == id_) {
    train->asks.soonest = soonest_entry(track, train->asks, now());
    return ask_for_section(train->asks);
  }
  // A train that becomes ready in the dispatch phase asks a tick later: requests are over for this instant.
  const std::int64_t soonest = scheduler_->phase_is_ahead(des::Phase::kRequest) ? 0 : 1;
  train->asks.soonest = soonest_entry(track, train->asks, now() + std::max(track.ahead_s, soonest));
  send_there(track, asked, EventKind::kTrackRequest, {0, reinterpret_cast<std::uint64_t>(train), 0});
}

// Into a new one. `asks`: who asks; `train`: as it will be by then.
void Station::write_request(TrackRequest& request, Train* asks, const Train& train,
                            std::int64_t ready) const {
  const StepTable& next = step(train);
  request.train = asks;
  request.requester = id_;
  request.track = next.track;
  request.side = next.side;
  request.train_class = static_cast<std::uint8_t>(train.train_class);
  request.running = tables_.running_after(train.leg, train.step);
  request.ready = ready;
  request.precedence = precedence_of(train.priority, ready, context_.input.dispatching.ageing_s);
  request.run_seconds = asks->run_seconds;
  const TrackTable& track = tables_.tracks[next.track];
  request.lead_s = static_cast<std::int32_t>(lead_s(track, next.side));
  if (track.tracks_there[next.side ^ 1U] == kNone) return;
  request.length_dm = length_dm(context_.input, tables_, train);
  // Where it is to be lifted, its containers need room before it is let in.
  const bool last = !runs_back(tables_, train) && train.step + 1 == tables_.legs[train.leg].steps;
  const std::uint32_t change = last ? route_leg(tables_, train).gauge_change : kNone;
  if (change != kNone) request.terminal = tables_.terminal_local[tables_.terminal_of_gauge_change[change]];
  request.teu = train.cargo.teu;
}

// A train wants to come here, or to use a section that is decided about here.
void Station::on_track_request(const des::Event& event) {
  const TrackRequest request = train_of(event)->asks;
  const TrackTable& track = tables_.tracks[request.track];
  const std::size_t next = request.side ^ 1U;
  if (track.ends[next] != id_ || track.tracks_there[next] == kNone) return ask_for_section(request);
  station_tracks_[track.tracks_there[next]].request(request);
  mark_dirty();
}

void Station::ask_for_section(const TrackRequest& request) {
  const TrackTable& track = tables_.tracks[request.track];
  section_here(track)->request(request);
  await_section(track);
}

// Some train does.
void Station::await_section(const TrackTable& track) {
  decisions_.sections_asked = true;
  if (track.chained)
    wake_chain_at(now());
  else
    mark_dirty();
}

// The next station has a track for the train, and this one decides about the section between.
void Station::on_track_reserved(const des::Event& event) {
  if (section_here(tables_.tracks[event.a]) == nullptr) return;  // who has the right knows it already
  TrackRequest request = train_of(event)->asks;
  const Departure& answer = train_of(event)->answer;
  request.track_group = answer.track_group;
  request.yard_wait = answer.yard_wait;
  request.path_wait = answer.path_wait;
  request.track_wait = answer.track_wait;
  ask_for_section(request);
}

inline void Station::grant(const TrackGrant& grant) {
  const TrackRequest& request = grant.request;
  const bool own = request.requester == id_;
  const des::Duration ahead{tables_.tracks[request.track].ahead_s};
  if (own && ahead.ticks == 0) return depart(request.train, departure_of(grant));
  const bool chained = ahead.ticks == 0 && !scheduler_->phase_is_ahead(des::Phase::kGrant);
  const des::Phase phase = chained ? des::Phase::kChainGrant : des::Phase::kGrant;
  request.train->answer = departure_of(grant);
  const des::Payload payload{0, reinterpret_cast<std::uint64_t>(request.train), 0};
  if (own) {
    after(ahead.ticks, phase, EventKind::kTrackGrant, payload);
    const TrackTable& track = tables_.tracks[request.track];
    return track_is_left_at(request.train, track.tracks_there[request.side], now() + ahead.ticks);
  }
  scheduler_->send(track_grant(request.requester, ahead), ahead, phase,
                   static_cast<std::uint32_t>(EventKind::kTrackGrant), payload);
}

// Of this station, onto a section about which it decides in its turn: its own train.
void Station::let_in(const TrackGrant& grant, std::int64_t entry) {
  const TrackRequest& request = grant.request;
  if (entry == now()) return depart(request.train, departure_of(grant));
  request.train->answer = departure_of(grant);
  after(entry - now(), des::Phase::kGrant, EventKind::kTrackGrant,
        {0, reinterpret_cast<std::uint64_t>(request.train), 0});
  track_is_left_at(request.train, tables_.tracks[request.track].tracks_there[request.side], entry);
}

void Station::give_sections(bool chained) {
  decisions_.sections_asked = false;
  if (!rights_.empty()) use_rights();
  for (std::uint32_t i = 0; i < tracks_.size(); ++i) {
    if (!rights_.empty() && right_moves(tables_.tracks[table_.tracks[i]])) continue;
    if (!tracks_[i].anyone_comes()) continue;  // nearly always
    const TrackTable& track = tables_.tracks[table_.tracks[i]];
    decisions_.sections_asked |= track.chained != chained;
    if (track.chained != chained) continue;
    const std::int64_t entry = now() + track.ahead_s;
    while (const std::optional<TrackGrant> granted = tracks_[i].grant(entry)) {
      grant(*granted);
      if (track.gated[granted->request.side]) tell_paths(table_.tracks[i], granted->request.side);
      if (!tracks_[i].anyone_comes()) break;
    }
    if (!tracks_[i].anyone_comes()) continue;
    decisions_.sections_asked = true;
    const std::int64_t shut = return_tracks(table_.tracks[i], entry);
    const std::optional<std::int64_t> chance = tracks_[i].next_chance(entry);
    if (!chance) continue;
    const std::int64_t next = not_never(context_, std::min(*chance, shut));
    // Whoever has just been taken out may have been all that kept one of the other side from entering now.
    if (chained)
      wake_chain_at(std::max(now() + 1, next));
    else
      wake_at(std::max(now() + 1, next - track.ahead_s));
  }
}

// Where a track must be given first, whoever gives it hears when the next train may enter.
void Station::tell_paths(std::uint32_t index, std::uint8_t side) {
  const TrackTable& track = tables_.tracks[index];
  if (!track.gated[side]) return;
  const Track& section = *section_here(track);
  const PathChance next = section.next_paths(side, now() + track.ahead_s);
  constexpr std::int64_t kMany = std::int64_t{1} << 40U;
  const std::int64_t most = section.entered(side) + std::min(next.trains, kMany);
  const std::uint32_t there = track.ends[side ^ 1U];
  if (there == id_) {
    gates_.set(index, most, next.from);
    return decide_again();
  }
  send_there(track, there, EventKind::kPaths,
             {index, static_cast<std::uint64_t>(most), static_cast<std::uint64_t>(next.from)});
}

// The next one for trains that enter from then on. Whoever gives tracks ahead of the section must hear of it
// before he decides: so before the dispatch phase, in which it would be too late for this instant.
void Station::await_cut(std::uint32_t index, std::int64_t entry) {
  const TrackTable& track = tables_.tracks[index];
  if (!track.gated[0] && !track.gated[1]) return;
  const std::int64_t cut = next_cut(context_.input.lines[track.line], entry);
  if (cut > context_.horizon) return;
  after(std::max<std::int64_t>(1, cut - track.ahead_s - now()), des::Phase::kCompletion, EventKind::kCut,
        {index, 0, 0});
}

// As a cut begins or ends, other trains may enter, though none has. While the right to decide is on its way
// nobody says so: who gets it does.
void Station::on_cut(std::uint32_t index) {
  const TrackTable& track = tables_.tracks[index];
  if (section_here(track) != nullptr) {
    for (const std::uint8_t side : {std::uint8_t{0}, std::uint8_t{1}}) tell_paths(index, side);
    track.chained ? wake_chain_at(now()) : mark_dirty();
  }
  await_cut(index, now() + track.ahead_s + 1);
}

// Trains that a possession, a closure, or a cut that has begun since they were let in keeps out for longer
// than it takes to ask again hold no tracks of the next station meanwhile. Returns when to look again.
std::int64_t Station::return_tracks(std::uint32_t index, std::int64_t entry) {
  const TrackTable& track = tables_.tracks[index];
  std::int64_t next = kNever;
  if (!track.single) return next;
  Track& section = *section_here(track);
  for (const std::uint8_t side : {std::uint8_t{0}, std::uint8_t{1}}) {
    if (track.tracks_there[side ^ 1U] == kNone) continue;
    const std::uint32_t there = track.ends[side ^ 1U];
    while (const auto request = section.take_shut_out(side, entry, kNoticesAhead * track.ahead_s)) {
      Departure so_far;
      so_far.path_wait = request->path_wait + section.path_wait(*request, now());
      so_far.yard_wait = request->yard_wait;
      request->train->answer = so_far;
      if (there == id_)
        on_track_returned(request->train, request->track_group);
      else
        send_there(track, there, EventKind::kTrackReturned,
                   {request->track_group, reinterpret_cast<std::uint64_t>(request->train), 0});
    }
    next = std::min(next, section.next_shut(side, entry));
  }
  return next;
}

// As soon as a request would be heard.
void Station::send_there(const TrackTable& track, std::uint32_t to, EventKind kind,
                         const des::Payload& payload) {
  const std::int64_t soonest = scheduler_->phase_is_ahead(des::Phase::kRequest) ? 0 : 1;
  scheduler_->send(track_request(to, des::Duration{track.ahead_s}),
                   des::Duration{std::max(track.ahead_s, soonest)}, des::Phase::kRequest,
                   static_cast<std::uint32_t>(kind), payload);
}

}  // namespace rail
