// What a train waited for before it entered a line section.
#pragma once

#include <cstdint>

#include "models/departure.h"
#include "models/records.h"
#include "models/station_context.h"
#include "models/track_tables.h"

namespace rail {

// As they would be if the line were always open, with what possessions and closures of it had of them.
EntryWaits less_closed(const LineInput& line, const ModelInput& input, const Train& train,
                       bool waited_for_room, EntryWaits waits);

// Of one that leaves `now`, or that would if it did: its wait may still be under way.
inline EntryWaits waits_of(const StationContext& context, const Train& train, const StepTable& step,
                           const Departure& granted, std::int64_t now) {
  EntryWaits waits;
  waits.section = now - train.queued_since - granted.messages_s - granted.track_wait - granted.yard_wait -
                  granted.path_wait;
  waits.path = granted.path_wait;
  waits.track = granted.track_wait;
  waits.yard = granted.yard_wait;
  waits.terminal = granted.terminal;
  waits.messages = granted.messages_s;
  waits.running = train.run_seconds;
  waits.slowed = granted.run_seconds - waits.running;
  const LineInput& line = context.input.lines[step.line];
  if (line.hours != kNone) waits = less_closed(line, context.input, train, granted.room_wait > 0, waits);
  return waits;
}

}  // namespace rail
