#include "models/compression.h"

namespace rail {

Compression::Compression(const SectionRules& rules, std::int64_t horizon, const OpeningHours* hours)
    : rules_(rules), horizon_(horizon), open_(hours) {
  restart(0);
}

void Compression::restart(std::int64_t now) {
  since_ = now;
  sum_ = day_sum_ = 0;
  busiest_day_ = {};
  day_end_ = kDay;
  hours_ = {};
}

// From the last train's entry; split by the hours of the grid, in which a day that is cut off does not count.
void Compression::take(std::int64_t until) {
  const std::int64_t counted = horizon_ - since_;
  std::int64_t from = std::max(entered_, since_) - since_;
  std::int64_t to = std::min(until - since_, counted);
  if (from < to) sum_ += open_s(from, to);
  to = std::min(to, counted / kDay * kDay);
  while (from < to) {
    if (from >= day_end_) next_day(from / kDay);
    const std::int64_t hour = from / kHour;
    const std::int64_t end = std::min(to, (hour + 1) * kHour);
    const std::int64_t taken = open_s(from, end);
    hours_[static_cast<std::size_t>(hour % kHoursPerDay)] += static_cast<std::int32_t>(taken);
    day_sum_ += taken;
    from = end;
  }
}

void Compression::next_day(std::int64_t day) {
  end_day();
  day_sum_ = 0;
  day_end_ = (day + 1) * kDay;
}

void Compression::end_day() {
  const OpenShare day{day_sum_, open_s(day_end_ - kDay, day_end_)};
  if (day.exceeds(busiest_day_)) busiest_day_ = day;
}

std::int64_t Compression::open_s(std::int64_t from, std::int64_t to) const {
  return open_ == nullptr ? to - from : open_->open_seconds(since_ + from, since_ + to);
}

OpenShare Compression::busiest_hour() const {
  const std::int64_t days = (horizon_ - since_) / kDay;
  OpenShare busiest;
  for (std::size_t hour = 0; hour < hours_.size(); ++hour) {
    const std::int64_t begin = static_cast<std::int64_t>(hour) * kHour;
    OpenShare share{hours_[hour], open_ == nullptr ? days * kHour : 0};
    for (std::int64_t day = 0; open_ != nullptr && day < days; ++day)
      share.of_s += open_s(day * kDay + begin, day * kDay + begin + kHour);
    if (share.exceeds(busiest)) busiest = share;
  }
  return busiest;
}

CompressedTime Compression::observation() const {
  Compression closed = *this;
  if (entered_ >= 0) closed.take(entered_ + own_time_s(rules_, last_));
  closed.end_day();
  return {{closed.sum_, open_s(0, horizon_ - since_)}, closed.busiest_day_, closed.busiest_hour()};
}

}  // namespace rail
