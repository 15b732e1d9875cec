#include "models/acceptance_quota.h"

#include <algorithm>

#include "models/opening_hours.h"

namespace rail {

AcceptanceQuota::AcceptanceQuota(int per_day, const std::vector<std::int64_t>& days)
    : per_day_(per_day), days_(&days) {}

std::size_t AcceptanceQuota::day_of(std::int64_t time) const {
  const auto next = std::upper_bound(days_->begin(), days_->end(), time);
  return next == days_->begin() ? 0 : static_cast<std::size_t>(next - days_->begin()) - 1;
}

std::int64_t AcceptanceQuota::next(std::int64_t time) const {
  if (!limits() || accepted_ < per_day_ || day_of(time) != day_) return time;
  return day_ + 1 < days_->size() ? (*days_)[day_ + 1] : kNever;
}

std::int64_t AcceptanceQuota::held_until(std::int64_t ready) const {
  return std::max(ready, last_full_until_);
}

void AcceptanceQuota::note(std::int64_t time) {
  if (!limits()) return;
  const std::size_t day = day_of(time);
  if (day != day_) accepted_ = 0;
  day_ = day;
  if (++accepted_ == per_day_ && day_ + 1 < days_->size()) last_full_until_ = (*days_)[day_ + 1];
}

}  // namespace rail
