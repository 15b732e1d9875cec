#include "models/resource.h"

namespace rail {

std::optional<std::int64_t> Resource::awaited_opening(std::int64_t now) const {
  if (queue_.empty() || busy_.level() >= servers_) return std::nullopt;
  if (busy_.level() >= servers_at(now)) return cuts_.next_change(now);
  if (closing_.hours == nullptr) return std::nullopt;
  return closing_.hours->next_opening(now);
}

std::int64_t Resource::end_with_rests(const Train& train, std::int64_t now) {
  may_rest_.push_back(&train);
  return closing_.hours->end_of_work(now, train.stage_seconds);
}

std::int64_t Resource::queued_work_s(std::int64_t now) const {
  std::int64_t sum = 0;
  for (const Train* train = queue_.front(); train != nullptr; train = train->next)
    sum += train->stage_seconds;
  return sum / servers_at(now);
}

void Resource::restart_counting(std::int64_t now) {
  seen_ = ResourceObservation{};
  busy_.restart(open_until(now));
  queued_.restart(now);
}

ResourceObservation Resource::observation(std::int64_t now) const {
  ResourceObservation result = seen_;
  result.busy_seconds = busy_.sum_until(open_until(now));
  result.queue_seconds = queued_.sum_until(now);
  return result;
}

}  // namespace rail
