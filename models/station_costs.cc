// A train ends its leg, or is back where it began: what that cost, and whose containers pay for it.
#include <algorithm>

#include "engine/check.h"
#include "models/billing.h"
#include "models/station_inline.h"
#include "models/turning.h"

namespace rail {
namespace {

// What its wagons have room for: a set always for the train that it is with; where none are counted, as many
// whole FEU as the containers need.
double wagon_feu_of(const Train& train, const StationContext& context) {
  const double needed = (train.cargo.teu + 1) / 2;
  if (train.wagons.units == 0) return needed;
  const double feu = train.wagons.units * context.tables.fleets[train.wagons.fleet].feu_per_unit;
  return context.input.wagon_pools[train.wagons.fleet].feu_per_wagon > 0 ? feu : std::max(feu, needed);
}

TrainBill record_of(const Train& train, const LegTable& leg, double km, std::int64_t now) {
  TrainBill record;
  record.train = train.identity;
  record.pool = train.pool;
  record.from = leg.forth == kNone ? leg.from : leg.to;
  record.to = leg.to;
  record.gauge_mm = leg.gauge_mm;
  record.direction = train.direction;
  record.wagons_since = train.wagons_since;
  record.ended = now;
  record.containers = train.cargo.count;
  record.teu = train.cargo.teu;
  record.km = km;
  return record;
}

}  // namespace

void Station::bill(Train& train) {
  if (!context_.input.costs) return;
  const LegCosts leg = runs_back(tables_, train)
                           ? costs_forth_and_back(context_.input, tables_, train.leg, train.turned_after)
                           : tables_.leg_costs[train.leg];
  const double wagon_feu = wagon_feu_of(train, context_);
  const Bills bills = bills_of(*context_.input.costs, leg, train, wagon_feu, now());
  add_bill(counters_.billed, bills.train);
  add_bill(train.cargo.count > 0 ? counters_.costs.trains : counters_.costs.empty_trains, bills.train);
  if (train.cargo.count == 0) add_bill(counters_.billed_empty, bills.train);
  Bill sum{};
  std::size_t i = 0;
  for (Container* c = train.cargo.head; c != nullptr; c = c->next, ++i) {
    add_bill(c->bill, bills.containers[i]);
    add_bill(sum, bills.containers[i]);
    if (context_.record_containers)
      counters_.records.container_bills.add() = {c->identity, train.identity, c->service, c->leg,
                                                 bills.containers[i]};
  }
  DES_CHECK(train.cargo.count == 0 || sum == bills.train, "containers do not pay what their train cost",
            scheduler_->now(), id_);
  add_bill(counters_.costs.containers, sum);
  if (!context_.record_trains) return;
  TrainBill record = record_of(train, tables_.legs[train.leg], leg.km, now());
  record.gross_t = gross_tonnes(*context_.input.costs, train.cargo, wagon_feu);
  record.bill = bills.train;
  counters_.records.train_bills.add() = record;
}

}  // namespace rail
