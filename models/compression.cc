#include "models/compression.h"

namespace rail {

Compression::Compression(const SectionRules& rules, std::int64_t horizon) : rules_(rules), horizon_(horizon) {
  restart(0);
}

void Compression::restart(std::int64_t now) {
  since_ = now;
  sum_ = day_sum_ = busiest_day_ = 0;
  day_end_ = kDay;
  hours_ = {};
}

// From the last train's entry; split by the hours of the grid, in which a day that is cut off does not count.
void Compression::take(std::int64_t until) {
  const std::int64_t counted = horizon_ - since_;
  std::int64_t from = std::max(entered_, since_) - since_;
  std::int64_t to = std::min(until - since_, counted);
  sum_ += std::max<std::int64_t>(0, to - from);
  to = std::min(to, counted / kDay * kDay);
  while (from < to) {
    if (from >= day_end_) next_day(from / kDay);
    const std::int64_t hour = from / kHour;
    const std::int64_t end = std::min(to, (hour + 1) * kHour);
    hours_[static_cast<std::size_t>(hour % kHoursPerDay)] += static_cast<std::int32_t>(end - from);
    day_sum_ += end - from;
    from = end;
  }
}

void Compression::next_day(std::int64_t day) {
  busiest_day_ = std::max(busiest_day_, day_sum_);
  day_sum_ = 0;
  day_end_ = (day + 1) * kDay;
}

CompressedTime Compression::observation() const {
  Compression closed = *this;
  if (entered_ >= 0) closed.take(entered_ + own_time_s(rules_, last_));
  return {closed.sum_, std::max(closed.busiest_day_, closed.day_sum_),
          *std::max_element(closed.hours_.begin(), closed.hours_.end())};
}

}  // namespace rail
