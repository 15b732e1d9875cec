#include "models/timed_values.h"

#include <algorithm>

namespace rail {

TimedValues::TimedValues(std::vector<TimedValue> values) : values_(std::move(values)) {
  std::sort(values_.begin(), values_.end(),
            [](const TimedValue& x, const TimedValue& y) { return x.when.from < y.when.from; });
}

std::vector<TimedValue>::const_iterator TimedValues::current(std::int64_t time) const {
  return std::partition_point(values_.begin(), values_.end(),
                              [time](const TimedValue& one) { return one.when.to <= time; });
}

double TimedValues::found(std::int64_t time, double usual) const {
  const auto one = current(time);
  return one != values_.end() && one->when.from <= time ? one->value : usual;
}

std::int64_t TimedValues::found_change(std::int64_t time) const {
  const auto one = current(time);
  if (one == values_.end()) return kNever;
  return one->when.from > time ? one->when.from : one->when.to;
}

}  // namespace rail
