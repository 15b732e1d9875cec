#include "models/time_to_clear.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace rail {
namespace {

constexpr std::int64_t kBefore_s = 7 * 86400;

// Walks through the instants at which the queue changes.
class Queue {
 public:
  explicit Queue(const WaitLog& log) : begins_(log.begins()), ends_(log.ends()) {}

  std::int64_t level() const { return static_cast<std::int64_t>(begun_) - static_cast<std::int64_t>(ended_); }
  // The next change; `otherwise` if there is none.
  std::int64_t next(std::int64_t otherwise) const {
    const std::int64_t begin = begun_ < begins_.size() ? begins_[begun_].time : otherwise;
    const std::int64_t end = ended_ < ends_.size() ? ends_[ended_].time : otherwise;
    return std::min(begin, end);
  }
  // All that happens until `time`, this instant included.
  void advance(std::int64_t time) {
    while (begun_ < begins_.size() && begins_[begun_].time <= time) ++begun_;
    while (ended_ < ends_.size() && ends_[ended_].time <= time) ++ended_;
  }
  // Train-seconds from `from` to `to`.
  std::int64_t integral(std::int64_t from, std::int64_t to) {
    std::int64_t sum = 0;
    for (advance(from); from < to;) {
      const std::int64_t until = std::min(to, next(to));
      sum += level() * (until - from);
      from = until;
      if (from < to) advance(from);
    }
    return sum;
  }

 private:
  const std::vector<WaitLog::Moment>&begins_, &ends_;
  std::size_t begun_ = 0, ended_ = 0;
};

// Each once, however often and at however many places it waited: at `from`, or later, but before `to`.
std::int64_t trains_waiting(const WaitLog& log, std::int64_t from, std::int64_t to) {
  std::unordered_map<std::uint64_t, int> waits;  // at `from`, of each train
  for (const WaitLog::Moment& begin : log.begins()) {
    if (begin.time <= from) ++waits[begin.train];
  }
  for (const WaitLog::Moment& end : log.ends()) {
    if (end.time <= from) --waits[end.train];
  }
  std::unordered_set<std::uint64_t> trains;
  for (const auto& [train, count] : waits) {
    if (count > 0) trains.insert(train);
  }
  for (const WaitLog::Moment& begin : log.begins()) {
    if (begin.time > from && begin.time < to) trains.insert(begin.train);
  }
  return static_cast<std::int64_t>(trains.size());
}

}  // namespace

DisruptionObservation time_to_clear(const DisruptionInput& disruption, const DisruptionQueue& told,
                                    std::int64_t end_of_run) {
  DisruptionObservation seen;
  const std::int64_t from = std::max<std::int64_t>(0, disruption.from);
  if (from >= end_of_run) return seen;
  const std::int64_t over = std::max(disruption.to, told.rush_passed);
  Queue queue(told.waits);
  const std::int64_t before_s = std::clamp<std::int64_t>(from, 1, kBefore_s);  // nobody waits before 0
  const std::int64_t before = queue.integral(from - before_s, from);           // train-seconds
  queue.advance(from);
  seen.trains_held = trains_waiting(told.waits, from, std::min(over, end_of_run));
  seen.most_waiting = queue.level();
  std::int64_t time = from;
  const auto step = [&] {
    time = queue.next(end_of_run);
    queue.advance(time);
    seen.most_waiting = std::max(seen.most_waiting, queue.level());
  };
  while (queue.next(end_of_run) <= std::min(over, end_of_run - 1)) step();
  time = over;
  const auto is_long = [&] { return queue.level() > 0 && queue.level() * before_s > before; };
  while (is_long() && queue.next(end_of_run) < end_of_run) step();
  if (!is_long() && time < end_of_run) seen.clear_s = time - disruption.to;
  return seen;
}

}  // namespace rail
