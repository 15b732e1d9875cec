#include "models/station_tracks.h"

#include <algorithm>

namespace rail {

StationTracks::StationTracks(const StationTracksTable& table, AdmissionRule rule)
    : table_(table), rule_(rule), held_by_(table.groups.size(), {0, 0}) {
  for (const TrackGroupTable& group : table.groups) tracks_ += group.count;
}

void StationTracks::request(TrackRequest request) {
  request.order = next_order_++;
  Queue& queue = queues_[static_cast<std::size_t>(request.running)];
  queue.insert(std::upper_bound(queue.begin(), queue.end(), request, goes_before), request);
}

// Groups ascend by length: the shortest that is long enough, so that long tracks stay free for long trains.
std::optional<std::uint8_t> StationTracks::free_group(const TrackRequest& request) const {
  for (std::size_t g = 0; g < table_.groups.size(); ++g) {
    if (table_.groups[g].length_dm >= request.length_dm &&
        held_by_[g][0] + held_by_[g][1] < table_.groups[g].count)
      return static_cast<std::uint8_t>(g);
  }
  return std::nullopt;
}

std::optional<std::uint8_t> StationTracks::admissible_group(const TrackRequest& request) const {
  const std::optional<std::uint8_t> group = free_group(request);
  if (!group || rule_ == AdmissionRule::kRoomOnly || leaves_room_for_others(*group, request.running))
    return group;
  return std::nullopt;
}

// Whatever length a train of the other direction has: of the tracks long enough for it, one is not taken by
// this direction. A single track cannot be kept free for anybody; there the guarantee ends.
bool StationTracks::leaves_room_for_others(std::size_t group, Running running) const {
  std::int32_t tracks = 0, held = 0;
  for (std::size_t g = table_.groups.size(); g-- > 0;) {
    tracks += table_.groups[g].count;
    held += held_by_[g][static_cast<std::size_t>(running)];
    if (g <= group && tracks > 1 && held > tracks - 2) return false;
  }
  return true;
}

TrackRequest StationTracks::take(Queue& queue, std::size_t index, std::int64_t now) {
  TrackRequest request = queue[index];
  queue.erase(queue.begin() + static_cast<std::ptrdiff_t>(index));
  request.track_group = *admissible_group(request);
  const auto running = static_cast<std::size_t>(request.running);
  ++held_by_[request.track_group][running];
  holders_[running].push_back(request.train);
  held_.change(now, 1);
  return request;
}

void StationTracks::release(const Train* train, std::uint8_t group, Running running, std::int64_t now) {
  std::vector<const Train*>& holders = holders_[static_cast<std::size_t>(running)];
  holders.erase(std::find(holders.begin(), holders.end(), train));
  --held_by_[group][static_cast<std::size_t>(running)];
  held_.change(now, -1);
}

}  // namespace rail
