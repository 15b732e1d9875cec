// Delays for benchmarks: exponential with a mean of 1000 ticks, drawn once, used in a circle.
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

class Delays {
 public:
  std::int64_t next() { return ticks_[used_++ % kCount]; }
  std::int64_t at(std::uint64_t index) const { return ticks_[index % kCount]; }

 private:
  static constexpr std::size_t kCount = 1U << 16U;
  static constexpr double kMean = 1000;

  static const std::vector<std::int64_t>& table() {
    static const std::vector<std::int64_t> kTicks = draw();
    return kTicks;
  }

  static std::vector<std::int64_t> draw() {
    const des::RandomStream random(1, 0);
    std::vector<std::int64_t> ticks;
    for (std::uint64_t i = 0; i < kCount; ++i) {
      ticks.push_back(1 + static_cast<std::int64_t>(-kMean * std::log(random.uniform(i, 0, 0))));
    }
    return ticks;
  }

  const std::vector<std::int64_t>& ticks_ = table();
  std::size_t used_ = 0;
};

}  // namespace bench
