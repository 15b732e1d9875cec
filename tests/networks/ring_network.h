// Three stations in a ring, two tracks at each; each service runs over two of its sections, all the same way
// round.
//
//   (X)--(A)--(B)--(Y)      x: X to Z over A and B, y: Y to X over B and C, z: Z to Y over C and A
//           \  /
//           (C)--(Z)
#pragma once

#include <cstdint>
#include <vector>

#include "tests/networks/watchdog_networks.h"

namespace networks {

struct Ring : Network {
  Ring() : Network(true) {
    const std::uint32_t a = point("A", 2), b = point("B", 2), c = point("C", 2);
    const std::uint32_t x = point("X"), y = point("Y"), z = point("Z");
    line(a, b);
    line(b, c);
    line(c, a);
    line(x, a);
    line(y, b);
    line(z, c);
    for (rail::LineInput& one : input.lines) one.tracks = 1;
    const std::vector<std::int64_t> times{0, 50 * kMinute, 100 * kMinute, 150 * kMinute};
    trains("x", x, z, times).via = {b};
    trains("y", y, x, times).via = {c};
    trains("z", z, y, times).via = {a};
  }
};

}  // namespace networks
