// Counts calls of operator new in the whole program. Link allocation_counter.cc into tests that ask.
#pragma once

#include <cstdint>

namespace support {

struct Allocations {
  std::uint64_t count = 0;
  std::uint64_t bytes = 0;
};
Allocations allocations();

}  // namespace support
