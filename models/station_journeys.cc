// What a departure or arrival means for counts: lines, watches, first departures.
#include <algorithm>

#include "models/entry_waits.h"
#include "models/station_inline.h"
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
void Station::count_entry(Train& train, const StepTable& step, const Departure& granted) {
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
