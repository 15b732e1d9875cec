// The kinds of events that stations handle. Payloads: `a` a local index, `b` a record or count, `c` a value.
#pragma once

#include <cstdint>

namespace rail {

enum class EventKind : std::uint32_t {
  kContainerRelease,  // a: flow
  kDeparture,         // a: pool; the service's timetable, rate or list says a train is due
  kLatestDeparture,   // a: pool; its oldest container may have to leave
  kCensus,            // a: index of the census
  kTrainArrives,      // b: Train
  kStageDone,         // b: Train; c: resource
  kBayDone,           // b: Train; c: terminal
  kTrackRequest,      // a: track (global); b: Train; c: packed_request()
  kDispatch,          // the one decision of a station at an instant
  kTrackGrant,        // b: Train; c: run time and path wait
};

}  // namespace rail
