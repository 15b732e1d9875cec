#include "models/compression.h"

namespace rail {

Compression::Compression(const SectionRules& rules, std::int64_t horizon) : rules_(rules), horizon_(horizon) {
  restart(0);
}

void Compression::restart(std::int64_t now) {
  since_ = now;
  whole_days_until_ = now + (horizon_ - now) / (kHour * kHoursPerDay) * (kHour * kHoursPerDay);
  sum_ = day_ = day_sum_ = busiest_day_ = 0;
  hours_ = {};
}

inline void Compression::take_hour(std::int64_t hour, std::int64_t seconds) {
  hours_[static_cast<std::size_t>(hour % kHoursPerDay)] += seconds;
  if (hour / kHoursPerDay != day_) {
    day_ = hour / kHoursPerDay;
    day_sum_ = 0;
  }
  day_sum_ += seconds;
  busiest_day_ = std::max(busiest_day_, day_sum_);
}

// From the last train's entry; split by the hours of the grid, in which a day that is cut off does not count.
void Compression::take(std::int64_t until) {
  std::int64_t from = std::max(entered_, since_) - since_;
  sum_ += std::max<std::int64_t>(0, std::min(until, horizon_) - since_ - from);
  const std::int64_t to = std::min(until, whole_days_until_) - since_;
  while (from < to) {
    const std::int64_t hour = from / kHour;
    const std::int64_t end = std::min(to, (hour + 1) * kHour);
    take_hour(hour, end - from);
    from = end;
  }
}

CompressedTime Compression::observation() const {
  Compression closed = *this;
  if (entered_ >= 0) closed.take(entered_ + own_time_s(rules_, last_));
  return {closed.sum_, closed.busiest_day_, *std::max_element(closed.hours_.begin(), closed.hours_.end())};
}

}  // namespace rail
