// The tracks of one gauge at a station: which trains may come, and who holds a track.
//
// A train gets its track here before it leaves the station behind, and gives it back when it leaves this
// one. With the rule kGuaranteed, trains of one way hold no more than their share of the tracks long enough
// for one of the other way (models/track_shares.h). Then trains whose stations have a rank that grows one way
// and falls the other can never block each other for ever (docs/decisions/0007). With kRoomOnly a free track
// is all that is asked.
//
// A holder that is known to leave at some time stands in nobody's way who cannot enter the section behind
// before then (Dispatching.notice): the track is given on ahead of its release, and never held by both.
//
// Lines merge fairly: to find the line whose turn it is, a train counts as waiting for a track since the last
// one came in the same way, over the same section or made here. Else a long queue of one line, or at a hub,
// would go before all trains of the others. Of that line the best train comes, by its priority and by how
// long it has waited itself, so that ageing lets everybody come in the end.
//
// Not thread-safe: a part of one station.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "models/model_tables.h"
#include "models/opening_hours.h"
#include "models/time_integral.h"
#include "models/track_request.h"

namespace rail {

class StationTracks {
 public:
  // `station`: for failed checks only.
  explicit StationTracks(const StationTracksTable& table, std::uint32_t station = 0);

  void request(TrackRequest request);
  // The best request that may have a track now, which it then holds: `track_group` says of which length.
  // `has_room(request)`: whether the yard takes its containers, if it needs that.
  template <class HasRoom>
  std::optional<TrackRequest> admit(HasRoom has_room, std::int64_t now);
  // Notes what those that wait lack: `lacks(request)`. A yard only with a track to be had; no track is asked
  // for before there is a path.
  template <class What>
  void note_lacks(What lacks, std::int64_t now);
  void release(const Train* train, std::uint8_t group, Running running, std::int64_t now);
  // Of a holder, when that is certain.
  void leaves_at(const Train* train, std::int64_t time);
  // Whether a holder may count among the trains of the other way: that has not its share yet, with all that
  // were given a track, and those that will have left.
  bool may_turn(std::uint8_t group, Running running) const {
    return !full_share(group, reversed(running), kNow);
  }
  // It does from now on. Nobody knows yet when it leaves.
  void turn(const Train* train, std::uint8_t group, Running running, std::int64_t now);
  // When a track may next be given on to one that waits, a lead of one or two notices before it is left;
  // kNever: nobody waits, or none is known to be left.
  std::int64_t next_given_on(std::int64_t now, std::int64_t notice) const;
  bool anyone_waits() const { return !queues_[0].empty() || !queues_[1].empty(); }

  bool within_capacity() const {
    return held_.most() <= tracks_ && held_.level() >= 0 && given_on_ <= leaving_ && as_announced_;
  }
  const TimeIntegral& held() const { return held_; }
  void restart_counting(std::int64_t now) { held_.restart(now); }

  // For the watchdog. Trains may belong to other stations: only their addresses are looked at.
  const std::vector<TrackRequest>& waiting(Running running) const { return queue(running); }
  // Once all holders have left but those that are not known to leave and of whom `stays(train)` is true.
  template <class Stays>
  StationTracks left_to(Stays stays) const;
  // Holders of whom one at least has to leave before the request may have a track, those of its way first.
  // None: it may.
  std::vector<const Train*> in_the_way_of(const TrackRequest& request) const;
  bool has_free_track(const TrackRequest& request) const { return free_group(request, kNow).has_value(); }

 private:
  using Queue = std::vector<TrackRequest>;  // the best request first
  struct Holder {
    const Train* train = nullptr;
    std::uint8_t group = 0;
    std::int64_t leaves_at = kNever;
  };
  static constexpr std::int64_t kNow = -1;  // with all that hold a track, whenever they leave

