// Expected waits: published to the stations where trains choose their way, and read there.
#include <algorithm>
#include <cmath>

#include "models/channels.h"
#include "models/durations.h"
#include "models/section_run.h"
#include "models/station_inline.h"
#include "models/turning.h"
#include "models/work_time.h"

namespace rail {
namespace {

// From one train that enters a line at this side to the next one, by what limits it most.
double spacing_s(const LineInput& line, std::size_t side, std::int64_t now) {
  const double paths = line.path_cuts.at(now, line.paths_per_day.value_or(0));
  double spacing = paths > 0 ? kSecondsPerDay / paths : 0;
  const double accepted = line.acceptance_cuts[side].at(now, line.accepted_per_day[side]);
  if (accepted > 0) spacing = std::max(spacing, kSecondsPerDay / accepted);
  const double headway = static_cast<double>(line.headway_s.value_or(0));
  const bool one_at_a_time = line.tracks == 1 && !line.headway_s;
  return std::max(spacing,
                  one_at_a_time ? section_run_s(line) + static_cast<double>(line.clearing_s) : headway);
}

// Over a section, in the mean.
double usual_run_s(const LineInput& line) {
  return section_run_s(line) * (line.run_time_factor ? line.run_time_factor->mean() : 1.0);
}

// How much longer its slow order makes a train's way over a line.
double slowed_s(const LineInput& line, std::int64_t now) {
  return usual_run_s(line) * sections_of(line) * (line.slow_orders.at(now, 1.0) - 1);
}

// A slow order in force that leaves no time for a run in the openings in which one would fit as usual closes
// the line until one fits, or until it ends; 0: it does not.
std::int64_t too_slow_until(const StationContext& context, const LineInput& line, std::int64_t now) {
  const OpeningHours* hours = context.input.hours_of(line.hours);
  if (hours == nullptr || line.slow_orders.at(now, 1.0) == 1.0) return 0;
  const std::int64_t usual_s = std::min<std::int64_t>(std::llround(usual_run_s(line)), line.longest_run_s);
  const std::int64_t slow = next_fit(*hours, {usual_s, &line.slow_orders}, now);
  if (slow <= hours->next_fit(now, usual_s)) return 0;
  return std::min(slow, line.slow_orders.next_change(now));
}

// A closure is known while it lasts, its end as well, be that after the run's.
std::int64_t closed_until(const StationContext& context, std::uint32_t closures, std::int64_t now) {
  const OpeningHours* open = context.input.hours_of(closures);
  if (open == nullptr || open->is_open(now)) return 0;
  const std::int64_t opens = open->next_opening(now);
  return opens < kNever ? opens : context.horizon + 1;
}

std::uint32_t leg_on(const ModelTables& tables, std::uint32_t route, std::uint32_t leg) {
  return tables.route_legs[tables.routes[route].first + leg].leg;
}

// That a container may take instead of its own if its train goes on over `leg` before this step; kNone if
// none.
std::uint32_t route_over(const ModelTables& tables, const Container& container, std::uint32_t step,
                         std::uint32_t leg) {
  const ChoiceTable* choice = tables.rerouting.choice_of(container.route, container.leg, step);
  if (choice == nullptr) return kNone;
  for (const WayTable& way : choice->ways) {
    const bool parts = way.parts_here && way.route != container.route;
    if (parts && leg_on(tables, way.route, container.leg) == leg) return way.route;
  }
  return kNone;
}

// Of all bays together, as if each train were lifted as it is.
std::int64_t queued_lifts_s(const StationContext& context, const Terminal& terminal, std::int64_t now) {
  std::int64_t sum = 0;
  terminal.for_each_waiting([&](const Train& train) { sum += bay_seconds(context, train); });
  return sum / terminal.bays_at(now);
}

}  // namespace

void Station::begin_publishing() {
  const ReroutingTables& rerouting = tables_.rerouting;
  if (rerouting.advised_at.empty()) return;
  advice_.board = AdviceBoard(rerouting.board_size[id_]);
  advice_.published.resize(rerouting.advised_at[id_].size());
  if (rerouting.advised_at[id_].empty()) return;
  after(context_.input.rerouting->publish_every_s, des::Phase::kArrival, EventKind::kPublish, {});
}

// Only what has changed since the last time.
void Station::publish() {
  const std::vector<std::uint32_t>& things = tables_.rerouting.advised_at[id_];
  for (std::size_t i = 0; i < things.size(); ++i) {
    const AdvisedTable& thing = tables_.rerouting.advised[things[i]];
    const Advice advice = advice_about(thing);
    if (advice == advice_.published[i]) continue;
    advice_.published[i] = advice;
    for (const AdviceReader& reader : thing.readers) send_advice(reader, advice);
  }
  after(context_.input.rerouting->publish_every_s, des::Phase::kArrival, EventKind::kPublish, {});
}

void Station::send_advice(const AdviceReader& reader, const Advice& advice) {
  const des::Payload payload{reader.place, static_cast<std::uint64_t>(advice.closed_until),
                             static_cast<std::uint64_t>(advice.queue_s)};
  const std::int64_t notice_s = tables_.rerouting.notice_s;
  if (reader.station == id_) return after(notice_s, des::Phase::kArrival, EventKind::kAdvice, payload);
  scheduler_->send(advice_channel(reader, notice_s), des::Duration{notice_s}, des::Phase::kArrival,
                   static_cast<std::uint32_t>(EventKind::kAdvice), payload);
}

void Station::on_advice(const des::Event& event) {
  advice_.board.set(event.a, {static_cast<std::int64_t>(event.b), static_cast<std::int64_t>(event.c)});
}

Advice Station::advice_about(const AdvisedTable& thing) const {
  const ModelInput& input = context_.input;
  if (thing.kind == AdvisedKind::kResource) {
    const std::uint32_t closures = input.resources[table_.resources[thing.local]].closures;
    return {closed_until(context_, closures, now()), resources_[thing.local].queued_work_s(now())};
  }
  if (thing.kind == AdvisedKind::kTerminal) {
    const std::uint32_t closures = tables_.terminals[table_.terminals[thing.local]].closures;
    return {closed_until(context_, closures, now()),
            queued_lifts_s(context_, terminals_[thing.local], now())};
  }
  const LineEntry& entry = table_.entries[thing.local];
  const LineInput& line = input.lines[entry.line];
  const double queue_s =
      static_cast<double>(advice_.waiting[thing.local]) * spacing_s(line, entry.side, now());
  return {std::max(closed_until(context_, line.closures, now()), too_slow_until(context_, line, now())),
          static_cast<std::int64_t>(queue_s + slowed_s(line, now()))};
}

// Between the one drawn for a new train and the others of its service.
std::uint32_t Station::choose_route(std::uint32_t service, std::uint32_t planned) {
  const ChoiceTable* choice = tables_.rerouting.choice_of(planned, 0, 0);
  if (choice == nullptr) return planned;
  const std::uint32_t route = advice_.board.best(*choice, now(), context_.input.rerouting->tolerance_s).route;
  if (route != planned) ++counters_.rerouted[service].at_origin;
  return route;
}

// A quicker one that parts from a train's own here, where it arrives then, if it may take it with all its
// containers; else nullptr.
const WayTable* Station::other_way(const Train& train, std::int64_t time) const {
  // Asked at every arrival: without choices no container's record is touched, which lies in no cache.
  if (tables_.rerouting.choices.empty() || train.cargo.head == nullptr) return nullptr;
  const Container& first = *train.cargo.head;
  const std::uint32_t step = train.step + 1;
  const ChoiceTable* choice = tables_.rerouting.choice_of(first.route, first.leg, step);
  if (choice == nullptr) return nullptr;
  const WayTable& way = advice_.board.best(*choice, time, context_.input.rerouting->tolerance_s);
  if (way.route == first.route || !way.parts_here) return nullptr;
  const std::uint32_t leg = leg_on(tables_, way.route, first.leg);
  if (train.cargo.teu > tables_.leg_capacity_teu(context_.input.services[first.service], leg)) return nullptr;
  for (const Container* c = first.next; c != nullptr; c = c->next) {
    if (leg != train.leg && route_over(tables_, *c, step, leg) == kNone) return nullptr;
  }
  return &way;
}

void Station::divert(Train& train) {
  const WayTable* way = other_way(train, now());
  if (way == nullptr) return;
  Container& first = *train.cargo.head;
  const std::uint32_t leg = leg_on(tables_, way->route, first.leg);
  ++counters_.rerouted[first.service].under_way;
  for (Container* c = first.next; c != nullptr; c = c->next) {
    if (leg != train.leg) c->route = route_over(tables_, *c, train.step + 1, leg);
  }
  first.route = way->route;
  train.leg = leg;
  if (!leads_to_hold(tables_, train, way->route)) counters_.holds.end(train, now());
}

}  // namespace rail
