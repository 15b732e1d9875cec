// Ends of legs: the change of gauge, with trains kept as they are or re-formed.
#include <algorithm>

#include "models/station_inline.h"
#include "models/train_lookup.h"
#include "models/train_then.h"
#include "models/wait_account.h"
#include "models/work_time.h"

namespace rail {
namespace {

constexpr std::uint64_t kReformDraw = des::stable_hash("re-formed");

// Pools keep containers with different next terminals apart, but a train's routes may part beyond it.
bool same_onward_leg(const ModelTables& tables, const Train& train) {
  const std::uint32_t next_leg = route_leg(tables, train).next_leg;
  for (const Container* c = train.cargo.head; c != nullptr; c = c->next) {
    if (route_leg(tables, *c).next_leg != next_leg) return false;
  }
  return true;
}

// Where routes have no order of stations, containers may go on another way than their train came.
void turn_in_yard(const ModelTables& tables, const Train& train, std::int64_t teu, const RouteLegTable& done,
                  std::vector<Terminal>& terminals) {
  const std::uint32_t terminal = tables.terminal_of_gauge_change[done.gauge_change];
  terminals[tables.terminal_local[terminal]].turn_in_yard(teu, train.yard_running,
                                                          tables.running_onto(done.next_leg));
}

}  // namespace

void Station::reach_end_of_leg(Train* train) {
  if (route_leg(tables_, *train).gauge_change == kNone)
    return begin_process(train, ProcessRole::kDestination);
  train->reform = must_reform(*train);
  begin_process(train, ProcessRole::kGaugeIn);
}

// The share is drawn for whole groups: trains that come in a row are re-formed together or not at all,
// otherwise three trains of which few are re-formed would hardly ever meet to become two. A latest
// departure, or a train whose routes part, shifts which trains the pool then takes together.
bool Station::must_reform(const Train& train) {
  if (train.cargo.head == nullptr) return false;
  if (!same_onward_leg(tables_, train)) return true;
  const ServiceInput& service = context_.input.services[train.cargo.head->service];
  FormationPool& pool = pools_[tables_.pools[route_leg(tables_, train).pool].local];
  const std::uint64_t group = pool.next_group();  // every train counts, re-formed or not
  if (train.cargo.teu > tables_.leg_capacity_teu(service, route_leg(tables_, train).next_leg)) return true;
  if (train.cargo.reefers > pool.table().plugs) return true;
  if (context_.input.gauge_changes[route_leg(tables_, train).gauge_change].only_if_needed) return false;
  return context_.random.uniform(pool.table().hash, kReformDraw, group) < service.reformed_share;
}

void Station::enter_terminal(Train* train) {
  if (!train->yard_reserved) train->yard_running = tables_.running_onto(route_leg(tables_, *train).next_leg);
  const std::uint32_t terminal = tables_.terminal_of_gauge_change[route_leg(tables_, *train).gauge_change];
  if (context_.watcher != nullptr)
    tell_watcher(context_, {now(), TrainEventKind::kWaits, Watched::kTerminal, terminal, id_}, *train);
  terminals_[tables_.terminal_local[terminal]].enqueue_arrived(train, now());
  mark_dirty();
}

void Station::start_bay_works(std::uint32_t terminal) {
  while (Train* train = terminals_[terminal].start_next(now())) {
    if (context_.watcher != nullptr)
      tell_watcher(context_,
                   {now(), TrainEventKind::kLiftBegun, Watched::kTerminal, table_.terminals[terminal], id_},
                   *train);
    train->stage_seconds = bay_seconds(context_, *train);
    account_time(*train, Cause::kHandling, train->stage_seconds);
    if (train->stage_seconds == 0) {
      on_bay_done(train, terminal);
      continue;
    }
    const std::int64_t end = not_never(context_, terminals_[terminal].end_of_work(*train, now()));
    after(end - now(), des::Phase::kCompletion, EventKind::kBayDone,
          {0, reinterpret_cast<std::uint64_t>(train), terminal});
    if (context_.gives_notice && (train->role == ProcessRole::kGaugeOut || !train->reform))
      ask_before_work_ends(train, 0, end);
    if (train->role == ProcessRole::kGaugeIn && train->tracks != kNoTracks)
      track_is_left_at(train, train->tracks, end);
  }
  wake_when_open(terminals_[terminal].awaited_opening(now()));
}

void Station::on_bay_done(Train* train, std::uint32_t terminal) {
  check_owned(*train);
  if (context_.watcher != nullptr)
    tell_watcher(context_,
                 {now(), TrainEventKind::kLiftEnded, Watched::kTerminal, table_.terminals[terminal], id_},
                 *train);
  terminals_[terminal].finish(*train, now());
  mark_dirty();
  if (train->role == ProcessRole::kGaugeOut) {
    terminals_[terminal].free_yard(now(), train->cargo.teu, tables_.running_onto(train->leg));
    begin_process(train, ProcessRole::kGaugeOut);
  } else if (train->reform) {
    train->set_down ? set_down(train) : unload(train);
  } else {
    if (train->yard_reserved) terminals_[terminal].free_yard(now(), train->cargo.teu, train->yard_running);
    train->yard_reserved = false;
    lift_to_other_gauge(train);
  }
}

// Every break of gauge makes a new train: other wagons, another identity, the same containers.
void Station::lift_to_other_gauge(Train* train) {
  if (context_.watcher != nullptr)
    tell_watcher(context_, {now(), TrainEventKind::kEnded, Watched::kNothing, kNone, id_}, *train);
  if (context_.record_trains) record_stop(*train, false);
  bill(*train);
  leave_units(*train, train->wagons, tables_.legs[train->leg].to_stock);
  train->wagons = train->next_wagons;
  train->kept = true;
  train->next_wagons = {};
  release_track(*train);
  begin_next_leg(*train);
  hold_track(*train, tables_.legs[train->leg].from_tracks, train->next_track_group);
  train->running = train->next_running;
  if (train->asked_ahead) ask_for_yard_ahead(*train, train->asks);
  begin_process(train, ProcessRole::kGaugeOut);
}

// The containers of a kept train that found no wagons: together in the yard, as a train that waits for them.
void Station::set_down(Train* train) {
  if (context_.watcher != nullptr)
    tell_watcher(context_, {now(), TrainEventKind::kEnded, Watched::kNothing, kNone, id_}, *train);
  leave(*train, false);
  bill(*train);
  leave_units(*train, train->wagons, tables_.legs[train->leg].to_stock);
  release_track(*train);
  turn_in_yard(tables_, *train, train->cargo.teu, route_leg(tables_, *train), terminals_);
  begin_next_leg(*train);
  train->kept = false;
  train->entered = -1;
  train->reform = train->set_down = train->yard_reserved = false;
  train->role = ProcessRole::kGaugeOut;
  ask_for_wagons(train);
}

// The same containers on other wagons, under another identity.
void Station::begin_next_leg(Train& train) {
  const RouteLegTable& done = route_leg(tables_, train);
  for (Container* c = train.cargo.head; c != nullptr; c = c->next) {
    end_leg(*c, train);
    move_to_next_gauge(*c);
    c->ready = now();
    c->formation_wait = c->plug_wait = 0;
  }
  change_identity(tables_, done, train);
  train.arrived = -1;
  train.wagons_since = now();
  train.account = {};
  train.stop_wait = {};
  train.watches.set = 0;
  train.watches_done = 0;
  count_cargo(train);
  count_formed(train);
}

void Station::move_to_next_gauge(Container& container) {
  --counters_.gauge_balance[gauge_index(tables_.legs[route_leg(tables_, container).leg].gauge_mm)];
  ++container.leg;
  ++counters_.gauge_balance[gauge_index(tables_.legs[route_leg(tables_, container).leg].gauge_mm)];
}

// The train ends here; its containers wait in the yard for the next train.
void Station::unload(Train* train) {
  if (context_.watcher != nullptr)
    tell_watcher(context_, {now(), TrainEventKind::kEnded, Watched::kNothing, kNone, id_}, *train);
  leave(*train, false);
  bill(*train);
  leave_units(*train, train->wagons, tables_.legs[train->leg].to_stock);
  release_track(*train);
  touched_pools_.clear();
  while (train->cargo.head != nullptr) {
    Container* container = train->cargo.pop_front();
    const std::uint32_t pool = tables_.pools[route_leg(tables_, *container).pool].local;
    turn_in_yard(tables_, *train, container->teu, route_leg(tables_, *container), terminals_);
    end_leg(*container, *train);
    move_to_next_gauge(*container);
    container->arrived_here = train->containers_since;
    container->ready = now();
    if (std::find(touched_pools_.begin(), touched_pools_.end(), pool) == touched_pools_.end()) {
      touched_pools_.push_back(pool);
    }
    add_to_pool(pools_[pool], container);
  }
  context_.storage.end(id_, train);
  for (const std::uint32_t pool : touched_pools_) {
    pools_[pool].note_inbound_train();
    form_full_trains(pools_[pool]);
  }
}

}  // namespace rail