  std::int64_t soonest_entry(const TrackRequest& request, std::int64_t now) const {
    return std::max(request.ready, now + request.lead_s);
  }
  std::int64_t next_leaving(std::int64_t time) const;
  std::int32_t held(std::size_t group, std::size_t way, std::int64_t time) const;
  std::optional<std::uint8_t> free_group(const TrackRequest& request, std::int64_t entry) const;
  std::optional<std::uint8_t> admissible_group(const TrackRequest& request, std::int64_t entry) const;
  bool suits(std::size_t group, std::int32_t length_dm) const;
  bool takes_any(Running running) const;
  std::optional<std::size_t> full_share(std::size_t group, Running running, std::int64_t entry) const;
  template <class HasRoom>
  std::size_t first_admissible(const Queue& queue, HasRoom has_room, std::int64_t now) const;
  template <class HasRoom>
  std::size_t first_of_line(std::uint32_t track, const Queue& queue, HasRoom has_room,
                            std::int64_t now) const;
  bool comes_before(const TrackRequest& x, const TrackRequest& y) const;
  std::int64_t precedence_here(const TrackRequest& request) const;
  TrackRequest take(Queue& queue, std::size_t index, std::int64_t now);
  const Queue& queue(Running running) const { return queues_[static_cast<std::size_t>(running)]; }
  const std::vector<Holder>& holders(Running running) const {
    return holders_[static_cast<std::size_t>(running)];
  }

  const StationTracksTable& table_;
  std::uint32_t station_;
  std::int64_t tracks_ = 0;
  std::vector<std::array<std::int32_t, 2>> held_by_;  // per group and way of running
  std::array<Queue, 2> queues_;                       // per way of running
  std::array<std::vector<Holder>, 2> holders_;        // per way of running
  std::int32_t leaving_ = 0;                          // holders of whom it is known when
  std::int32_t given_on_ = 0;                         // tracks with a holder that leaves and its successor
  bool as_announced_ = true;                          // every holder has left when it was known to
  std::map<std::uint32_t, std::int64_t> last_in_;     // when, per section over which; kNone: made here
  std::uint64_t next_order_ = 0;
  TimeIntegral held_;
};

template <class Stays>
StationTracks StationTracks::left_to(Stays stays) const {
  StationTracks left(table_);
  for (const std::size_t way : {0, 1}) {
    for (const Holder& holder : holders_[way]) {
      if (holder.leaves_at < kNever || !stays(holder.train)) continue;
      left.holders_[way].push_back(holder);
      ++left.held_by_[holder.group][way];
    }
  }
  return left;
}

// The one that may come and gives its line its turn; the queue's size if none may come.
template <class HasRoom>
std::size_t StationTracks::first_admissible(const Queue& queue, HasRoom has_room, std::int64_t now) const {
  if (queue.empty() || !takes_any(queue.front().running)) return queue.size();
  std::size_t best = queue.size();
  std::int64_t precedence = std::numeric_limits<std::int64_t>::max();
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const std::int64_t this_precedence = precedence_here(queue[i]);
    if (this_precedence >= precedence || !admissible_group(queue[i], soonest_entry(queue[i], now)) ||
        !has_room(queue[i]))
      continue;
    best = i;
    precedence = this_precedence;
  }
  return best;
}

// The best one of a line that may come; the queue's size if none may.
template <class HasRoom>
std::size_t StationTracks::first_of_line(std::uint32_t track, const Queue& queue, HasRoom has_room,
                                         std::int64_t now) const {
  if (queue.empty() || !takes_any(queue.front().running)) return queue.size();
  for (std::size_t i = 0; i < queue.size(); ++i) {
    if (queue[i].track == track && admissible_group(queue[i], soonest_entry(queue[i], now)) &&
        has_room(queue[i]))
      return i;
  }
  return queue.size();
}

template <class What>
void StationTracks::note_lacks(What lacks, std::int64_t now) {
  for (Queue& queue : queues_) {
    for (TrackRequest& request : queue) {
      Lacks what = lacks(request);
      if (what == Lacks::kYard && !admissible_group(request, soonest_entry(request, now)))
        what = Lacks::kNothing;
      const std::int64_t entry = request.entry_if_admitted(now);
      request.lacks_path.set(what == Lacks::kPath, entry);
      request.lacks_yard.set(what == Lacks::kYard, entry);
    }
  }
}

template <class HasRoom>
std::optional<TrackRequest> StationTracks::admit(HasRoom has_room, std::int64_t now) {
  Queue &up = queues_[0], &down = queues_[1];
  std::size_t u = first_admissible(up, has_room, now), d = first_admissible(down, has_room, now);
  if (u == up.size() && d == down.size()) return std::nullopt;
  const bool turn_of_down = d < down.size() && (u == up.size() || comes_before(down[d], up[u]));
  const std::uint32_t line = turn_of_down ? down[d].track : up[u].track;
  u = first_of_line(line, up, has_room, now);
  d = first_of_line(line, down, has_room, now);
  const bool take_down = d < down.size() && (u == up.size() || goes_before(down[d], up[u]));
  return take_down ? take(down, d, now) : take(up, u, now);
}

}  // namespace rail
