// The tracks of one gauge at a station: which trains may come, and who holds a track.
//
// A train gets its track here before it leaves the station behind, and gives it back when it leaves this
// one. With the rule kGuaranteed, trains of one way hold no more than their share of the tracks long enough
// for one of the other way (models/track_shares.h). Then trains whose stations have a rank that grows one way
// and falls the other can never block each other for ever (docs/decisions/0007). With kRoomOnly a free track
// is all that is asked.
//
// Lines merge fairly: a train counts as waiting for a track since the last one came in the same way, over the
// same section or made here. Else a long queue of one line, or at a hub, would go before all trains of the
// others.
//
// Not thread-safe: a part of one station.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "models/model_tables.h"
#include "models/time_integral.h"
#include "models/track_request.h"

namespace rail {

class StationTracks {
 public:
  explicit StationTracks(const StationTracksTable& table);

  void request(TrackRequest request);
  // The best request that may have a track now, which it then holds: `track_group` says of which length.
  // `has_room(request)`: whether the yard takes its containers, if it needs that.
  template <class HasRoom>
  std::optional<TrackRequest> admit(HasRoom has_room, std::int64_t now);
  void release(const Train* train, std::uint8_t group, Running running, std::int64_t now);

  bool within_capacity() const { return held_.most() <= tracks_ && held_.level() >= 0; }
  const TimeIntegral& held() const { return held_; }
  void restart_counting(std::int64_t now) { held_.restart(now); }

  // For the watchdog. Trains may belong to other stations: only their addresses are looked at.
  const std::vector<TrackRequest>& waiting(Running running) const { return queue(running); }
  const std::vector<const Train*>& holders(Running running) const {
    return holders_[static_cast<std::size_t>(running)];
  }
  bool has_free_track(const TrackRequest& request) const { return free_group(request).has_value(); }
  bool may_come(const TrackRequest& request) const { return admissible_group(request).has_value(); }

 private:
  using Queue = std::vector<TrackRequest>;  // the best request first

  std::optional<std::uint8_t> free_group(const TrackRequest& request) const;
  std::optional<std::uint8_t> admissible_group(const TrackRequest& request) const;
  bool suits(std::size_t group, std::int32_t length_dm) const;
  bool takes_any(Running running) const;
  bool leaves_room_for_others(std::size_t group, Running running) const;
  template <class HasRoom>
  std::size_t first_admissible(const Queue& queue, HasRoom has_room) const;
  bool comes_before(const TrackRequest& x, const TrackRequest& y) const;
  std::int64_t precedence_here(const TrackRequest& request) const;
  TrackRequest take(Queue& queue, std::size_t index, std::int64_t now);
  const Queue& queue(Running running) const { return queues_[static_cast<std::size_t>(running)]; }

  const StationTracksTable& table_;
  std::int64_t tracks_ = 0;
  std::vector<std::array<std::int32_t, 2>> held_by_;  // per group and way of running
  std::array<Queue, 2> queues_;                       // per way of running
  std::array<std::vector<const Train*>, 2> holders_;  // per way of running
  std::map<std::uint32_t, std::int64_t> last_in_;     // when, per section over which; kNone: made here
  std::uint64_t next_order_ = 0;
  TimeIntegral held_;
};

// The best one that may come; the queue's size if none may.
template <class HasRoom>
std::size_t StationTracks::first_admissible(const Queue& queue, HasRoom has_room) const {
  if (queue.empty() || !takes_any(queue.front().running)) return queue.size();
  std::size_t best = queue.size();
  std::int64_t precedence = std::numeric_limits<std::int64_t>::max();
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const std::int64_t this_precedence = precedence_here(queue[i]);
    if (this_precedence >= precedence || !admissible_group(queue[i]) || !has_room(queue[i])) continue;
    best = i;
    precedence = this_precedence;
  }
  return best;
}

template <class HasRoom>
std::optional<TrackRequest> StationTracks::admit(HasRoom has_room, std::int64_t now) {
  const std::size_t west = first_admissible(queues_[0], has_room);
  const std::size_t east = first_admissible(queues_[1], has_room);
  const bool any_west = west < queues_[0].size(), any_east = east < queues_[1].size();
  if (!any_west && !any_east) return std::nullopt;
  const bool take_east = any_east && (!any_west || comes_before(queues_[1][east], queues_[0][west]));
  return take_east ? take(queues_[1], east, now) : take(queues_[0], west, now);
}

}  // namespace rail
