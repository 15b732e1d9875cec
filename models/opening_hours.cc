#include "models/opening_hours.h"

#include <algorithm>

namespace rail {

OpeningHours::OpeningHours(std::vector<OpenInterval> intervals) {
  std::sort(intervals.begin(), intervals.end(),
            [](const OpenInterval& x, const OpenInterval& y) { return x.from < y.from; });
  for (const OpenInterval& interval : intervals) {
    if (interval.to <= interval.from) continue;
    if (!intervals_.empty() && interval.from <= intervals_.back().to)
      intervals_.back().to = std::max(intervals_.back().to, interval.to);
    else
      intervals_.push_back(interval);
  }
  for (const OpenInterval& interval : intervals_)
    open_before_.push_back(open_before_.back() + interval.to - interval.from);
}

OpeningHours OpeningHours::without(const OpeningHours& closed) const {
  std::vector<OpenInterval> left;
  for (const OpenInterval& interval : intervals_) {
    std::int64_t from = interval.from;
    for (std::size_t i = closed.index_at(from); i < closed.intervals_.size(); ++i) {
      const OpenInterval& gap = closed.intervals_[i];
      if (gap.from >= interval.to) break;
      left.push_back({from, gap.from});
      from = gap.to;
    }
    left.push_back({from, interval.to});
  }
  return OpeningHours(std::move(left));
}

std::size_t OpeningHours::index_at(std::int64_t time) const {
  const auto found = std::partition_point(intervals_.begin(), intervals_.end(),
                                          [&](const OpenInterval& interval) { return interval.to <= time; });
  return static_cast<std::size_t>(found - intervals_.begin());
}

bool OpeningHours::is_open(std::int64_t time) const {
  const std::size_t i = index_at(time);
  return i < intervals_.size() && intervals_[i].from <= time;
}

std::int64_t OpeningHours::next_opening(std::int64_t time) const {
  const std::size_t i = index_at(time);
  return i < intervals_.size() ? std::max(time, intervals_[i].from) : kNever;
}

std::int64_t OpeningHours::next_closing(std::int64_t time) const {
  const std::size_t i = index_at(time);
  return i < intervals_.size() ? intervals_[i].to : kNever;
}

std::int64_t OpeningHours::open_before(std::int64_t time) const {
  const std::size_t i = index_at(time);
  const std::int64_t of_this =
      i < intervals_.size() ? std::max<std::int64_t>(0, time - intervals_[i].from) : 0;
  return open_before_[i] + of_this;
}

std::int64_t OpeningHours::open_seconds(std::int64_t from, std::int64_t to) const {
  return open_before(to) - open_before(from);
}

std::int64_t OpeningHours::end_of_work(std::int64_t start, std::int64_t seconds) const {
  const std::int64_t done = open_before(start) + seconds;
  const auto after = std::lower_bound(open_before_.begin() + 1, open_before_.end(), done);
  if (after == open_before_.end()) return kNever;
  const auto i = static_cast<std::size_t>(after - open_before_.begin()) - 1;
  return intervals_[i].from + (done - open_before_[i]);
}

std::int64_t OpeningHours::next_fit(std::int64_t time, std::int64_t seconds) const {
  for (std::size_t i = index_at(time); i < intervals_.size(); ++i) {
    const std::int64_t start = std::max(time, intervals_[i].from);
    if (intervals_[i].to - start >= seconds) return start;
  }
  return kNever;
}

std::int64_t OpeningHours::kept_out_seconds(std::int64_t from, std::int64_t to, std::int64_t stay) const {
  std::int64_t could_begin = 0;
  for (std::size_t i = index_at(from); i < intervals_.size() && intervals_[i].from < to; ++i) {
    const std::int64_t first = std::max(from, intervals_[i].from);
    const std::int64_t last = std::min(to, intervals_[i].to - stay);
    could_begin += std::max<std::int64_t>(0, last - first);
  }
  return to - from - could_begin;
}

}  // namespace rail
