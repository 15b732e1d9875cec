#include "models/entry_waits.h"

#include <algorithm>
#include <initializer_list>

#include "models/section_run.h"

namespace rail {

// Of each wait the part in which possessions or closures kept the train out is theirs: it waited for a track
// of the next station first, or for room in its yard, then for a path, then for the section. Before a double
// track it waited for its path first, then for the section, and for room on it, which the station or the yard
// keeps full: while there was room the section was closed, so that what closed it has this time first.
EntryWaits less_closed(const LineInput& line, const ModelInput& input, const Train& train,
                       bool waited_for_room, EntryWaits waits) {
  const SectionRun run{train.run_seconds, &line.slow_orders};
  const Closing closing = input.closing(line.hours, line.closures);
  std::int64_t from = train.queued_since;
  const auto give_back = [&](std::initializer_list<std::int64_t*> parts) {
    std::int64_t length = 0;
    for (const std::int64_t* part : parts) length += *part;
    const ClosedTime closed = kept_out(closing, run, from, from + length);
    from += length;
    waits.possession += closed.hours_s;
    waits.closure += closed.closure_s;
    std::int64_t left = closed.hours_s + closed.closure_s;
    for (std::int64_t* part : parts) {
      const std::int64_t given = std::min(*part, left);
      *part -= given;
      left -= given;
    }
  };
  give_back({&waits.messages});
  if (waited_for_room) {
    give_back({&waits.path});
    give_back({&waits.section, &waits.track, &waits.yard});
    return waits;
  }
  give_back({&waits.track});
  give_back({&waits.yard});
  give_back({&waits.path});
  give_back({&waits.section});
  return waits;
}

}  // namespace rail
