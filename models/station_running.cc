// Running: arrival, request and grant of the next line section, departure.
#include <algorithm>
#include <cmath>

#include "models/channels.h"
#include "models/station.h"

namespace rail {
namespace {

// A request in one payload word: run time (32 bits), train class (8), side (1), priority (4), in this order.
std::uint64_t packed_request(const Train& train, const StepTable& step) {
  return (static_cast<std::uint64_t>(train.run_seconds) << 32U) |
         (static_cast<std::uint64_t>(train.train_class) << 16U) |
         (static_cast<std::uint64_t>(step.side) << 8U) | static_cast<std::uint64_t>(train.priority);
}

TrackRequest unpacked_request(const des::Event& event) {
  TrackRequest request;
  request.train = reinterpret_cast<Train*>(event.b);  // NOLINT: handed back, never looked into
  request.requester = event.sender();
  request.side = static_cast<std::uint8_t>(event.c >> 8U & 0xffU);
  request.train_class = static_cast<std::uint8_t>(event.c >> 16U & 0xffU);
  request.priority = static_cast<std::int32_t>(event.c & 0xffU);
  request.ready = event.time.ticks;
  request.run_seconds = static_cast<std::int64_t>(event.c >> 32U);
  return request;
}

}  // namespace

const StepTable& Station::step(const Train& train) const {
  return tables_.steps[tables_.legs[train.leg].first_step + train.step];
}

void Station::on_arrival(Train* train) {
  train->owner = id_;
  train->on_line = false;
  train->arrived = now();
  train->containers_since = now();
  ++counters_.point.arrived;
  enter(train);
  observe_watches(*train);
  if (++train->step == tables_.legs[train->leg].steps) return reach_end_of_leg(train);
  begin_process(train, ProcessRole::kPass);
}

void Station::ask_for_track(Train* train) {
  check_owned(*train);
  if (train->role == ProcessRole::kGaugeOut || train->role == ProcessRole::kOrigin) train->step = 0;
  const StepTable& next = step(*train);
  const TrackTable& track = tables_.tracks[next.track];
  train->queued_since = now();
  train->run_seconds = draw_run_seconds(*train, next);
  if (track.unlimited) return depart(train, train->run_seconds, 0);
  if (track.owner == id_) {
    tracks_[track.local].request({train, id_, next.side, static_cast<std::uint8_t>(train->train_class),
                                  train->priority, now(), train->run_seconds, 0});
    return mark_dirty();
  }
  // A train that becomes ready in the dispatch phase asks a tick later: requests are over for this instant.
  const std::int64_t delay = scheduler_->phase_is_ahead(des::Phase::kRequest) ? 0 : 1;
  scheduler_->send(track_request(track.owner), des::Duration{delay}, des::Phase::kRequest,
                   static_cast<std::uint32_t>(EventKind::kTrackRequest),
                   {next.track, reinterpret_cast<std::uint64_t>(train), packed_request(*train, next)});
}

std::int64_t Station::draw_run_seconds(const Train& train, const StepTable& step) const {
  double seconds = step.run_seconds / context_.input.train_classes[train.train_class].speed_factor;
  const auto& factor = context_.input.lines[tables_.tracks[step.track].line].run_time_factor;
  if (factor) {
    const double u = factor->is_random() ? context_.random.uniform(train.identity, step.hash, 0) : 0.5;
    seconds *= factor->value(u, train.ordinal);
  }
  return std::max<std::int64_t>(1, std::llround(seconds));
}

void Station::on_track_request(const des::Event& event) {
  tracks_[tables_.tracks[event.a].local].request(unpacked_request(event));
  mark_dirty();
}

void Station::give_tracks() {
  for (Track& track : tracks_) {
    while (const std::optional<TrackGrant> granted = track.grant(now())) grant(*granted);
    const std::optional<std::int64_t> chance = track.next_chance(now());
    if (!chance || (next_wake_ >= 0 && next_wake_ <= *chance)) continue;
    next_wake_ = *chance;
    after(*chance - now(), des::Phase::kDispatch, EventKind::kDispatch, {});
  }
}

void Station::grant(const TrackGrant& grant) {
  if (grant.request.requester == id_) return depart(grant.request.train, grant.run_seconds, grant.path_wait);
  const auto times =
      static_cast<std::uint64_t>(grant.run_seconds) << 32U | static_cast<std::uint64_t>(grant.path_wait);
  scheduler_->send(track_grant(grant.request.requester), des::Duration{0}, des::Phase::kGrant,
                   static_cast<std::uint32_t>(EventKind::kTrackGrant),
                   {0, reinterpret_cast<std::uint64_t>(grant.request.train), times});
}

void Station::depart(Train* train, std::int64_t run_seconds, std::int64_t path_wait) {
  check_owned(*train);
  const StepTable& next = step(*train);
  const std::int64_t waited = now() - train->queued_since;
  count_entry(*train, next, waited + run_seconds - train->run_seconds, path_wait);
  if (train->role == ProcessRole::kOrigin)
    ++counters_.originating[tables_.pools[train->pool].local].trains_departed;
  stamp_departure(*train);
  leave(*train, true);
  train->on_line = true;
  train->owner = kNone;
  scheduler_->send(train_channel(next), des::Duration{run_seconds}, des::Phase::kCompletion,
                   static_cast<std::uint32_t>(EventKind::kTrainArrives),
                   {0, reinterpret_cast<std::uint64_t>(train), 0});
}

}  // namespace rail
