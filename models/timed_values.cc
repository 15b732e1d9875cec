#include "models/timed_values.h"

#include <algorithm>
#include <limits>

namespace rail {

TimedValues::TimedValues(std::vector<TimedValue> values) : values_(std::move(values)) {
  std::sort(values_.begin(), values_.end(),
            [](const TimedValue& x, const TimedValue& y) { return x.when.from < y.when.from; });
}

double TimedValues::integral(const OpeningHours* open, std::int64_t from, std::int64_t to,
                             double usual) const {
  double sum = 0;
  while (from < to) {
    const std::int64_t end = std::min(to, next_change(from));
    const std::int64_t open_s = open == nullptr ? end - from : open->open_seconds(from, end);
    sum += at(from, usual) * static_cast<double>(open_s);
    from = end;
  }
  return sum;
}

TimedValues lower_of(const TimedValues& x, const TimedValues& y) {
  if (x.empty()) return y;
  if (y.empty()) return x;
  constexpr double kNothing = std::numeric_limits<double>::infinity();
  const auto next = [&](std::int64_t time) { return std::min(x.next_change(time), y.next_change(time)); };
  std::vector<TimedValue> values;
  for (std::int64_t time = next(-kNever); time < kNever; time = next(time)) {
    const double value = std::min(x.at(time, kNothing), y.at(time, kNothing));
    if (value < kNothing) values.push_back({{time, next(time)}, value});
  }
  return TimedValues(std::move(values));
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
