// Delays for benchmarks: exponential, drawn once, used in a circle.
//
// Drawing beforehand keeps the cost of the logarithm out of what is measured. Never 0, so that an event
// may always be scheduled in any phase.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/random_stream.h"

namespace bench {

constexpr std::size_t kDelays = 1U << 16U;

// `mean` in ticks.
inline std::vector<std::int64_t> draw_delays(double mean) {
  const des::RandomStream random(1, 0);
  std::vector<std::int64_t> ticks;
  for (std::uint64_t i = 0; i < kDelays; ++i) {
    ticks.push_back(1 + static_cast<std::int64_t>(-mean * std::log(random.uniform(i, 0, 0))));
  }
  return ticks;
}

// With a mean of 1000 ticks.
inline const std::vector<std::int64_t>& usual_delays() {
  static const std::vector<std::int64_t> kTicks = draw_delays(1000);
  return kTicks;
}

class Delays {
 public:
  explicit Delays(const std::vector<std::int64_t>& ticks = usual_delays()) : ticks_(ticks) {}
  std::int64_t next() { return ticks_[used_++ % kDelays]; }
  std::int64_t at(std::uint64_t index) const { return ticks_[index % kDelays]; }

 private:
  const std::vector<std::int64_t>& ticks_;
  std::size_t used_ = 0;
};

}  // namespace bench
