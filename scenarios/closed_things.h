// What a closure closes: the things that it names, and all that its points have.
#pragma once

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/checks.h"

namespace scenarios {

// Nothing limits who is on it, so it is never closed.
bool is_lane_without_limit(const landbridge::v1::Line& line);

// Of gauge changes those that are meant, not others that share their bays.
bool closes(const landbridge::v1::Closure& closure, const landbridge::v1::Line& line);
bool closes(const landbridge::v1::Closure& closure, const landbridge::v1::Resource& resource);
bool closes(const landbridge::v1::Closure& closure, const landbridge::v1::GaugeChange& change);

template <class Thing>
bool is_closed_by_any(const landbridge::v1::Disruptions& all, const Thing& thing) {
  for (const landbridge::v1::Disruption& one : all.disruptions()) {
    if (closes(one.closure(), thing)) return true;
  }
  return false;
}
template <class Thing>
bool is_closed_by_any(const Checks& checks, const Thing& thing) {
  return is_closed_by_any(checks.scenario().disruptions(), thing);
}

}  // namespace scenarios
