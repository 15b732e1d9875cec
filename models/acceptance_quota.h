// How many trains a day the railway beyond a border takes over.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/timed_values.h"

namespace rail {

class AcceptanceQuota {
 public:
  AcceptanceQuota() = default;  // no limit
  // `per_day`: 0 has no limit. `cuts`: other numbers a day, each at least 1, while they last; that of the
  // time of acceptance counts, for all accepted on that day. `days`: when they begin, ascending, the first
  // one not after the first train; must outlive this.
  AcceptanceQuota(int per_day, const TimedValues& cuts, const std::vector<std::int64_t>& days);

  bool limits() const { return days_ != nullptr; }
  // The first instant at or after `time` at which one more train is accepted, given those noted.
  std::int64_t next(std::int64_t time) const;
  // So many trains on the day of `time`, besides those noted; 0: none.
  std::int64_t left(std::int64_t time) const;
  // When the quota last ceased to hold up a train that was ready at `ready` and is accepted at `time`: as the
  // day after one that was used up began, or as a cut ended; `ready` if it did so before.
  std::int64_t held_until(std::int64_t ready, std::int64_t time) const;
  // A train is accepted; calls in order of time.
  void note(std::int64_t time);

 private:
  static constexpr std::int64_t kNeverHeld = std::numeric_limits<std::int64_t>::min();

  std::size_t day_of(std::int64_t time) const;
  bool is_used_up(std::int64_t time) const;  // of the day of the last acceptance
  std::int64_t freed_until(std::int64_t time) const;

  double per_day_ = 0;
  TimedValues cuts_;
  const std::vector<std::int64_t>* days_ = nullptr;
  std::size_t day_ = 0;  // of the last acceptance
  std::int64_t last_ = 0;
  int accepted_ = 0;                 // on that day
  std::int64_t freed_ = kNeverHeld;  // when more were accepted again, before the last acceptance
};

}  // namespace rail
