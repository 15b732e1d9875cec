// Counts calls of operator new in the whole program. Link allocation_counter.cc into tests that ask.
#pragma once

#include <cstdint>

namespace support {

std::uint64_t allocations();

}  // namespace support
