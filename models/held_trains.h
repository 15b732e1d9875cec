// Trains held back: what kept them is not ahead of them in a queue, but shut or full.
#pragma once

#include <array>
#include <cstdint>

#include "models/cause.h"
#include "models/wait_sum.h"

namespace rail {

// Paths, quotas and permits; a full station or yard; hours, possessions, closures.
inline constexpr std::array kHeldCauses{Cause::kPath,  Cause::kTrack,      Cause::kYard,
                                        Cause::kHours, Cause::kPossession, Cause::kClosure};

struct HeldTrains {
  std::int64_t trains = 0;   // each once a stop and cause; those still held included
  std::int64_t seconds = 0;  // until the end, where they still are
  std::int64_t waiting_at_end = 0;

  void add(const WaitSum& ended) {
    trains += ended.visits_waiting;
    seconds += ended.seconds;
  }
};

// Those that stand at one place, by Cause; only those of kHeldCauses count.
using HeldHere = std::array<HeldTrains, kTrainWaitCauses>;

}  // namespace rail
