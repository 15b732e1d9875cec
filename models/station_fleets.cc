// Wagons and locomotives: trains take them, wait for them, leave them; what stands idle too long returns.
#include <utility>

#include "models/channels.h"
#include "models/run_time.h"
#include "models/section_run.h"
#include "models/station_inline.h"
#include "models/train_lookup.h"
#include "models/turning.h"
#include "models/wait_account.h"

namespace rail {
namespace {

constexpr double kTeuPerFeu = 2;

// Wagons for the leg. A train without containers is as long as its service makes it.
std::int64_t wagons_of(const Train& train, const StationContext& context, const FleetStock& stock) {
  const double feu_per_wagon = context.input.wagon_pools[stock.table().fleet].feu_per_wagon;
  const std::uint32_t service = context.tables.pools[train.pool].service;
  const bool empty = train.cargo.count == 0 && service != kNone;
  return wagons_for(feu_per_wagon,
                    empty ? kTeuPerFeu * context.input.services[service].train_feu : train.cargo.teu);
}

// The line, for a train that would enter it at `time`; that itself if it is open.
std::int64_t line_opens(const StationContext& context, const Train& train, const StepTable& next,
                        std::int64_t time) {
  const LineInput& line = context.input.lines[context.tables.tracks[next.track].line];
  const OpeningHours* hours = context.input.hours_of(line.hours);
  if (hours == nullptr) return time;
  return next_fit(*hours, {draw_run_seconds(context, train, next), &line.slow_orders}, time);
}

}  // namespace

// A train made here, before it takes a track: it stands nowhere yet, and waiting holds nobody up.
void Station::ask_for_wagons(Train* train) {
  const std::uint32_t stock = tables_.legs[train->leg].from_stock;
  if (stock == kNone) return ask_for_permits(train);
  if (take_or_wait(train, stock, wagons_of(*train, context_, stocks_[stock])))
    on_units(train, stocks_[stock]);
}

// Where a train's way enters a traction district. One that has asked ahead for its next section has its own.
// Before a closed line none is taken: others may need the locomotives meanwhile.
void Station::ask_for_locomotive(Train* train) {
  if (train->role == ProcessRole::kGaugeOut || train->role == ProcessRole::kOrigin) train->step = 0;
  const std::uint32_t stock = step(*train).from_locomotives;
  if (stock == kNone) return ask_for_track(train);
  train->queued_since = now();
  if (train->asked_ahead) {
    train->locomotive = std::exchange(train->next_locomotive, {});
    stocks_[stock].count_wait(*train, now());
    return ask_for_track(train);
  }
  const std::int64_t opens = line_opens(context_, *train, step(*train), now());
  if (opens <= now()) {
    if (take_or_wait(train, stock, 1)) on_units(train, stocks_[stock]);
    return;
  }
  train->ready_to = ReadyTo::kLocomotive;
  count_waiting(*train, step(*train), true);
  after(not_never(context_, opens) - now(), des::Phase::kCompletion, EventKind::kLineOpens,
        {0, reinterpret_cast<std::uint64_t>(train), 0});
}

// For the next section of a train that asks for it ahead of when it is ready. Whether it need not wait for
// one then, as far as is known: it does not ask before it has one, and takes none from those that wait.
bool Station::set_aside_locomotive(Train& train, const Train& then, std::int64_t ready) {
  const std::uint32_t stock = step(then).from_locomotives;
  if (stock == kNone) return true;
  if (line_opens(context_, then, step(then), ready) > ready || !stocks_[stock].take(1, now())) return false;
  train.next_locomotive = {stocks_[stock].table().fleet, 1};
  return true;
}

// All the time a possession or a closure has kept it out.
void Station::on_line_opens(Train* train) {
  check_owned(*train);
  const StepTable& next = step(*train);
  count_waiting(*train, next, false);
  train->ready_to = ReadyTo::kNothing;
  const LineInput& input = context_.input.lines[tables_.tracks[next.track].line];
  const SectionRun run{draw_run_seconds(context_, *train, next), &input.slow_orders};
  const ClosedTime closed =
      kept_out(context_.input.closing(input.hours, input.closures), run, train->queued_since, now());
  LineObservation& line =
      counters_.entries[next.entry].seen[static_cast<std::size_t>(running_direction(tables_, *train))];
  account_wait(*train, Cause::kPossession, closed.hours_s, line.possession_wait);
  account_wait(*train, Cause::kClosure, closed.closure_s, line.closure_wait);
  ask_for_locomotive(train);
}

// A train that finds what it needs goes on at once, as if there were no fleets.
bool Station::take_or_wait(Train* train, std::uint32_t stock, std::int64_t units) {
  train->queued_since = now();
  train->units_wanted = static_cast<std::int32_t>(units);
  if (!stocks_[stock].take(units, now())) {
    stocks_[stock].enqueue(train, now());
    return false;
  }
  stocks_[stock].count_wait(*train, now());
  return true;
}

void Station::on_units(Train* train, const FleetStock& stock) {
  const StockTable& table = stock.table();
  (table.locomotives ? train->locomotive : train->wagons) = {table.fleet, train->units_wanted};
  if (table.locomotives) return ask_for_track(train);
  train->wagons_since = now();
  ask_for_permits(train);
}

// A kept train is lifted straight onto wagons that are there; it never waits for them on its track.
bool Station::take_next_wagons(Train& train) {
  const std::uint32_t leg = route_leg(tables_, train).next_leg;
  const std::uint32_t stock = tables_.legs[leg].from_stock;
  if (stock == kNone) return true;
  const std::int64_t units = wagons_of(train, context_, stocks_[stock]);
  if (!stocks_[stock].take(units, now())) return false;
  train.queued_since = now();
  stocks_[stock].count_wait(train, now());
  train.next_wagons = {stocks_[stock].table().fleet, static_cast<std::int32_t>(units)};
  return true;
}

// Where a leg ends, or a way leads out of a district. Without a stock there, the train keeps what it has.
void Station::leave_units(const Train& train, HeldUnits& held, std::uint32_t stock) {
  if (stock == kNone || held.units == 0) return;
  const StockTable& table = stocks_[stock].table();
  const std::size_t pools = context_.input.wagon_pools.size();
  const auto& law = table.locomotives ? context_.input.traction_districts[table.fleet - pools].turnaround
                                      : context_.input.wagon_pools[table.fleet].turnaround;
  std::int64_t seconds = 0;
  if (law) {
    const double u = law->is_random() ? context_.random.uniform(train.identity, table.hash, 0) : 0.5;
    seconds = law->seconds(u, train.ordinal);
  }
  const HeldUnits left = std::exchange(held, {});
  stocks_[stock].begin_turn(left.units, now());
  if (seconds == 0) {
    if (stocks_[stock].end_turn(left.units, now())) decide_again();
    return;
  }
  after(seconds, des::Phase::kCompletion, EventKind::kTurned,
        {stock, static_cast<std::uint64_t>(left.units), 0});
}

// Trains that wait first, then what has stood idle too long.
void Station::give_units() {
  for (FleetStock& stock : stocks_) {
    while (Train* train = stock.start_next(now())) on_units(train, stock);
    while (const IdleRuleTable* rule = stock.due(now())) {
      if (rule->pool != kNone) {
        form_train(pools_[rule->pool], ContainerList{});
        continue;
      }
      stock.send_light(rule->units, now());
      scheduler_->send(light_run(*rule), des::Duration{rule->run_s}, des::Phase::kCompletion,
                       static_cast<std::uint32_t>(EventKind::kLightArrives), {rule->to_stock, 0, 0});
    }
    if (const std::optional<std::int64_t> due = stock.next_due()) wake_at(*due);
  }
}

}  // namespace rail
