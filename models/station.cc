#include "models/station_inline.h"

namespace rail {

Station::Station(StationContext& context, std::uint32_t id)
    : context_(context), tables_(context.tables), table_(context.tables.stations[id]), id_(id) {
  const ModelInput& input = context_.input;
  for (const StationTracksTable& tracks : table_.station_tracks) station_tracks_.emplace_back(tracks, id);
  for (const std::uint32_t t : table_.tracks) {
    const LineInput& line = input.lines[tables_.tracks[t].line];
    tracks_.emplace_back(tables_, line, tables_.tracks[t], input.hours_of(line.hours), context_.horizon);
  }
  for (const std::uint32_t t : table_.rights)
    rights_.emplace_back(t, tables_.tracks[t].ends[0] == id ? 0 : 1, tables_.tracks[t].ahead_s);
  approaches_.resize(table_.approaches.size());
  for (const std::uint32_t t : table_.gated) gates_.add(t);
  for (const std::uint32_t r : table_.resources)
    resources_.emplace_back(input.resources[r],
                            input.closing(input.resources[r].hours, input.resources[r].closures),
                            input.dispatching.ageing_s);
  for (const std::uint32_t t : table_.terminals)
    terminals_.emplace_back(tables_.terminals[t],
                            input.closing(tables_.terminals[t].hours, tables_.terminals[t].closures));
  for (const std::uint32_t p : table_.pools) {
    const PoolTable& pool = tables_.pools[p];
    pools_.emplace_back(pool, pool.gauge_change == kNone ? nullptr : &input.gauge_changes[pool.gauge_change]);
  }
  for (const std::uint32_t s : table_.stocks) stocks_.emplace_back(tables_.stocks[s]);
  for (const std::uint32_t f : table_.flows) {
    const FlowTable& flow = tables_.flows[f];
    releases_.emplace_back(flow.mean_gap_s, flow.hash, input.season(flow.season));
  }
  for (const std::uint32_t p : table_.part_loads) {
    const FlowTable& flow = tables_.flows[tables_.part_loads[p].flow];
    gatherings_.emplace_back(tables_.part_loads[p], p, flow.hash, input.season(flow.season));
  }
  counters_.gathered.resize(table_.part_loads.size());
  counters_.unstuffed.resize(table_.ending_part_loads.size());
  counters_.places.resize(table_.places.size());
  counters_.entries.resize(table_.entries.size());
  counters_.entry_logs.resize(table_.entries.size());
  advice_.waiting.resize(table_.entries.size());
  for (const int most : table_.desks) desks_.emplace_back(most, id);
  if (input.rerouting) counters_.rerouted.resize(input.services.size());
  counters_.originating.resize(table_.pools.size());
  counters_.ending.resize(table_.ending_services.size());
  counters_.watches.resize(table_.watch_to.size());
}

void Station::begin(des::Scheduler& scheduler) {
  scheduler_ = &scheduler;
  now_ = scheduler.now().ticks;
  for (std::uint32_t f = 0; f < table_.flows.size(); ++f)
    begin_releases(releases_[f], tables_.flows[table_.flows[f]].service, EventKind::kContainerRelease, f);
  for (std::uint32_t p = 0; p < gatherings_.size(); ++p) {
    const std::uint32_t service = tables_.flows[gatherings_[p].table().flow].service;
    begin_releases(gatherings_[p].clock, service, EventKind::kPartLoad, p);
  }
  for (FormationPool& pool : pools_) schedule_departure(pool);
  for (const FleetStock& stock : stocks_) {
    if (const std::optional<std::int64_t> due = stock.next_due()) wake_at(*due);
  }
  for (SectionRight& right : rights_) {
    const TrackTable& track = tables_.tracks[right.track()];
    if (track.owner == id_) right.come(&tracks_[track.local], 0);
    await_cut(right.track(), 1);
  }
  for (const std::uint32_t index : table_.tracks) {
    if (!right_moves(tables_.tracks[index])) await_cut(index, 1);
  }
  begin_publishing();
  if (table_.point == kNone) return;
  for (std::uint32_t i = 0; i < context_.input.census_s.size(); ++i) {
    after(context_.input.census_s[i], des::Phase::kArrival, EventKind::kCensus, {i, 0, 0});
  }
}

StationView Station::view() const {
  return {station_tracks_, approaches_, tracks_,     resources_,       stocks_,
          terminals_,      pools_,      gatherings_, counters_.records};
}

inline void Station::pass_on(const des::Event& event) {
  auto* train = reinterpret_cast<Train*>(event.b);  // NOLINT: only read for kinds that carry a train
  switch (static_cast<EventKind>(event.kind)) {
    case EventKind::kContainerRelease:
      return on_release(event.a);
    case EventKind::kPartLoad:
      return on_part_load(event.a);
    case EventKind::kLongestWait:
      return on_longest_wait(event.a, event.c);
    case EventKind::kStuffed:
      return on_stuffed(event.a);
    case EventKind::kDeparture:
      return on_departure(pools_[event.a]);
    case EventKind::kLatestDeparture:
      return on_latest_departure(pools_[event.a]);
    case EventKind::kCensus:
      return on_census(event.a);
    case EventKind::kTrainArrives:
      return on_arrival(train);
    case EventKind::kStageDone:
      return on_stage_done(train, static_cast<std::uint32_t>(event.c));
    case EventKind::kBayDone:
      return on_bay_done(train, static_cast<std::uint32_t>(event.c));
    case EventKind::kAskAhead:
      return on_ask_ahead(train, static_cast<std::int64_t>(event.c));
    case EventKind::kTrackRequest:
      return on_track_request(event);
    case EventKind::kDispatch:
      return dispatch();
    case EventKind::kApproach:
      return ask_from_approach(event.a);
    case EventKind::kRoomAgain:
      return on_room_again(event);
    case EventKind::kTrackReserved:
      return on_track_reserved(event);
    case EventKind::kPaths:
      gates_.set(event.a, static_cast<std::int64_t>(event.b), static_cast<std::int64_t>(event.c));
      return decide_again();
    case EventKind::kRight:
      return on_right(event);
    case EventKind::kTrackReturned:
      return on_track_returned(train, static_cast<std::uint8_t>(event.a));
    case EventKind::kTrackGrant:
      return depart(train, Departure(train->answer));  // a copy: the next answer may come soon
    case EventKind::kCut:
      return on_cut(event.a);
    case EventKind::kTurned:
      if (stocks_[event.a].end_turn(static_cast<std::int64_t>(event.b), now())) mark_dirty();
      return;
    case EventKind::kLightArrives:
      stocks_[event.a].receive_light(1, now());
      return mark_dirty();
    case EventKind::kLineOpens:
      return on_line_opens(train);
    case EventKind::kSetOut:
      return on_set_out(train);
    case EventKind::kPermitAsked:
      return on_permit_asked(event);
    case EventKind::kPermitReturned:
      return on_permit_returned(event.a);
    case EventKind::kPermit:
      return on_permit(train, event.c);
    case EventKind::kPublish:
      return publish();
    case EventKind::kAdvice:
      return on_advice(event);
    case EventKind::kChain:
      if (decisions_.next_chain == now()) decisions_.next_chain = -1;
      if (decisions_.sections_asked) give_sections(true);
      return;
  }
}

void Station::handle(const des::Event& event, des::Scheduler& scheduler) {
  DES_ASSERT(event.receiver() == id_ && scheduler.self() == id_, "an event reached the wrong station",
             scheduler.now(), id_);
  scheduler_ = &scheduler;
  now_ = scheduler.now().ticks;
  pass_on(event);
  if (decisions_.due == now() && decisions_.last != now()) dispatch_or_schedule();
}

// Wagons and locomotives first, and bays before servers and sections: their work may be without length and
// hand trains on.
void Station::dispatch() {
  if (decisions_.last == now()) return;
  decisions_.last = now();
  if (decisions_.next_wake == now()) decisions_.next_wake = -1;
  if (!stocks_.empty()) give_units();
  if (!to_turn_.empty()) turn_trains();
  if (!station_tracks_.empty()) admit_trains();
  for (std::uint32_t t = 0; t < terminals_.size(); ++t) start_bay_works(t);
  for (std::uint32_t r = 0; r < resources_.size(); ++r) {
    if (!resources_[r].waiting().empty()) start_services(r);
  }
  if (decisions_.sections_asked) give_sections(false);
}

// The decision follows at once if nothing else happens at this instant; a sparse network seldom needs an
// event for it.
void Station::dispatch_or_schedule() {
  if (decisions_.scheduled == now() || decisions_.next_wake == now()) return;
  const auto kind = static_cast<std::uint32_t>(EventKind::kDispatch);
  if (scheduler_->now_or_by_event(des::Phase::kDispatch, kind)) return dispatch();
  decisions_.scheduled = now();
}

// As mark_dirty(), but at the next instant if it is too late for this one.
void Station::decide_again() {
  if (scheduler_->phase_is_ahead(des::Phase::kDispatch))
    mark_dirty();
  else
    wake_at(now() + 1);
}

void Station::wake_at(std::int64_t instant) {
  if (decisions_.next_wake >= 0 && decisions_.next_wake <= instant) return;
  decisions_.next_wake = instant;
  after(instant - now(), des::Phase::kDispatch, EventKind::kDispatch, {});
}

void Station::wake_when_open(std::optional<std::int64_t> opening) {
  if (opening) wake_at(not_never(context_, *opening));
}

void Station::wake_chain_at(std::int64_t instant) {
  if (decisions_.next_chain >= 0 && decisions_.next_chain <= instant) return;
  decisions_.next_chain = instant;
  after(instant - now(), des::Phase::kChain, EventKind::kChain, {});
}

void Station::on_census(std::uint32_t index) {
  counters_.point.census.resize(context_.input.census_s.size(), 0);
  counters_.point.census[index] = counters_.present.level();
}

}  // namespace rail
