// A quantity that is other than usual at times: paths a day during a cut, a factor on run times.
#pragma once

#include <cstdint>
#include <vector>

#include "models/opening_hours.h"

namespace rail {

struct TimedValue {
  OpenInterval when;
  double value = 0;
};

// Immutable; intervals sorted and apart.
class TimedValues {
 public:
  TimedValues() = default;
  // In any order, but never two at one instant.
  explicit TimedValues(std::vector<TimedValue> values);

  bool empty() const { return values_.empty(); }
  // Nearly always there are no such times, and these are asked for every train.
  double at(std::int64_t time, double usual) const { return values_.empty() ? usual : found(time, usual); }
  // The first instant after `time` at which an interval begins or ends; kNever if there is none.
  std::int64_t next_change(std::int64_t time) const { return values_.empty() ? kNever : found_change(time); }
  // Their integral over what `open` leaves of the time from `from` to `to`; nullptr: all of it.
  double integral(const OpeningHours* open, std::int64_t from, std::int64_t to, double usual) const;

 private:
  double found(std::int64_t time, double usual) const;
  std::int64_t found_change(std::int64_t time) const;
  // The first interval that ends after `time`.
  std::vector<TimedValue>::const_iterator current(std::int64_t time) const;

  std::vector<TimedValue> values_;
};

// At any time the lower one of those that say something then.
TimedValues lower_of(const TimedValues& x, const TimedValues& y);

}  // namespace rail
