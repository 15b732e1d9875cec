// Two ways over a change of gauge, from A or back, with one junction before both:
//
//                    =1435=(P: 1435 | 1520)=1520=
//   (A)=1435=(J: 2)                              (Z)
//                    =1435=(Q: 1435 | 1520)=1520=
//
// Sets of wagons of 1520 mm: one, idle at Q. Trains via P need it there, trains back from Z as well.
#pragma once

#include "tests/networks/watchdog_networks.h"

namespace networks {

struct TwoWays : Network {
  static constexpr std::uint32_t kA = 0, kJ = 1, kP = 2, kQ = 3, kZ = 4;

  // Three trains via P from 10 minutes on, and those via Q.
  explicit TwoWays(std::vector<std::int64_t> via_q) : Network(true) {
    for (const char* id : {"A", "J", "P", "Q", "Z"}) point(id);
    input.points[kJ].tracks = {{1435, 2, 2000}};
    for (const std::uint32_t p : {kP, kQ}) input.points[p].tracks = {{1435, 2, 2000}, {1520, 2, 2000}};
    line(kA, kJ);
    for (const std::uint32_t p : {kP, kQ}) {
      line(kJ, p);
      line(p, kZ, 1520);
      const std::string name = input.points[p].id;
      change("at " + name, p, 1435, 1520, 4, "bays");
      change("back at " + name, p, 1520, 1435, 0, "bays back");
    }
    for (rail::LineInput& line : input.lines) line.tracks = 1;
    via(kP, trains("via P", kA, kZ, {10 * kMinute, 20 * kMinute, 30 * kMinute}));
    via(kQ, trains("via Q", kA, kZ, std::move(via_q)));
    via(kP, trains("back", kZ, kA, {0, 0, 0})).direction = rail::Direction::kEastbound;
    wagons("sets", 1520, {{kP, 0}, {kQ, 1}, {kZ, 0}});
  }

  static rail::ServiceInput& via(std::uint32_t point, rail::ServiceInput& service) {
    service.via = {point};
    return service;
  }
};

}  // namespace networks
