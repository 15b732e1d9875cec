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
  Delays() {
    const des::RandomStream random(1, 0);
    for (std::uint64_t i = 0; i < kCount; ++i) {
      ticks_.push_back(1 + static_cast<std::int64_t>(-kMean * std::log(random.uniform(i, 0, 0))));
    }
  }

  std::int64_t next() { return ticks_[used_++ % kCount]; }

 private:
  static constexpr std::size_t kCount = 1U << 16U;
  static constexpr double kMean = 1000;

  std::vector<std::int64_t> ticks_;
  std::size_t used_ = 0;
};

}  // namespace bench
