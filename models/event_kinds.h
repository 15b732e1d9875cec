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
  kAskAhead,          // b: Train, which will be ready to leave here; c: when
  kTrackRequest,      // b: Train, which carries what it asks for
  kDispatch,          // the one decision of a station at an instant
  kApproach,          // a: approach; the next train may come in, as far as the one before is concerned
  kRoomAgain,         // a: track (local), which a train has left; b, c: Track::return_room()
  kTrackReserved,     // b: Train, which carries the answer
  kPaths,             // a: section (global); b, c: PathGate::most, from
  kTrackReturned,     // a: track group; b: Train, which would be kept out of the section for long
  kTrackGrant,        // b: Train, which carries the answer
  kRight,             // a: section (global); b: Track, about which this station decides from now on
  kCut,               // a: section (global), of whose paths or quota a cut begins or ends
  kTurned,            // a: stock; b: wagons or locomotives that can be taken again
  kLightArrives,      // a: stock; a locomotive without a train
  kLineOpens,         // b: Train, which has waited for it before it takes a locomotive
  kSetOut,            // b: Train, which has waited at its origin for a line further on to open
  kPermitAsked,       // a: desk; b: Train that is to be loaded; c: station where it is
  kPermitReturned,    // a: desk, of a ring
  kPermit,            // b: Train; c: desk that gave it (DeskAt)
  kPublish,           // expected waits
  kAdvice,            // a: place on the board; b: closed until; c: seconds of queue
  kChain,             // the decision about sections whose trains had to hear from the next station first
  kPartLoad,          // a: gathering; the next part load comes
  kLongestWait,       // a: gathering; c: container whose first load has waited as long as it may
  kStuffed,           // a: gathering; the container longest in stuffing is ready for a train
};

}  // namespace rail
