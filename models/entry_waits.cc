#include "models/entry_waits.h"

#include "models/section_run.h"

namespace rail {

// Of each wait the part in which possessions or closures kept the train out is theirs: it waited for a track
// of the next station first, then for a path, then for the section. A yard ahead kept it waiting for a track,
// or before a double track for room on the section.
EntryWaits waits_of(const StationContext& context, const Train& train, const StepTable& step,
                    const Departure& granted, std::int64_t now) {
  const std::int64_t waited = now - train.queued_since;
  EntryWaits waits;
  waits.section = waited - granted.messages_s - granted.track_wait - granted.yard_wait - granted.path_wait;
  waits.path = granted.path_wait;
  waits.track = granted.track_wait;
  waits.yard = granted.yard_wait;
  waits.terminal = granted.terminal;
  waits.messages = granted.messages_s;
  const std::uint32_t line = context.tables.tracks[step.track].line;
  const LineInput& input = context.input.lines[line];
  const SectionRun run{train.run_seconds, &input.slow_orders};
  waits.running = train.run_seconds;
  waits.slowed = granted.run_seconds - waits.running;
  const Closing closing = context.input.closing(input.hours, input.closures);
  if (closing.hours == nullptr) return waits;
  std::int64_t from = train.queued_since;
  const auto give_back = [&](std::int64_t& wait) {
    const ClosedTime closed = kept_out(closing, run, from, from + wait);
    from += wait;
    wait -= closed.hours_s + closed.closure_s;
    waits.possession += closed.hours_s;
    waits.closure += closed.closure_s;
  };
  give_back(waits.messages);
  give_back(waits.track);
  give_back(waits.yard);
  give_back(waits.path);
  give_back(waits.section);
  return waits;
}

}  // namespace rail
