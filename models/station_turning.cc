// Trains that turn back before a closed line: the turn, the wait at the origin, the second start.
#include <utility>

#include "models/route_draw.h"
#include "models/station_inline.h"
#include "models/turning.h"
#include "models/wait_account.h"

namespace rail {
namespace {

// From when on the line back is open, which begins here.
std::int64_t opens_back(const StationContext& context, const Train& train, std::int64_t now) {
  const OpeningHours* const open = closures_back(context, train);
  return open == nullptr ? now : open->next_opening(now);
}

}  // namespace

// It has come to a station on its first leg. One that would be back too late to wait for long stays on its
// way; one that may not turn yet stays where it is.
bool Station::stays_to_turn(Train* train) {
  const WaitAtOrigin wait = worth_turning_for(context_, advice_.board, *train, train->step, now());
  if (wait.line == kNone) return false;
  counters_.holds.begin(*train, wait.line, now());
  if (to_turn_.empty() && turn_back(*train)) return false;
  train->queued_since = now();
  train->role = ProcessRole::kPass;  // whatever it did where it comes from
  train->ready_to = ReadyTo::kTurn;
  to_turn_.push_back(train);
  decide_again();
  return true;
}

// Unless the way back is closed as well: it would run back once both open, away from where it wants to go.
// Nor while it stands on a track as one that runs on, and those that run back have all that they may.
bool Station::turn_back(Train& train) {
  if (opens_back(context_, train, now()) > now()) return false;
  const std::uint32_t leg = tables_.legs[train.leg].back;
  const std::uint32_t next = tables_.legs[leg].steps - train.step;
  const Running running = first_step_back(tables_, train).running;
  if (train.tracks != kNoTracks && running != train.running) {
    StationTracks& tracks = station_tracks_[train.tracks];
    if (!tracks.may_turn(train.track_group, train.running)) return false;
    tracks.turn(&train, train.track_group, train.running, now());
    decide_again();  // others of its way may come
  }
  ++counters_.rerouted[train.cargo.head->service].turned;
  train.running = running;
  train.turned_after = train.step;
  train.leg = leg;
  train.step = next;
  train.watches.set = 0;  // watches see its second start
  return true;
}

// Of those that wait to: as far as they may by now. It goes on as it came once it is not worth it any more.
void Station::turn_trains() {
  for (Train* train : std::exchange(to_turn_, {})) {
    const WaitAtOrigin wait = worth_turning_for(context_, advice_.board, *train, train->step, now());
    LineObservation& line = counters_.entries[step(*train).entry]
                                .seen[static_cast<std::size_t>(running_direction(tables_, *train))];
    LineObservation& back = counters_.entries[first_step_back(tables_, *train).entry]
                                .seen[static_cast<std::size_t>(reversed(train->direction))];
    const std::int64_t closed_s = closed_back_s(context_, *train, now());
    const bool turned = wait.line != kNone && turn_back(*train);
    if (wait.line != kNone && !turned) {
      to_turn_.push_back(train);
      const std::int64_t open = opens_back(context_, *train, now());
      if (open > now()) wake_when_open(open);
      wake_at(now() + wait.seconds - context_.input.rerouting->tolerance_s);
      continue;
    }
    train->ready_to = ReadyTo::kNothing;
    lengthen_wait(*train, Cause::kClosure, closed_s, back.closure_wait);
    account_wait(*train, Cause::kTrack, now() - train->queued_since - closed_s,
                 table_.point == kNone ? line.track_wait : counters_.point.track_wait);
    if (!turned) counters_.holds.end(*train, now());
    begin_process(train, ProcessRole::kPass);
  }
}

// It is back at its origin, with what it has: wagons, and the papers done before the first start.
void Station::come_back(Train* train) {
  bill(*train);
  train->wagons_since = now();
  for (Container* c = train->cargo.head; c != nullptr; c = c->next) {
    if (c->first_departed < 0) c->first_departed = train->leg_departed;
  }
  train->leg = tables_.legs[train->leg].forth;
  train->step = 0;
  train->role = ProcessRole::kOrigin;
  release_track(*train);
  train->aside = true;
  choose_again(*train);
  set_out(train);
}

// Ready to leave its origin, for the first time or again, but not before it would come to a line as it opens:
// so long it stands aside, since others need its track.
void Station::set_out(Train* train) {
  const WaitAtOrigin wait = wait_at_origin(tables_, advice_.board, *train, 0, now());
  if (wait.line == kNone)
    return train->aside ? ask_for_own_track(train, train->leg) : ask_for_locomotive(train);
  release_track(*train);
  train->aside = true;
  counters_.holds.begin(*train, wait.line, now());
  train->queued_since = now();
  train->ready_to = ReadyTo::kSetOut;
  after(wait.seconds, des::Phase::kCompletion, EventKind::kSetOut,
        {0, reinterpret_cast<std::uint64_t>(train), 0});
}

// Something may have closed meanwhile.
void Station::on_set_out(Train* train) {
  check_owned(*train);
  train->ready_to = ReadyTo::kNothing;
  account_wait(*train, Cause::kClosure, now() - train->queued_since, counters_.point.closure_wait);
  choose_again(*train);
  set_out(train);
}

// As when it was made, but on the wagons that it stands on.
void Station::choose_again(Train& train) {
  const std::uint32_t service = tables_.pools[train.pool].service;
  const std::uint32_t planned = draw_route(tables_, context_.random, service, train.identity);
  const ChoiceTable* choice = tables_.rerouting.choice_of(planned, 0, 0);
  if (choice == nullptr) return;
  const std::uint32_t route = advice_.board.best(*choice, now(), context_.input.rerouting->tolerance_s).route;
  if (route == train.cargo.head->route) return;
  const std::uint32_t leg = tables_.route_legs[tables_.routes[route].first].leg;
  const bool fits = train.cargo.teu <= tables_.leg_capacity_teu(context_.input.services[service], leg);
  if (!fits || tables_.legs[leg].gauge_mm != tables_.legs[train.leg].gauge_mm) return;
  if (route != planned) ++counters_.rerouted[service].at_origin;
  for (Container* c = train.cargo.head; c != nullptr; c = c->next) c->route = route;
  train.route = route;
  train.leg = leg;
  if (!leads_to_hold(tables_, train, route)) counters_.holds.end(train, now());
}

}  // namespace rail
