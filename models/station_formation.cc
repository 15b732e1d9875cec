// Containers wait for trains: releases, timetables, latest departures, and the forming of trains.
#include <algorithm>
#include <cmath>

#include "models/durations.h"
#include "models/route_draw.h"
#include "models/station_inline.h"
#include "models/wait_account.h"

namespace rail {
namespace {

// Names of draws, so that no two of one train or container share a random number.
constexpr std::uint64_t kPhaseDraw = des::stable_hash("phase");
constexpr std::uint64_t kIntervalDraw = des::stable_hash("interval between departures");
constexpr std::uint64_t kOwnContainer = des::stable_hash("own container");

// Seconds after the start of the run of a weekly timetable's n-th departure.
std::int64_t timetable_time(const ServiceInput& service, std::int64_t start_weekday_s, std::uint64_t n) {
  const auto& times = service.week_times_s;
  const auto first = static_cast<std::uint64_t>(
      std::lower_bound(times.begin(), times.end(), start_weekday_s) - times.begin());
  const std::uint64_t index = first + n;
  return static_cast<std::int64_t>(index / times.size()) * kSecondsPerWeek + times[index % times.size()] -
         start_weekday_s;
}

// At times that are known beforehand.
bool goes_by_plan(FormationRule rule) {
  return rule == FormationRule::kTimetable || rule == FormationRule::kList;
}

// On a train, beside the containers that it brings itself.
std::int64_t room_teu(const ModelInput& input, const PoolTable& pool) {
  if (pool.service == kNone) return pool.capacity_teu;
  return pool.capacity_teu - 2 * std::int64_t{input.services[pool.service].own_containers};
}

}  // namespace

// All flows of a service begin at one random point of the cycle in which its trains fill; otherwise every
// replication would count the same departures of services with few trains a year. Trains of a timetable do
// not wait to be filled: there it would only take demand from the beginning of the run.
void Station::begin_releases(ReleaseClock& clock, std::uint32_t service, EventKind kind,
                             std::uint32_t index) {
  const PoolTable& pool = tables_.pools[service];
  const bool timetable = context_.input.services[service].rule == FormationRule::kTimetable;
  const double phase = timetable ? 0 : pool.cycle_s * context_.random.uniform(pool.hash, kPhaseDraw, 0);
  clock.begin(phase, context_.random);
  await_release(clock, kind, index);
}

void Station::await_release(const ReleaseClock& clock, EventKind kind, std::uint32_t index) {
  const double next = clock.next_s();
  if (next < static_cast<double>(context_.horizon))
    after(std::llround(next) - now(), des::Phase::kArrival, kind, {index, 0, 0});
}

// Containers come as a Poisson process; those whose rounded instants are equal come together.
void Station::on_release(std::uint32_t flow) {
  ReleaseClock& clock = releases_[flow];
  while (clock.is_due(now()))
    release_container(tables_.flows[table_.flows[flow]], clock.advance(context_.random));
  await_release(clock, EventKind::kContainerRelease, flow);
}

// Its journey begins with its first part load, if it has any.
void Station::release_container(const FlowTable& flow, std::uint64_t number, const LoadsInside& loads) {
  Container* container = context_.storage.new_container(id_);
  container->identity = des::mix(flow.hash, number);
  container->service = flow.service;
  container->kind = flow.kind;
  container->teu = flow.teu;
  container->commodity = flow.commodity;
  container->loads = loads;
  container->ready = now();
  container->released = loads.count > 0 ? loads.first_came : now();
  ++counters_.released[static_cast<std::size_t>(flow.kind)];
  ++counters_.gauge_balance[gauge_index(tables_.first_gauge_mm(flow.service))];
  FormationPool& pool = pools_[tables_.pools[flow.service].local];
  ++counters_.originating[tables_.pools[flow.service].local].containers_released;
  add_to_pool(pool, container);
  form_full_trains(pool);
}

// The next departure by timetable, rate or list; other rules have none.
void Station::schedule_departure(FormationPool& pool) {
  const PoolTable& table = pool.table();
  if (table.service == kNone) return;
  const ServiceInput& service = context_.input.services[table.service];
  const std::uint64_t n = pool.departures_due++;
  std::int64_t due = -1;
  if (service.rule == FormationRule::kTimetable && !service.week_times_s.empty()) {
    due = timetable_time(service, context_.input.start_weekday_s, n);
  } else if (n < service.list_times_s.size()) {
    due = service.list_times_s[n];
  } else if (service.rule == FormationRule::kRate && service.interval) {
    pool.next_departure += service.interval->value(context_.random.uniform(table.hash, kIntervalDraw, n), n);
    due = std::llround(pool.next_departure);
  }
  if (due < 0 || due >= context_.horizon) return;
  // Two departures of one service may fall on one instant; the second is a tick later.
  const std::int64_t delay = due - now();
  const bool possible = delay > 0 || (delay == 0 && scheduler_->phase_is_ahead(des::Phase::kArrival));
  after(possible ? delay : 1, des::Phase::kArrival, EventKind::kDeparture, {table.local, 0, 0});
}

void Station::on_departure(FormationPool& pool) {
  const PoolTable& table = pool.table();
  const ServiceInput& service = context_.input.services[table.service];
  schedule_departure(pool);
  const double feu = 0.5 * static_cast<double>(std::min(pool.loadable_teu(), table.capacity_teu)) +
                     static_cast<double>(service.own_containers);
  if (feu < service.least_feu) {
    const LegTable& leg = tables_.legs[tables_.first_leg(tables_.services[table.service].first_route)];
    ++counters_.places[leg.place_of(table.direction)].cancelled;
    return;
  }
  const std::int64_t room = room_teu(context_.input, table);
  form_train(pool, room > 0 ? pool.take(room) : ContainerList{});
}

void Station::add_to_pool(FormationPool& pool, Container* container) {
  pool.add(container);
  watch_latest_departure(pool);
}

// Full trains leave at once, unless a timetable, rate or list decides.
void Station::form_full_trains(FormationPool& pool) {
  const PoolTable& table = pool.table();
  if (table.service != kNone) {
    const FormationRule rule = context_.input.services[table.service].rule;
    if (rule != FormationRule::kFullLoad && rule != FormationRule::kFullLoadOrLatest) return;
  }
  if (table.gauge_change != kNone &&
      context_.input.gauge_changes[table.gauge_change].rule == ReformationRule::kGroup) {
    if (pool.has_full_train()) form_all(pool);
    return;
  }
  while (pool.has_full_train()) form_train(pool, pool.take(table.capacity_teu));
}

// All that waits leaves, on trains of equal size.
void Station::form_all(FormationPool& pool) {
  for (std::int64_t trains = pool.trains_due(); trains > 0 && !pool.empty(); --trains) {
    form_train(pool, pool.take((pool.loadable_teu() + trains - 1) / trains));
  }
  // Containers of unequal size may leave a remainder; what finds no plug waits for the next train.
  while (pool.must_leave()) form_train(pool, pool.take(pool.table().capacity_teu));
  pool.close_group();
}

void Station::watch_latest_departure(FormationPool& pool) {
  if (pool.timer_pending) return;
  const std::optional<std::int64_t> latest = pool.latest_departure();
  if (!latest) return;
  pool.timer_pending = true;
  after(std::max<std::int64_t>(1, *latest - now()), des::Phase::kArrival, EventKind::kLatestDeparture,
        {pool.table().local, 0, 0});
}

void Station::on_latest_departure(FormationPool& pool) {
  pool.timer_pending = false;
  const std::optional<std::int64_t> latest = pool.latest_departure();
  if (latest && *latest <= now()) form_all(pool);
  watch_latest_departure(pool);
}

void Station::form_train(FormationPool& pool, ContainerList cargo) {
  const PoolTable& table = pool.table();
  if (pool.has_plug_limit()) pool.pass_over(cargo, room_teu(context_.input, table), now());
  Train* train = context_.storage.new_train(id_);
  train->ordinal = pool.next_ordinal();
  train->identity = des::mix(table.hash, train->ordinal);
  train->owner = id_;
  train->wagons_since = now();
  train->pool = table_.pools[table.local];
  train->direction = table.direction;
  train->cargo = cargo;
  bring_own_containers(pool, train->cargo, train->identity);
  const std::uint32_t service = train->cargo.head != nullptr ? train->cargo.head->service : table.service;
  train->train_class = context_.input.services[service].train_class;
  train->priority = context_.input.train_classes[train->train_class].priority;
  if (table.service != kNone) {
    start_from_origin(train, table);
  } else {
    start_from_yard(train, table);
  }
}

void Station::bring_own_containers(const FormationPool& pool, ContainerList& cargo, std::uint64_t identity) {
  const PoolTable& table = pool.table();
  if (table.service == kNone) return;
  const int own = context_.input.services[table.service].own_containers;
  for (int i = 0; i < own; ++i) {
    Container* container = context_.storage.new_container(id_);
    container->identity = des::mix(des::mix(identity, kOwnContainer), static_cast<std::uint64_t>(i));
    container->service = table.service;
    container->released = container->ready = now();
    ++counters_.released[static_cast<std::size_t>(container->kind)];
    ++counters_.gauge_balance[gauge_index(tables_.first_gauge_mm(table.service))];
    ++counters_.originating[table.local].containers_released;
    cargo.push_back(container);
  }
}

void Station::start_from_origin(Train* train, const PoolTable& pool) {
  const std::uint32_t route =
      choose_route(pool.service, draw_route(tables_, context_.random, pool.service, train->identity));
  for (Container* c = train->cargo.head; c != nullptr; c = c->next) c->route = route;
  train->route = route;
  train->leg = tables_.first_leg(route);
  // Until now their gauge was that of the service's first route.
  counters_.gauge_balance[gauge_index(tables_.first_gauge_mm(pool.service))] -= train->cargo.count;
  counters_.gauge_balance[gauge_index(tables_.legs[train->leg].gauge_mm)] += train->cargo.count;
  count_formed(*train);
  account_formation(*train);
  train->role = ProcessRole::kOrigin;
  if (goes_by_plan(context_.input.services[pool.service].rule)) train->planned = now();
  ask_for_wagons(train);
}

void Station::start_from_yard(Train* train, const PoolTable& pool) {
  train->leg = pool.leg;
  train->role = ProcessRole::kGaugeOut;
  count_formed(*train);
  account_formation(*train);
  ask_for_wagons(train);
}

void Station::count_formed(Train& train) {
  if (context_.watcher != nullptr)
    tell_watcher(context_, {now(), TrainEventKind::kFormed, Watched::kNothing, kNone, id_}, train);
  FormationObservation& place = counters_.places[tables_.legs[train.leg].place_of(train.direction)];
  ++place.trains;
  place.containers += train.cargo.count;
  place.teu += train.cargo.teu;
  const std::int32_t plugs = tables_.pools[train.pool].plugs;
  if (plugs == kUnlimitedPlugs) return;
  place.plugs.offered += plugs;
  place.plugs.used += train.cargo.reefers;
}

// Waits from ready to formed, per container: for a train, and once one has left without it, for a plug.
void Station::account_formation(Train& train) {
  count_cargo(train);
  FormationObservation& place = counters_.places[tables_.legs[train.leg].place_of(train.direction)];
  const bool plugs = tables_.pools[train.pool].plugs != kUnlimitedPlugs;
  for (Container* c = train.cargo.head; c != nullptr; c = c->next) {
    c->plug_wait = c->plug_since < 0 ? 0 : now() - c->plug_since;
    c->plug_since = -1;
    c->formation_wait = now() - c->ready - c->plug_wait;
    count_wait(place.wait, c->formation_wait, 1);
    if (plugs && c->kind == ContainerKind::kReeferLaden) count_wait(place.plugs.wait, c->plug_wait, 1);
  }
}

}  // namespace rail
