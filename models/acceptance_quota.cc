#include "models/acceptance_quota.h"

#include <algorithm>
#include <cmath>

#include "models/opening_hours.h"

namespace rail {

AcceptanceQuota::AcceptanceQuota(int per_day, const TimedValues& cuts, const std::vector<std::int64_t>& days)
    : per_day_(per_day > 0 ? per_day : std::numeric_limits<double>::infinity()), cuts_(cuts), days_(&days) {}

std::size_t AcceptanceQuota::day_of(std::int64_t time) const {
  const auto next = std::upper_bound(days_->begin(), days_->end(), time);
  return next == days_->begin() ? 0 : static_cast<std::size_t>(next - days_->begin()) - 1;
}

bool AcceptanceQuota::is_used_up(std::int64_t time) const { return accepted_ >= cuts_.at(time, per_day_); }

std::int64_t AcceptanceQuota::next(std::int64_t time) const {
  if (!limits()) return time;
  while (time < kNever && is_used_up(time) && day_of(time) == day_) {
    const std::int64_t day_after = day_ + 1 < days_->size() ? (*days_)[day_ + 1] : kNever;
    time = std::min(day_after, cuts_.next_change(time));
  }
  return time;
}

std::int64_t AcceptanceQuota::left(std::int64_t time) const {
  if (!limits()) return std::numeric_limits<std::int64_t>::max();
  const double quota = cuts_.at(time, per_day_);
  const int accepted = day_of(time) == day_ ? accepted_ : 0;
  return std::isinf(quota) ? std::numeric_limits<std::int64_t>::max()
                           : std::max<std::int64_t>(0, std::llround(quota) - accepted);
}

// The last time until `time` at which trains were accepted again, none having been before.
std::int64_t AcceptanceQuota::freed_until(std::int64_t time) const {
  const std::int64_t day_after = day_ + 1 < days_->size() ? (*days_)[day_ + 1] : kNever;
  std::int64_t freed = freed_;
  for (std::int64_t change = cuts_.next_change(last_); change <= time && change < day_after;
       change = cuts_.next_change(change)) {
    if (is_used_up(change - 1) && !is_used_up(change)) freed = change;
  }
  return day_after <= time && is_used_up(day_after - 1) ? day_after : freed;
}

std::int64_t AcceptanceQuota::held_until(std::int64_t ready, std::int64_t time) const {
  return limits() ? std::max(ready, freed_until(time)) : ready;
}

void AcceptanceQuota::note(std::int64_t time) {
  if (!limits()) return;
  const std::size_t day = day_of(time);
  freed_ = freed_until(time);
  if (day != day_) accepted_ = 0;
  day_ = day;
  last_ = time;
  ++accepted_;
}

}  // namespace rail
