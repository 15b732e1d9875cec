// Where one route of a service parts from another.
#pragma once

#include <cstdint>
#include <tuple>

#include "models/model_tables.h"

namespace rail {

// Behind so many legs and so many steps of the next one, which both routes do alike.
struct RouteFork {
  std::uint32_t station = kNone;  // kNone: no fork
  std::uint32_t leg = 0, step = 0;

  bool exists() const { return station != kNone; }
  bool is_before(const RouteFork& other) const {
    return std::tie(leg, step) < std::tie(other.leg, other.step);
  }
};

// None where they part at the origin, before any step: trains under way are past it. At the end of a leg of
// both they may part by the change of gauge, or by what comes behind it.
RouteFork fork_of(const ModelTables& tables, std::uint32_t route, std::uint32_t other);

}  // namespace rail
