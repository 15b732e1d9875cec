// When something is closed, and whether by its hours or by a disruption.
#pragma once

#include <cstdint>

#include "models/cause.h"
#include "models/opening_hours.h"

namespace rail {

struct ClosedTime {
  std::int64_t hours_s = 0, closure_s = 0;
};

struct Closing {
  const OpeningHours* hours = nullptr;     // when it is open; nullptr: always
  const OpeningHours* closures = nullptr;  // the same as far as disruptions go; nullptr: always

  bool is_open(std::int64_t time) const { return hours == nullptr || hours->is_open(time); }
  // Whether by a disruption, or only by hours; it is closed then.
  Cause cause_at(std::int64_t time) const {
    return closures != nullptr && !closures->is_open(time) ? Cause::kClosure : Cause::kHours;
  }
  // What a disruption closes anyway counts as closed by it.
  ClosedTime between(std::int64_t from, std::int64_t to) const {
    if (hours == nullptr) return {};
    const std::int64_t closure_s = closures == nullptr ? 0 : closures->closed_seconds(from, to);
    return {hours->closed_seconds(from, to) - closure_s, closure_s};
  }
  // In which no stay of `stay` seconds in a row could have begun.
  ClosedTime kept_out(std::int64_t from, std::int64_t to, std::int64_t stay) const {
    if (hours == nullptr) return {};
    const std::int64_t closure_s = closures == nullptr ? 0 : closures->kept_out_seconds(from, to, stay);
    return {hours->kept_out_seconds(from, to, stay) - closure_s, closure_s};
  }
};

}  // namespace rail
