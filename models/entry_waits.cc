#include "models/entry_waits.h"

#include <algorithm>

namespace rail {

// Of each wait the part in which possessions or closures kept the train out is theirs: it waited for a track
// of the next station first, then for the section or a path.
EntryWaits waits_of(const StationContext& context, const Train& train, const StepTable& step,
                    const Departure& granted, std::int64_t now) {
  const std::int64_t waited = now - train.queued_since;
  EntryWaits waits{waited - granted.path_wait - granted.track_wait,
                   granted.path_wait,
                   granted.track_wait,
                   0,
                   granted.run_seconds - train.run_seconds,
                   0};
  const std::uint32_t line = context.tables.tracks[step.track].line;
  const LineInput& input = context.input.lines[line];
  const Closing closing = context.input.closing(input.hours, input.closures);
  if (closing.hours == nullptr) return waits;
  const std::int64_t since = train.queued_since, track_since = since + granted.track_wait;
  const ClosedTime before_track = closing.kept_out(since, track_since, train.run_seconds);
  const ClosedTime after_track = closing.kept_out(track_since, now, train.run_seconds);
  waits.track -= before_track.hours_s + before_track.closure_s;
  const std::int64_t closed_s = after_track.hours_s + after_track.closure_s;
  const std::int64_t of_path = std::min(waits.path, closed_s);
  waits.path -= of_path;
  waits.section -= closed_s - of_path;
  waits.possession = before_track.hours_s + after_track.hours_s;
  waits.closure = before_track.closure_s + after_track.closure_s;
  return waits;
}

}  // namespace rail
