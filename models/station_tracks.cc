#include "models/station_tracks.h"

#include <algorithm>

namespace rail {

StationTracks::StationTracks(const StationTracksTable& table)
    : table_(table), held_by_(table.groups.size(), {0, 0}) {
  for (const TrackGroupTable& group : table.groups) tracks_ += group.count;
}

void StationTracks::request(TrackRequest request) {
  request.order = next_order_++;
  Queue& queue = queues_[static_cast<std::size_t>(request.running)];
  queue.insert(std::upper_bound(queue.begin(), queue.end(), request, goes_before), request);
}

bool StationTracks::suits(std::size_t group, std::int32_t length_dm) const {
  if (table_.groups[group].length_dm < length_dm) return false;
  return !table_.groups[group].kept || table_.groups[group - 1].length_dm < length_dm;
}

// Groups ascend by length: the shortest that is long enough, so that long tracks stay free for long trains.
std::optional<std::uint8_t> StationTracks::free_group(const TrackRequest& request) const {
  for (std::size_t g = 0; g < table_.groups.size(); ++g) {
    if (suits(g, request.length_dm) && held_by_[g][0] + held_by_[g][1] < table_.groups[g].count)
      return static_cast<std::uint8_t>(g);
  }
  return std::nullopt;
}

std::optional<std::uint8_t> StationTracks::admissible_group(const TrackRequest& request) const {
  const std::optional<std::uint8_t> group = free_group(request);
  return group && leaves_room_for_others(*group, request.running) ? group : std::nullopt;
}

// Whatever length a train of the other way has.
bool StationTracks::leaves_room_for_others(std::size_t group, Running running) const {
  const auto way = static_cast<std::size_t>(running);
  std::int32_t held = 0;
  for (std::size_t g = table_.groups.size(); g-- > 0;) {
    held += held_by_[g][way];
    if (g <= group && held >= table_.groups[g].most[way]) return false;
    if (!table_.groups[g].kept) continue;
    if (g == group) return true;  // not one of those of other trains
    held = 0;
  }
  return true;
}

// Of whatever length. Long queues at a full station are not looked through then.
bool StationTracks::takes_any(Running running) const {
  for (std::size_t g = 0; g < table_.groups.size(); ++g) {
    if (held_by_[g][0] + held_by_[g][1] < table_.groups[g].count && leaves_room_for_others(g, running))
      return true;
  }
  return false;
}

std::int64_t StationTracks::precedence_here(const TrackRequest& request) const {
  const auto last = last_in_.find(request.track);
  const std::int64_t later = last == last_in_.end() ? 0 : last->second - request.ready;
  return request.precedence + std::max<std::int64_t>(0, later);
}

bool StationTracks::comes_before(const TrackRequest& x, const TrackRequest& y) const {
  const std::int64_t of_x = precedence_here(x), of_y = precedence_here(y);
  return of_x != of_y ? of_x < of_y : x.order < y.order;
}

TrackRequest StationTracks::take(Queue& queue, std::size_t index, std::int64_t now) {
  TrackRequest request = queue[index];
  queue.erase(queue.begin() + static_cast<std::ptrdiff_t>(index));
  request.track_group = *admissible_group(request);
  const auto running = static_cast<std::size_t>(request.running);
  ++held_by_[request.track_group][running];
  holders_[running].push_back(request.train);
  held_.change(now, 1);
  last_in_[request.track] = now;
  return request;
}

void StationTracks::release(const Train* train, std::uint8_t group, Running running, std::int64_t now) {
  std::vector<const Train*>& holders = holders_[static_cast<std::size_t>(running)];
  holders.erase(std::find(holders.begin(), holders.end(), train));
  --held_by_[group][static_cast<std::size_t>(running)];
  held_.change(now, -1);
}

}  // namespace rail
