// Departures, and what they and arrivals mean for counts: lines, watches, first departures.
#include <algorithm>

#include "models/channels.h"
#include "models/entry_waits.h"
#include "models/station_inline.h"
#include "models/track_waits.h"
#include "models/turning.h"
#include "models/wait_account.h"

namespace rail {
namespace {

// Neither starts nor ends its journey in a country at the line's ends.
bool is_through(const StationContext& context, std::uint32_t service, const LineInput& line) {
  const auto& country = context.tables.country;
  const ServiceInput& ends = context.input.services[service];
  for (const std::uint32_t point : {line.from, line.to}) {
    if (country[ends.origin] == country[point] || country[ends.destination] == country[point]) return false;
  }
  return true;
}

std::int64_t through_teu_of(const StationContext& context, const Train& train, const LineInput& line) {
  std::int64_t teu = 0;
  if (train.groups <= kMostGroups) {
    for (std::size_t g = 0; g < train.groups; ++g) {
      if (is_through(context, train.group[g].service, line)) teu += train.group[g].teu;
    }
    return teu;
  }
  for (const Container* c = train.cargo.head; c != nullptr; c = c->next) {
    if (is_through(context, c->service, line)) teu += c->teu;
  }
  return teu;
}

}  // namespace

// The line is to blame for running slower than drawn as well, behind a train that could not be overtaken.
inline void Station::count_entry(Train& train, const StepTable& step, const Departure& granted) {
  const EntryWaits waits = waits_of(context_, train, step, granted, now());
  EntryCounters& entry = counters_.entries[step.entry];
  const auto direction = static_cast<std::size_t>(running_direction(tables_, train));
  ++entry.entered[direction];
  LineObservation& line = entry.seen[direction];
  account_time(train, Cause::kHandling, waits.messages);
  account_time(train, Cause::kRunning, waits.running);
  account_time(train, Cause::kSlowed, waits.slowed);
  account_time(train, Cause::kSection, waits.section);
  train.stop_wait[static_cast<std::size_t>(Cause::kSection)] += waits.section;
  add_wait(line.wait, waits.section + waits.slowed, train.cargo.count);
  account_part(train, Cause::kPath, waits.path, line.path_wait);
  account_part(train, Cause::kTrack, waits.track, line.track_wait);
  if (waits.yard > 0) {
    if (entry.yard_waits.size() <= waits.terminal) entry.yard_waits.resize(waits.terminal + 1);
    account_wait(train, Cause::kYard, waits.yard, entry.yard_waits[waits.terminal]);
  }
  account_part(train, Cause::kPossession, waits.possession, line.possession_wait);
  account_part(train, Cause::kClosure, waits.closure, line.closure_wait);
  if (!step.enters_line) return;
  ++line.trains;
  line.teu += train.cargo.teu;
  line.containers += train.cargo.count;
  line.laden_teu += train.cargo.laden_teu;
  if (tables_.crossing[step.line] == 0) return;
  const std::int64_t through_teu = through_teu_of(context_, train, context_.input.lines[step.line]);
  if (through_teu > 0) ++line.through_trains;
  line.through_teu += through_teu;
}

inline void Station::stamp_departure(Train& train) {
  if (train.step == 0) train.leg_departed = now();
  for (const std::uint32_t watch : table_.watch_from) {
    train.watches.stamp(watch, now());
    train.watches_done &= ~(1U << watch);
  }
}

void Station::depart(Train* train, const Departure& granted) {
  check_owned(*train);
  const StepTable& next = step(*train);
  count_entry(*train, next, granted);
  if (context_.logs_track_waits) note_departure(tables_, *train, granted, now(), counters_.track_waits);
  train->ready_to = ReadyTo::kNothing;
  if (context_.watcher != nullptr)
    tell_watcher(context_, {now(), TrainEventKind::kDeparted, Watched::kTrack, next.track, id_}, *train);
  count_waiting(*train, next, false);
  if (is_held_for(*train, next)) counters_.holds.end(*train, now());
  if (train->role == ProcessRole::kOrigin && train->turned_after == 0)
    ++counters_.originating[tables_.pools[train->pool].local].trains_departed;
  if (!runs_back(tables_, *train)) stamp_departure(*train);
  if (train->permits > 0 && next.enters_line) return_permit(*train, next.entry);
  leave(*train, true);
  if (train->tracks != kNoTracks) release_track(*train);
  train->on_line = true;
  train->owner = kNone;
  train->track_group = granted.track_group;
  if (context_.gives_notice) ask_past_next_station(train, granted.run_seconds);
  scheduler_->send(train_channel(next), des::Duration{granted.run_seconds}, des::Phase::kCompletion,
                   static_cast<std::uint32_t>(EventKind::kTrainArrives),
                   {0, reinterpret_cast<std::uint64_t>(train), 0});
}

// The train's own stamp is later than any of an earlier leg, so it wins.
void Station::observe_watches(Train& train) {
  for (std::size_t i = 0; i < table_.watch_to.size(); ++i) {
    const std::uint32_t watch = table_.watch_to[i];
    const auto& directions = context_.input.watches[watch].directions;
    if (std::find(directions.begin(), directions.end(), train.direction) == directions.end()) continue;
    DurationHistogram& travel = counters_.watches[i].travel;
    if (train.watches.has(watch)) {
      travel.add(now() - train.watches.since[watch], train.cargo.count);
    } else if (((train.cargo_watches & ~train.watches_done) >> watch & 1U) != 0) {
      for (const Container* c = train.cargo.head; c != nullptr; c = c->next) {
        if (c->watches.has(watch)) travel.add(now() - c->watches.since[watch]);
      }
    }
    train.watches.set &= ~(1U << watch);
    train.watches_done |= 1U << watch;
  }
}

}  // namespace rail
