// Entries that a double track promises to trains that are not ready yet: kept to the second. What is let in
// before one neither meets it nor slows it down.
#include <algorithm>

#include "engine/check.h"
#include "models/track.h"

namespace rail {

// At `time`, or as soon after it as a train may go behind `last`.
Track::Entry Track::entry_behind(const Entry& last, const TrackRequest& request, std::int64_t time) const {
  const std::int64_t free = std::max({time, request.ready, behind(last, request)});
  const std::int64_t entry = clear_of_possessions(last, request, free);
  return {entry, entry < kNever ? exit_behind(last, request, entry) : kNever, request.train_class};
}

// The first one at or after `time` after which all promises can be kept. Later in the same gap between two of
// them a train fits no better.
Track::Entry Track::entry_beside_promises(const TrackRequest& request, std::int64_t time) const {
  const Entry* last = &last_[request.side];
  for (const Promise& next : promised_) {
    const Entry entry = entry_behind(*last, request, time);
    if (fits_before(entry, next.entry)) return entry;
    last = &next.entry;
  }
  return entry_behind(*last, request, time);
}

bool Track::fits_before(const Entry& entry, const Entry& next) const {
  const std::int64_t headway = headway_s(entry.train_class, next.train_class);
  return entry.time + headway <= next.time && entry.exit + headway <= next.exit;
}

// Behind each other and whoever has a promise already: then it takes no turn that is theirs.
bool Track::all_that_wait_fit_before(const Entry& promised, std::size_t side, std::int64_t now) const {
  if (queues_[side].empty()) return true;
  Entry last = has_promised() ? promised_.back().entry : last_[side];
  for (const TrackRequest& request : queues_[side]) {
    last = entry_behind(last, request, now);
    if (!fits_before(last, promised)) return false;
  }
  return true;
}

bool Track::promise(const TrackRequest& request, std::int64_t now) {
  const std::size_t side = request.side;
  if (rules_.single || has_paths_[side] || promised_.size() >= most_promised_) return false;
  if (room_ <= static_cast<std::int64_t>(queues_[side].size())) return false;
  const Entry entry = entry_beside_promises(request, request.ready);
  if (entry.time > request.ready || !all_that_wait_fit_before(entry, side, now)) return false;
  const auto later = [](std::int64_t time, const Promise& other) { return time < other.entry.time; };
  promised_.insert(std::upper_bound(promised_.begin(), promised_.end(), entry.time, later), {request, entry});
  if (room_ != kEndlessRoom) full_.set(--room_ == 0, now);
  return true;
}

std::optional<TrackGrant> Track::enter_as_promised(std::int64_t time) {
  const Promise promise = promised_.front();
  const TrackRequest& request = promise.request;
  DES_CHECK(promise.entry.time == time && free_at(request, time) == time &&
                clear_of_possessions(request, time) == time,
            "an entry is not as promised", des::SimTime{time}, request.requester);
  promised_.erase(promised_.begin());
  std::optional<TrackGrant> entered(request);
  TrackGrant& grant = *entered;
  let_in(grant, time);
  DES_CHECK(time + grant.run_seconds <= promise.entry.exit, "a train with a promised entry is held up",
            des::SimTime{time}, request.requester);
  return entered;
}

// The first that waits, or who has a promise: no later one of those that wait goes before the first.
std::int64_t Track::next_beside_promises(std::int64_t time) const {
  const std::int64_t promised = promised_.front().entry.time;
  const int side = better_side(time);
  if (side < 0 || room_ == 0) return promised;
  return std::min(promised, entry_beside_promises(first_request(side, time), time).time);
}

}  // namespace rail
