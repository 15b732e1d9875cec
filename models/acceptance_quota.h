// How many trains a day the railway beyond a border takes over.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace rail {

class AcceptanceQuota {
 public:
  AcceptanceQuota() = default;  // no limit
  // `days`: when they begin, ascending, the first one not after the first train; must outlive this.
  AcceptanceQuota(int per_day, const std::vector<std::int64_t>& days);

  bool limits() const { return per_day_ > 0; }
  // The first instant at or after `time` at which one more train is accepted, given those noted.
  std::int64_t next(std::int64_t time) const;
  // When the quota ceased to hold up a train that was ready at `ready` and is accepted next: the end of the
  // last day that was used up; `ready` if that was before.
  std::int64_t held_until(std::int64_t ready) const;
  // A train is accepted; calls in order of time.
  void note(std::int64_t time);

 private:
  std::size_t day_of(std::int64_t time) const;

  int per_day_ = 0;  // 0: no limit
  const std::vector<std::int64_t>* days_ = nullptr;
  std::size_t day_ = 0;
  int accepted_ = 0;  // on that day
  std::int64_t last_full_until_ = std::numeric_limits<std::int64_t>::min();
};

}  // namespace rail
