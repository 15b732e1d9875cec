// Simulated time: strong 64-bit integer ticks.
//
// The engine gives a tick no meaning; the rail model uses one second. Integer time keeps the order
// of events exact: a floating-point clock can put an event on the wrong side of a boundary.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace des {

struct Duration {
  std::int64_t ticks = 0;

  auto operator<=>(const Duration&) const = default;
  friend constexpr Duration operator+(Duration a, Duration b) { return {a.ticks + b.ticks}; }
  friend constexpr Duration operator-(Duration a, Duration b) { return {a.ticks - b.ticks}; }
};

struct SimTime {
  std::int64_t ticks = 0;

  auto operator<=>(const SimTime&) const = default;
  friend constexpr SimTime operator+(SimTime t, Duration d) { return {t.ticks + d.ticks}; }
  friend constexpr SimTime operator-(SimTime t, Duration d) { return {t.ticks - d.ticks}; }
  friend constexpr Duration operator-(SimTime a, SimTime b) { return {a.ticks - b.ticks}; }
};

constexpr SimTime kNever{std::numeric_limits<std::int64_t>::max()};
// No event may be later, so that no sum with a lookahead or a distance overflows.
constexpr SimTime kLatest{kNever.ticks / 2};

}  // namespace des
