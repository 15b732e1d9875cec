#include "models/fleet_stock.h"

#include <algorithm>

#include "engine/check.h"
#include "models/wait_account.h"

namespace rail {

FleetStock::FleetStock(const StockTable& table) : table_(table), least_idle_(table.initial) {
  change_idle(table.initial, 0);
}

bool FleetStock::take(std::int64_t units, std::int64_t now) {
  if (!queue_.empty() || idle_.level() < units) return false;
  change_idle(-units, now);
  return true;
}

void FleetStock::enqueue(Train* train, std::int64_t now) {
  train->queued_since = now;
  queue_.push_back(train);
  waiting_.change(now, 1);
}

Train* FleetStock::start_next(std::int64_t now) {
  if (queue_.empty() || idle_.level() < queue_.front()->units_wanted) return nullptr;
  Train* train = queue_.pop_front();
  waiting_.change(now, -1);
  change_idle(-train->units_wanted, now);
  count_wait(*train, now);
  return train;
}

void FleetStock::count_wait(Train& train, std::int64_t now) {
  account_wait(train, Cause::kFleet, now - train.queued_since, seen_.wait);
}

void FleetStock::send_light(std::int64_t units, std::int64_t now) {
  change_idle(-units, now);
  light_ += units;
  seen_.sent_light += units;
}

void FleetStock::receive_light(std::int64_t units, std::int64_t now) {
  light_ -= units;
  change_idle(units, now);
}

bool FleetStock::end_turn(std::int64_t units, std::int64_t now) {
  DES_CHECK(turning_.level() >= units, "wagons or locomotives are ready that were not turned",
            des::SimTime{now}, table_.station);
  turning_.change(now, -units);
  change_idle(units, now);
  return !queue_.empty() || !table_.idle_rules.empty();
}

void FleetStock::change_idle(std::int64_t units, std::int64_t now) {
  idle_.change(now, units);
  DES_CHECK(idle_.level() >= 0, "wagons or locomotives leave that are not there", des::SimTime{now},
            table_.station);
  least_idle_ = std::min(least_idle_, idle_.level());
  if (table_.idle_rules.empty()) return;
  if (units > 0) add_lot(units, now);
  if (units < 0) take_newest(-units);
}

void FleetStock::add_lot(std::int64_t units, std::int64_t now) {
  if (!lots_.empty() && lots_.back().since == now)
    lots_.back().units += units;
  else
    lots_.push_back({now, units});
}

void FleetStock::take_newest(std::int64_t units) {
  while (units > 0) {
    const std::int64_t taken = std::min(units, lots_.back().units);
    units -= taken;
    lots_.back().units -= taken;
    if (lots_.back().units == 0) lots_.pop_back();
  }
}

void FleetStock::take_oldest(std::int64_t units) {
  while (units > 0) {
    const std::int64_t taken = std::min(units, lots_.front().units);
    units -= taken;
    lots_.front().units -= taken;
    if (lots_.front().units == 0) lots_.pop_front();
  }
}

// So many as are to stay and to leave have stood since the last of them came.
std::optional<std::int64_t> FleetStock::due_at(const IdleRuleTable& rule) const {
  std::int64_t missing = rule.keep + rule.units;
  if (idle_.level() < missing || !queue_.empty()) return std::nullopt;
  for (const Lot& lot : lots_) {
    missing -= lot.units;
    if (missing <= 0) return lot.since + rule.idle_for_s;
  }
  return std::nullopt;
}

// Those that leave are the oldest: they come to the front of what is taken next.
const IdleRuleTable* FleetStock::due(std::int64_t now) {
  for (const IdleRuleTable& rule : table_.idle_rules) {
    const std::optional<std::int64_t> instant = due_at(rule);
    if (!instant || *instant > now) continue;
    take_oldest(rule.units);
    add_lot(rule.units, now);
    return &rule;
  }
  return nullptr;
}

std::optional<std::int64_t> FleetStock::next_due() const {
  std::optional<std::int64_t> next;
  for (const IdleRuleTable& rule : table_.idle_rules) {
    const std::optional<std::int64_t> instant = due_at(rule);
    if (instant && (!next || *instant < *next)) next = instant;
  }
  return next;
}

void FleetStock::restart_counting(std::int64_t now) {
  seen_ = StockObservation{};
  idle_.restart(now);
  turning_.restart(now);
  waiting_.restart(now);
  least_idle_ = idle_.level();
}

StockObservation FleetStock::observation(std::int64_t now) const {
  StockObservation result = seen_;
  result.idle_seconds = idle_.sum_until(now);
  result.turning_seconds = turning_.sum_until(now);
  result.waiting_seconds = waiting_.sum_until(now);
  result.longest_queue = waiting_.most();
  result.least_idle = least_idle_;
  result.idle_at_end = idle_.level();
  result.turning_at_end = turning_.level();
  result.light_at_end = light_;
  return result;
}

}  // namespace rail
