// Where a container's time goes: every second from its release to its arrival has exactly one cause.
//
// The one list, for trains, containers, places and KPIs alike; docs/glossary.md has it in words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace rail {

enum class Cause : std::uint8_t {
  // Waits: each is also counted at the place where it happened (WaitSum).
  kSection,     // for a line section to be free
  kPath,        // for a path (slot) of a line, the next day's quota, or at the origin for a permit
  kTrack,       // for a station track
  kServer,      // for a server of a stage
  kBay,         // for a bay
  kYard,        // for room in a yard that is full
  kFleet,       // for wagons or a locomotive
  kHours,       // for something to open: opening hours
  kPossession,  // for a line section to be given back to traffic
  kClosure,     // for the end of a closure
  kFormation,   // for a train to be formed
  // What is no wait.
  kHandling,  // stages and lifts, as long as they take without queues
  kRunning,   // over line sections, as long as drawn for the train alone
  kSlowed,    // over line sections, beyond that, behind a train that could not be overtaken
  // Waits of containers alone, never of trains; the last ones, so that the numbers of the others stay.
  kPlug,          // for a train with a plug to spare
  kConsolidation  // for more part loads
};
constexpr std::size_t kTrainWaitCauses = 11;   // the first ones
constexpr std::size_t kCausesOfEveryRun = 14;  // likewise; the others only with goods that have them
constexpr std::size_t kCauses = 16;
inline bool is_wait(std::size_t cause) { return cause < kTrainWaitCauses || cause >= kCausesOfEveryRun; }
const char* to_string(Cause cause);

using Waits = std::array<std::int64_t, kTrainWaitCauses>;  // seconds
using Account = std::array<std::int64_t, kCauses>;         // seconds

}  // namespace rail
