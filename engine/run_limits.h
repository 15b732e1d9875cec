// What may end a run before its time.
#pragma once

#include <atomic>
#include <cstdint>

namespace des {

// An engine looks whether it is interrupted when a count of events has none of these bits.
constexpr std::uint64_t kPollMask = 4095;

struct RunLimits {
  // Handled since the whole run began, by other engines too; 0: no limit. Sequential engine only.
  std::uint64_t events = 0;
  const std::atomic<bool>* interrupt = nullptr;  // polled every few thousand events, or every window
};

}  // namespace des
