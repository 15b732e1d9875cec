// What a departure or arrival means for counts: lines, watches, first departures.
#include <algorithm>

#include "models/station.h"
#include "models/wait_account.h"

namespace rail {

// Waits for the section include running slower than drawn, behind a train that could not be overtaken.
void Station::count_entry(Train& train, const StepTable& step, std::int64_t waited, std::int64_t path_wait) {
  LineObservation& line = counters_.entries[step.entry].seen[static_cast<std::size_t>(train.direction)];
  account_wait(train, WaitCause::kSection, waited - path_wait, line.wait);
  account_wait(train, WaitCause::kPath, path_wait, line.path_wait);
  if (!step.enters_line) return;
  ++line.trains;
  line.teu += train.cargo.teu;
  line.containers += train.cargo.count;
  line.laden_teu += train.cargo.laden_teu;
  const std::uint32_t index = tables_.tracks[step.track].line;
  if (tables_.crossing[index] == 0) return;
  const std::int64_t through_teu = through_teu_of(train, context_.input.lines[index]);
  if (through_teu > 0) ++line.through_trains;
  line.through_teu += through_teu;
}

// Containers that neither start nor end their journey in a country at the line's ends.
std::int64_t Station::through_teu_of(const Train& train, const LineInput& line) const {
  const auto& country = tables_.country;
  std::int64_t teu = 0;
  for (const Container* c = train.cargo.head; c != nullptr; c = c->next) {
    const ServiceInput& service = context_.input.services[c->service];
    bool through = true;
    for (const std::uint32_t end : {line.from, line.to}) {
      through = through && country[service.origin] != country[end] && country[service.destination] != country[end];
    }
    if (through) teu += c->teu;
  }
  return teu;
}

void Station::stamp_departure(Train& train) {
  const bool first_step = train.step == 0;
  if (!first_step && table_.watch_from.empty()) return;
  for (Container* c = train.cargo.head; c != nullptr; c = c->next) {
    if (first_step) c->leg_departed = now();
    if (c->first_departed < 0) c->first_departed = now();
    for (const std::uint32_t watch : table_.watch_from) {
      c->watch_since[watch] = now();
      c->watch_bits |= 1U << watch;
    }
  }
}

void Station::observe_watches(Train& train) {
  for (std::size_t i = 0; i < table_.watch_to.size(); ++i) {
    const std::uint32_t watch = table_.watch_to[i];
    const auto& directions = context_.input.watches[watch].directions;
    if (std::find(directions.begin(), directions.end(), train.direction) == directions.end()) continue;
    for (Container* c = train.cargo.head; c != nullptr; c = c->next) {
      if ((c->watch_bits >> watch & 1U) == 0) continue;
      c->watch_bits &= ~(1U << watch);
      counters_.watches[i].travel.add(now() - c->watch_since[watch]);
    }
  }
}

}  // namespace rail
