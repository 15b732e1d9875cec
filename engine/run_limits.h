// What may end a run before its time.
#pragma once

#include <atomic>
#include <cstdint>

namespace des {

struct RunLimits {
  std::uint64_t events = 0;                      // 0: no limit; sequential engine only
  const std::atomic<bool>* interrupt = nullptr;  // polled every few thousand events, or every window
};

}  // namespace des
