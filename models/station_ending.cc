// Stays, legs and journeys end: what is written down then.
#include <algorithm>
#include <bit>

#include "engine/check.h"
#include "models/station_inline.h"

namespace rail {
namespace {

// Returns the sum of all causes.
std::int64_t add_account(const Container& container, ServiceObservation& service) {
  std::int64_t sum = 0;
  for (std::size_t cause = 0; cause < kCauses; ++cause) {
    sum += container.account[cause];
    service.account[cause] += container.account[cause];
  }
  return sum;
}

// What the train knows for all its containers becomes theirs.
void hand_over_stamps(Container& container, const Train& train) {
  if (container.first_departed < 0) container.first_departed = train.leg_departed;
  WatchStamps& watches = container.watches;
  watches.set &= ~train.watches_done;
  for (std::uint32_t set = train.watches.set; set != 0; set &= set - 1) {
    const auto watch = static_cast<std::uint32_t>(std::countr_zero(set));
    watches.stamp(watch, train.watches.since[watch]);
  }
}

// Until the first leg's `ready` part loads were gathered and stuffed, if there are any.
std::int64_t before_ready_s(const Container& container) {
  return container.leg == 0 ? container.ready - container.released : 0;
}

std::int64_t stuffing_s(const ModelTables& tables, const Container& container) {
  if (container.leg > 0 || container.loads.count == 0) return 0;
  return tables.part_loads[container.loads.of].stuffing_s;
}

// Where the container's time went from the start of a leg that ends: its own waits before the train was
// formed, then the train's time.
Account account_of_leg(const ModelTables& tables, const Container& container, const Train& train) {
  Account account = train.account;
  account[static_cast<std::size_t>(Cause::kFormation)] += container.formation_wait;
  account[static_cast<std::size_t>(Cause::kPlug)] += container.plug_wait;
  const std::int64_t stuffed_s = stuffing_s(tables, container);
  account[static_cast<std::size_t>(Cause::kHandling)] += stuffed_s;
  account[static_cast<std::size_t>(Cause::kConsolidation)] += before_ready_s(container) - stuffed_s;
  return account;
}

}  // namespace

// The train is no longer at this station: on the line, or no more.
void Station::leave(Train& train, bool onto_line) {
  PointObservation& point = counters_.point;
  counters_.present.change(now(), -1);
  point.stay_seconds += now() - std::max(train.entered, counting_since_);
  if (table_.point == kNone) {
    if (context_.record_passings)
      counters_.records.passings.add() = {train.identity, table_.line, table_.place, train.arrived, now()};
    return;
  }
  point.sojourn.add(now() - train.entered);
  if (context_.record_trains) record_stop(train, onto_line);
  if (!onto_line) return;
  ++point.departed;
  if (counters_.last_departure >= 0) {
    const std::int64_t gap = now() - counters_.last_departure;
    ++point.departure_gaps;
    point.departure_gap_sum += gap;
    point.departure_gap_square_sum += gap * gap;
  }
  counters_.last_departure = now();
  observe_dwell(train);
}

void Station::observe_dwell(Train& train) {
  DurationHistogram& dwell = counters_.point.dwell[static_cast<std::size_t>(train.direction)];
  if (train.containers_since >= 0) {
    dwell.add(now() - train.containers_since, train.cargo.count);
    return;
  }
  for (Container* c = train.cargo.head; c != nullptr; c = c->next) {
    if (c->arrived_here >= 0) dwell.add(now() - c->arrived_here);
    c->arrived_here = -1;
  }
}

void Station::end_journey(Train* train) {
  if (context_.watcher != nullptr)
    tell_watcher(context_, {now(), TrainEventKind::kEnded, Watched::kNothing, kNone, id_}, *train);
  bill(*train);
  leave_units(*train, train->wagons, tables_.legs[train->leg].to_stock);
  leave(*train, false);
  release_track(*train);
  while (train->cargo.head != nullptr) {
    Container* container = train->cargo.pop_front();
    end_leg(*container, *train);
    deliver(container, *train);
  }
  context_.storage.end(id_, train);
}

void Station::end_leg(Container& container, const Train& train) {
  hand_over_stamps(container, train);
  const Account account = account_of_leg(tables_, container, train);
  for (std::size_t cause = 0; cause < kCauses; ++cause) container.account[cause] += account[cause];
  if (!context_.record_containers) return;
  ContainerLeg& record = counters_.records.container_legs.add();
  record.container = container.identity;
  record.service = container.service;
  record.leg = container.leg;
  record.kind = container.kind;
  record.commodity = container.commodity;
  record.part_loads = container.loads.count;
  record.train = train.identity;
  record.from = tables_.legs[train.leg].from;
  record.to = table_.point;
  record.ready = container.ready - before_ready_s(container);
  record.departed = train.leg_departed;
  record.arrived = train.arrived;
  record.account = account;
}

void Station::deliver(Container* container, const Train& train) {
  ServiceObservation& service = counters_.ending[tables_.ending_local[container->service]];
  ++service.containers_delivered;
  service.teu_delivered += container->teu;
  service.transit.add(train.arrived - container->first_departed);
  service.total.add(train.arrived - container->released);
  DES_CHECK(add_account(*container, service) == train.arrived - container->released,
            "the causes of a container's time do not add up to its journey", scheduler_->now(), id_);
  if (container->commodity != kNoCommodity) {
    service.goods.resize(context_.input.commodities.size());
    service.goods[container->commodity].add(train.arrived - container->first_departed,
                                            train.arrived - container->released,
                                            context_.input.commodities[container->commodity].max_transit_s);
  }
  if (const LoadsInside& loads = container->loads; loads.count > 0) {
    const PartLoadTable& table = tables_.part_loads[loads.of];
    counters_.unstuffed[table.ending_local].add_delivered(loads, container->account, train.arrived,
                                                          table.unstuffing_s);
    counters_.loads_out += loads.count;
  }
  add_bill(service.bill, container->bill);
  add_bill(counters_.billed_delivered, container->bill);
  if (container->kind != ContainerKind::kEmpty) service.laden_teu_delivered += container->teu;
  ++counters_.delivered[static_cast<std::size_t>(container->kind)];
  counters_.note_rush(context_.input.disruptions, container->service, container->released, now());
  --counters_.gauge_balance[gauge_index(tables_.legs[train.leg].gauge_mm)];
  context_.storage.end(id_, container);
}

void Station::record_stop(const Train& train, bool onto_line) {
  TrainStop& stop = counters_.records.train_stops.add();
  stop.train = train.identity;
  stop.point = table_.point;
  stop.pool = train.pool;
  stop.arrived = train.arrived;
  stop.departed = onto_line ? now() : -1;
  stop.ended = onto_line ? -1 : now();
  // A train that was lifted as a whole has stood here since the one before it came.
  if (train.arrived < 0) stop.made = std::max(train.entered, train.wagons_since);
  if (train.arrived < 0 && train.role == ProcessRole::kOrigin) stop.planned = train.planned;
  stop.containers = train.cargo.count;
  stop.teu = train.cargo.teu;
  stop.gauge_mm = tables_.legs[train.leg].gauge_mm;
  stop.direction = train.direction;
  stop.wait = train.stop_wait;
}

}  // namespace rail
