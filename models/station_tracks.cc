#include "models/station_tracks.h"

#include <algorithm>

#include "engine/check.h"

namespace rail {

StationTracks::StationTracks(const StationTracksTable& table, std::uint32_t station)
    : table_(table), station_(station), held_by_(table.groups.size(), {0, 0}) {
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

// Of a way of running, at a time to come: without those known to have left by then.
std::int32_t StationTracks::held(std::size_t group, std::size_t way, std::int64_t time) const {
  std::int32_t held = held_by_[group][way];
  if (leaving_ == 0) return held;
  for (const Holder& holder : holders_[way]) {
    if (holder.group == group && holder.leaves_at <= time) --held;
  }
  return held;
}

// Groups ascend by length: the shortest that is long enough, so that long tracks stay free for long trains.
std::optional<std::uint8_t> StationTracks::free_group(const TrackRequest& request, std::int64_t entry) const {
  for (std::size_t g = 0; g < table_.groups.size(); ++g) {
    if (suits(g, request.length_dm) && held(g, 0, entry) + held(g, 1, entry) < table_.groups[g].count)
      return static_cast<std::uint8_t>(g);
  }
  return std::nullopt;
}

std::optional<std::uint8_t> StationTracks::admissible_group(const TrackRequest& request,
                                                            std::int64_t entry) const {
  const std::optional<std::uint8_t> group = free_group(request, entry);
  return group && !full_share(*group, request.running, entry) ? group : std::nullopt;
}

// One track of the group more would leave no room for a train of the other way, whatever its length: the
// trains of this way have their share of the tracks from this group on. None: there is room.
std::optional<std::size_t> StationTracks::full_share(std::size_t group, Running running,
                                                     std::int64_t entry) const {
  const auto way = static_cast<std::size_t>(running);
  std::int32_t of_way = 0;
  for (std::size_t g = table_.groups.size(); g-- > 0;) {
    of_way += held(g, way, entry);
    if (g <= group && of_way >= table_.groups[g].most[way]) return g;
    if (!table_.groups[g].kept) continue;
    if (g == group) return std::nullopt;  // not one of those of other trains
    of_way = 0;
  }
  return std::nullopt;
}

// Of whatever length, whenever it enters. Long queues at a full station are not looked through then.
bool StationTracks::takes_any(Running running) const {
  for (std::size_t g = 0; g < table_.groups.size(); ++g) {
    if (held(g, 0, kNever - 1) + held(g, 1, kNever - 1) < table_.groups[g].count &&
        !full_share(g, running, kNever - 1))
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
  request.track_group = *admissible_group(request, soonest_entry(request, now));
  const std::int64_t entry = request.entry_if_admitted(now);
  request.yard_wait = request.lacks_yard.until(entry);
  request.path_wait = request.lacks_path.until(entry);
  request.track_wait = entry - request.first_entry() - request.yard_wait - request.path_wait;
  const auto running = static_cast<std::size_t>(request.running);
  ++held_by_[request.track_group][running];
  holders_[running].push_back({request.train, request.track_group});
  if (held_.level() < tracks_)
    held_.change(now, 1);
  else
    ++given_on_;
  last_in_[request.track] = now;
  return request;
}

void StationTracks::release(const Train* train, std::uint8_t group, Running running, std::int64_t now) {
  std::vector<Holder>& holders = holders_[static_cast<std::size_t>(running)];
  const auto holder =
      std::find_if(holders.begin(), holders.end(), [train](const Holder& h) { return h.train == train; });
  DES_CHECK(holder != holders.end(), "a train gives back a track that it does not hold", des::SimTime{now},
            station_);
  if (holder->leaves_at < kNever) {
    --leaving_;
    as_announced_ = as_announced_ && holder->leaves_at == now;
  }
  holders.erase(holder);
  --held_by_[group][static_cast<std::size_t>(running)];
  if (given_on_ > 0)
    --given_on_;
  else
    held_.change(now, -1);
}

void StationTracks::leaves_at(const Train* train, std::int64_t time) {
  bool holds = false;
  for (std::vector<Holder>& holders : holders_) {
    for (Holder& holder : holders) {
      if (holder.train != train) continue;
      if (holder.leaves_at == kNever) ++leaving_;
      holder.leaves_at = time;
      holds = true;
    }
  }
  DES_CHECK(holds, "a train will leave a track that it does not hold", des::SimTime{time}, station_);
}

void StationTracks::turn(const Train* train, std::uint8_t group, Running running, std::int64_t now) {
  const auto from = static_cast<std::size_t>(running), to = static_cast<std::size_t>(reversed(running));
  std::vector<Holder>& holders = holders_[from];
  const auto holder =
      std::find_if(holders.begin(), holders.end(), [train](const Holder& h) { return h.train == train; });
  DES_CHECK(holder != holders.end() && holder->leaves_at == kNever,
            "a train turns that holds no track, or was to leave it", des::SimTime{now}, station_);
  holders_[to].push_back(*holder);
  holders.erase(holder);
  --held_by_[group][from];
  ++held_by_[group][to];
}

std::int64_t StationTracks::next_given_on(std::int64_t now, std::int64_t notice) const {
  if (leaving_ == 0 || !anyone_waits()) return kNever;
  const std::int64_t one = next_leaving(now + notice), two = next_leaving(now + 2 * notice);
  return std::min(one < kNever ? one - notice : kNever, two < kNever ? two - 2 * notice : kNever);
}

// After `time`; kNever: none is known.
std::int64_t StationTracks::next_leaving(std::int64_t time) const {
  std::int64_t next = kNever;
  for (const std::vector<Holder>& holders : holders_) {
    for (const Holder& holder : holders) {
      if (holder.leaves_at > time) next = std::min(next, holder.leaves_at);
    }
  }
  return next;
}

// Those on tracks long enough, as far as these are all taken; and where one is free, those of its way that
// have their share. On longer tracks the share is no larger, so to look at the shortest free one is enough.
std::vector<const Train*> StationTracks::in_the_way_of(const TrackRequest& request) const {
  const std::size_t free = free_group(request, kNow).value_or(table_.groups.size());
  std::size_t share = free;  // of the tracks from this group on its way has all that it may
  if (free < table_.groups.size()) {
    const std::optional<std::size_t> full = full_share(free, request.running, kNow);
    if (!full) return {};
    share = *full;
  }
  std::vector<const Train*> trains;
  for (const Running running : {request.running, reversed(request.running)}) {
    for (const Holder& holder : holders(running)) {
      const bool taken = holder.group < free && suits(holder.group, request.length_dm);
      const bool of_share =
          running == request.running && holder.group >= share && !table_.groups[holder.group].kept;
      if (taken || of_share) trains.push_back(holder.train);
    }
  }
  return trains;
}

}  // namespace rail
