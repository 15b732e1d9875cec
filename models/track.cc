#include "models/track.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/check.h"

namespace rail {
namespace {

constexpr double kSecondsPerDay = 86400.0;
constexpr std::int32_t kNoLimit = std::numeric_limits<std::int32_t>::max() / 2;

}  // namespace

Track::Track(const ModelTables& tables, const LineInput& line, const TrackTable& track, std::int64_t horizon)
    : tables_(tables),
      line_(track.line),
      single_(track.single),
      clearing_s_(track.single ? line.clearing_s : 0),
      paths_per_day_(track.paths_per_day),
      fleet_(track.single ? line.fleet : 0),
      room_(track.room > 0 ? track.room : kNoLimit),
      blocked_(horizon),
      compression_(section_rules(tables, line, track), horizon) {}

void Track::request(TrackRequest request) {
  request.order = next_order_++;
  Queue& queue = queues_[request.side];
  auto place = queue.end();
  while (place != queue.begin() && goes_before(request, *(place - 1))) --place;
  queue.insert(place, request);
}

// Behind the last train of the same side.
std::int64_t Track::after_same_side(const TrackRequest& request) const {
  const Entry& last = last_[request.side];
  if (last.time < 0) return 0;
  const std::int64_t headway = tables_.headway_s(line_, last.train_class, request.train_class);
  return headway == kOneAtATime ? last.exit + clearing_s_ : last.time + headway;
}

// When the track itself takes the train, whatever the paths.
std::int64_t Track::free_at(const TrackRequest& request, std::int64_t now) const {
  std::int64_t time = std::max(now, after_same_side(request));
  const Entry& opposite = last_[request.side ^ 1U];
  if (single_ && opposite.time >= 0) time = std::max(time, opposite.exit + clearing_s_);
  return time;
}

// Paths limit how densely trains follow each other: one day's time over paths_per_day after the last
// train of that side. A published number of paths says no more; times of day are a timetable's matter.
std::int64_t Track::path_at_or_after(int side, std::int64_t time) const {
  const auto s = static_cast<std::size_t>(side);
  if (paths_per_day_[s] <= 0 || last_[s].time < 0) return time;
  const auto spacing = static_cast<std::int64_t>(std::llround(kSecondsPerDay / paths_per_day_[s]));
  return std::max(time, last_[s].time + spacing);
}

// The side whose first train goes before the other's; -1 if nobody waits.
int Track::better_side() const {
  if (queues_[0].empty()) return queues_[1].empty() ? -1 : 1;
  if (queues_[1].empty()) return 0;
  if (fleet_ > 0 && in_a_row_ > 0) return in_a_row_ < fleet_ ? last_side_ : last_side_ ^ 1U;
  return goes_before(queues_[0].front(), queues_[1].front()) ? 0 : 1;
}

std::optional<TrackGrant> Track::grant(std::int64_t now) {
  const int better = better_side();
  if (better < 0 || room_ == 0) return std::nullopt;
  for (const int side : {better, better ^ 1}) {
    const Queue& queue = queues_[static_cast<std::size_t>(side)];
    if (queue.empty()) break;
    if (free_at(queue.front(), now) > now) break;
    if (path_at_or_after(side, now) == now) return enter(side, now);
  }
  return std::nullopt;
}

std::optional<std::int64_t> Track::next_chance(std::int64_t now) const {
  const int better = better_side();
  if (better < 0 || room_ == 0) return std::nullopt;  // no room: news of it will come
  const TrackRequest& first = queues_[static_cast<std::size_t>(better)].front();
  const std::int64_t free = free_at(first, now);
  const std::int64_t first_enters = path_at_or_after(better, free);
  const Queue& others = queues_[static_cast<std::size_t>(better ^ 1)];
  if (others.empty() || first_enters == free) return first_enters;
  // The other side may use the time until the better one's path, but not before the track is free.
  const std::int64_t other_free = std::max(free, free_at(others.front(), now));
  return std::min(first_enters, path_at_or_after(better ^ 1, other_free));
}

TrackGrant Track::enter(int side, std::int64_t now) {
  const auto s = static_cast<std::size_t>(side);
  TrackGrant grant{queues_[s].front(), 0, 0};
  DES_CHECK(free_at(grant.request, now) <= now && room_ > 0, "a train enters a section that is not free",
            des::SimTime{now}, grant.request.requester);
  queues_[s].erase(queues_[s].begin());
  const TrackRequest& request = grant.request;
  if (paths_per_day_[s] > 0 && free_at(request, 0) < now)
    grant.path_wait = now - request.ready - request.track_wait;
  if (room_ != kNoLimit) --room_;
  in_a_row_ = side == last_side_ ? in_a_row_ + 1 : 1;
  last_side_ = static_cast<std::uint8_t>(side);
  Entry& last = last_[s];
  const std::int64_t headway = tables_.headway_s(line_, last.train_class, request.train_class);
  std::int64_t exit = now + request.run_seconds;
  if (last.time >= 0 && headway != kOneAtATime) exit = std::max(exit, last.exit + headway);
  grant.run_seconds = exit - now;
  blocked_.add(now, single_ ? exit + clearing_s_
                            : now + tables_.headway_s(line_, request.train_class, request.train_class));
  compression_.enter({request.side, request.train_class, grant.run_seconds}, now);
  last = Entry{now, exit, request.train_class};
  return grant;
}

}  // namespace rail
