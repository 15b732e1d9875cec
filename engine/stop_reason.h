// Why a run ended: a value, not an error.
#pragma once

#include <cstdint>

namespace des {

enum class StopReason : std::uint8_t {
  kHorizon,      // the end of the requested time was reached
  kQuiescent,    // no event is left
  kInterrupted,  // somebody asked to stop
  kEventLimit,   // the allowed number of events was used up
};

}  // namespace des
