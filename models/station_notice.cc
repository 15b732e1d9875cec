// Requests ahead of time. Where an answer from another station takes a notice, a train asks for its next
// section before it is ready: as soon as it is known when it will be, but not so early that it would hold a
// track there long before it comes.
#include <algorithm>

#include "models/channels.h"
#include "models/run_time.h"
#include "models/station_inline.h"
#include "models/train_then.h"
#include "models/turning.h"
#include "models/work_time.h"

namespace rail {
namespace {

// How long before the train leaves for this step its track may be given on.
std::int64_t given_on_ahead_s(const ModelTables& tables, const StepTable& step) {
  const TrackTable& track = tables.tracks[step.track];
  const std::uint32_t tracks = track.tracks_there[step.side];
  return tracks == kNone ? 0 : tables.stations[track.ends[step.side]].station_tracks[tracks].given_on_ahead_s;
}

bool is_decided_ahead(const ModelTables& tables, const StepTable& step) {
  return tables.tracks[step.track].ahead_s > 0;
}

// Onto double track the station itself lets trains in, and it may promise that ahead of time: worth it where
// a track that is going to be left can be given on ahead of that. Not before it has a locomotive: that would
// be taken earlier, and would not come back earlier.
bool may_be_promised(const ModelTables& tables, const StepTable& step) {
  const TrackTable& track = tables.tracks[step.track];
  return !track.single && !track.unlimited && step.from_locomotives == kNone &&
         given_on_ahead_s(tables, step) > 0;
}

// It may turn back where it arrives next, then.
bool has_gate_next(const ModelTables& tables, const Train& train, std::int64_t arrival) {
  return !runs_back(tables, train) && has_gate(tables, train, train.step + 1, arrival);
}

// It may choose another way there.
bool has_choice_next(const ModelTables& tables, const Train& train) {
  const Container* first = train.cargo.head;
  if (first == nullptr || runs_back(tables, train)) return false;
  return tables.rerouting.choice_of(first->route, first->leg, train.step + 1) != nullptr;
}

bool may_have_stages(const ModelTables& tables, const Train& train, std::uint32_t station) {
  const std::uint32_t point = tables.stations[station].point;
  return point != kNone && !runs_back(tables, train) &&
         tables.process(point, ProcessRole::kPass, train.direction) != kNone;
}

}  // namespace

// As it departs, for the section after the one it enters, where the next station will let it go straight on:
// that saves the time to tell that station. If only that station can say so, since it knows the waits by
// which trains choose, and its locomotives, it is told when to ask.
void Station::ask_past_next_station(Train* train, std::int64_t run_seconds) {
  const std::int64_t notice = context_.input.dispatching.notice_s;
  if (run_seconds <= notice || train->step + 1 == tables_.legs[train->leg].steps) return;
  const TrainThen then(tables_, *train);
  const StepTable &here = step(*train), &next = step(then.train());
  if (!is_decided_ahead(tables_, next)) return;
  if (tables_.tracks[here.track].approach != kNone) return;  // nobody knows when it comes in
  if (may_have_stages(tables_, *train, here.to_station)) return;
  const std::int64_t arrival = now() + run_seconds;
  if (next.from_locomotives != kNone || has_choice_next(tables_, *train) ||
      has_gate_next(tables_, *train, arrival)) {
    return scheduler_->send(word_ahead(here, notice), des::Duration{word_ahead_delay_s(run_seconds, notice)},
                            des::Phase::kRequest, static_cast<std::uint32_t>(EventKind::kAskAhead),
                            {0, reinterpret_cast<std::uint64_t>(train), static_cast<std::uint64_t>(arrival)});
  }
  train->asked_ahead = true;
  train->run_seconds = draw_run_seconds(context_, *train, next);
  write_request(train->asks = {}, train, then.train(), arrival);
  train->asks.requester = here.to_station;
  ask_for_yard_ahead(*train, train->asks);
  const std::uint32_t asked = asked_first(tables_.tracks[next.track], next.side);
  const std::int64_t delay = early_request_delay_s(run_seconds, notice);
  train->asks.soonest = soonest_entry(tables_.tracks[next.track], train->asks, now() + delay);
  const des::Payload payload{0, reinterpret_cast<std::uint64_t>(train), 0};
  if (asked == id_) return after(delay, des::Phase::kRequest, EventKind::kTrackRequest, payload);
  scheduler_->send(early_request(asked, here, notice), des::Duration{delay}, des::Phase::kRequest,
                   static_cast<std::uint32_t>(EventKind::kTrackRequest), payload);
}

// A stage or a lift that has begun ends at `ready`, whatever pauses it meanwhile; stages from the `first` on
// come after it.
void Station::ask_before_work_ends(Train* train, std::uint32_t first, std::int64_t ready) {
  const std::int64_t notice = context_.input.dispatching.notice_s;
  if (train->role == ProcessRole::kDestination) return;
  if (train->role == ProcessRole::kOrigin && has_gate(tables_, *train, 0, ready)) return;  // it may wait
  const TrainThen then(tables_, *train);
  const StepTable& next = step(then.train());
  const bool ahead = is_decided_ahead(tables_, next);
  if (!ahead && !may_be_promised(tables_, next)) return;
  if (has_stages(context_, then.train(), table_.point, first)) return;
  const std::int64_t ask_in =
      ready - now() - (ahead ? kNoticesAhead * notice : given_on_ahead_s(tables_, next));
  if (ask_in <= 0) return on_ask_ahead(train, ready);
  after(ask_in, des::Phase::kRequest, EventKind::kAskAhead,
        {0, reinterpret_cast<std::uint64_t>(train), static_cast<std::uint64_t>(ready)});
}

// Of one that runs, on its way here: nobody else has it.
void Station::on_ask_ahead(Train* train, std::int64_t ready) {
  if (!train->on_line) check_owned(*train);
  if (train->on_line && !runs_back(tables_, *train)) {
    if (other_way(*train, ready) != nullptr) return;
    if (worth_turning_for(context_, advice_.board, *train, train->step + 1, ready).line != kNone) return;
  }
  const TrainThen then(tables_, *train);
  if (!is_decided_ahead(tables_, step(then.train()))) return ask_for_promise(train, then.train(), ready);
  if (!set_aside_locomotive(*train, then.train(), ready)) return;
  train->asked_ahead = true;
  ask_for_step(train, then.train(), ready);
}

// Without a promise it asks as it is ready, like any other: so the notice makes nobody wait here.
void Station::ask_for_promise(Train* train, const Train& then, std::int64_t ready) {
  const StepTable& next = step(then);
  const TrackTable& track = tables_.tracks[next.track];
  train->run_seconds = draw_run_seconds(context_, then, next);
  TrackRequest request;
  write_request(request, train, then, ready);
  request.soonest = ready;
  if (!tracks_[track.local].promise(request, now())) return;
  decisions_.sections_asked = true;
  train->asked_ahead = true;
  train->asks = request;
  if (then.leg == train->leg) ask_for_yard_ahead(*train, request);
  track_is_left_at(train, track.tracks_there[next.side], ready);
}

}  // namespace rail
