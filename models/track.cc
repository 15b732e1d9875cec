#include "models/track.h"

#include <algorithm>
#include <cmath>

#include "engine/check.h"
#include "models/durations.h"

namespace rail {
Track::Track(const ModelTables& tables, const LineInput& line, const TrackTable& track,
             const OpeningHours* hours, std::int64_t horizon)
    : rules_(section_rules(tables, line, track)),
      hours_(hours),
      accepts_(track.accepts),
      fleeting_(track.single ? line.fleeting : 0),
      room_(track.room > 0 ? track.room : kEndlessRoom),
      blocked_(horizon),
      slow_orders_(line.slow_orders),
      compression_(rules_, horizon, hours),
      most_promised_(static_cast<std::size_t>(track.promises)),
      paths_per_day_(track.paths_per_day),
      path_cuts_(line.path_cuts) {
  for (const std::size_t side : {0, 1}) {
    has_paths_[side] = limits_entry(line, track, side);
    if (track.accepts[side] && limits_acceptance(line, side))
      quotas_[side] = {line.accepted_per_day[side], line.acceptance_cuts[side], line.acceptance_days[side]};
  }
}

// The request that came last.
void Track::put_in_order(std::size_t side) {
  Queue& queue = queues_[side];
  TrackRequest& last = queue.back();
  last.order = next_order_++;
  ++requests_[side];
  last.full_before = full_.until(last.ready);
  last.yard_before = yard_s_;
  auto place = queue.end() - 1;
  while (place != queue.begin() && goes_before(last, *(place - 1))) --place;
  if (place != queue.end() - 1) std::rotate(place, queue.end() - 1, queue.end());  // seldom
}

// As soon as the train that entered before it, of the same side, lets it.
std::int64_t Track::behind(const Entry& last, const TrackRequest& request) const {
  if (last.time < 0) return 0;
  const std::int64_t headway = headway_s(last.train_class, request.train_class);
  return headway == kOneAtATime ? last.exit + rules_.clearing_s : last.time + headway;
}

void Track::return_room(std::int64_t yard_s, std::uint32_t terminal, std::int64_t now) {
  ++room_;
  full_.set(false, now);
  yard_s_ = yard_s;
  terminal_ = terminal;
}

// The first of the queue that is ready by then; else the one that is ready next.
std::size_t Track::first(int side, std::int64_t time) const {
  const Queue& queue = queues_[static_cast<std::size_t>(side)];
  if (queue.front().ready <= time) return 0;  // nearly always
  std::size_t next = 0;
  for (std::size_t i = 1; i < queue.size(); ++i) {
    if (queue[i].ready <= time) return i;
    if (queue[i].ready < queue[next].ready) next = i;
  }
  return next;
}

const TrackRequest& Track::first_request(int side, std::int64_t time) const {
  return queues_[static_cast<std::size_t>(side)][first(side, time)];
}

// When the track itself takes the train, whatever the paths.
std::int64_t Track::free_at(const TrackRequest& request, std::int64_t earliest) const {
  std::int64_t time = std::max(std::max(earliest, request.ready), behind(last_[request.side], request));
  const Entry& opposite = last_[request.side ^ 1U];
  if (rules_.single && opposite.time >= 0) time = std::max(time, opposite.exit + rules_.clearing_s);
  return time;
}

// Paths limit how densely trains follow each other: one day's time over paths_per_day after the last
// train of that side. A published number of paths says no more; times of day are a timetable's matter.
std::int64_t Track::next_path(int side, std::int64_t time) const {
  const AcceptanceQuota& quota = quotas_[static_cast<std::size_t>(side)];
  std::int64_t next = quota.next(spaced(side, time));
  while (next < kNever && spaced(side, next) > next) next = quota.next(spaced(side, next));
  return next;
}

// The spacing that counts is that of the time of entry: a train may go as soon as a cut ends.
std::int64_t Track::spaced(int side, std::int64_t time) const {
  const std::int64_t last = last_[static_cast<std::size_t>(side)].time;
  if (last < 0) return time;
  while (time < kNever && time < last + path_spacing(side, time))
    time = std::min(last + path_spacing(side, time), path_cuts_.next_change(time));
  return time;
}

std::int64_t Track::path_spacing(int side, std::int64_t time) const {
  const auto s = static_cast<std::size_t>(side);
  const double paths = accepts_[s] ? path_cuts_.at(time, paths_per_day_[s]) : 0;
  return paths <= 0 ? 0 : static_cast<std::int64_t>(std::llround(kSecondsPerDay / paths));
}

PathChance Track::next_paths(std::size_t side, std::int64_t time) const {
  const auto s = static_cast<int>(side);
  const std::int64_t from = path_at_or_after(s, time);
  return {from, path_spacing(s, from) > 0 ? 1 : quotas_[side].left(from)};
}

std::optional<TrackRequest> Track::take_shut_out(std::size_t side, std::int64_t time,
                                                 std::int64_t patience_s) {
  if (hours_ == nullptr && !has_paths_[side]) return std::nullopt;
  Queue& queue = queues_[side];
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const TrackRequest request = queue[i];
    const std::int64_t entry = std::max(time, request.ready);
    if (!is_kept_out(request, i, entry, entry + patience_s)) continue;
    queue.erase(queue.begin() + static_cast<std::ptrdiff_t>(i));
    return request;
  }
  return std::nullopt;
}

// `before`: trains of its side that go first.
bool Track::is_kept_out(const TrackRequest& request, std::size_t before, std::int64_t entry,
                        std::int64_t until) const {
  if (hours_ != nullptr && next_fit(*hours_, run_of(request), entry) > until) return true;
  if (!has_paths_[request.side]) return false;
  const PathChance next = next_paths(request.side, entry);
  return next.from > until || static_cast<std::int64_t>(before) >= next.trains;
}

std::int64_t Track::next_shut(std::size_t side, std::int64_t time) const {
  std::int64_t next = kNever;
  if (hours_ == nullptr) return next;
  for (const TrackRequest& request : queues_[side]) {
    const std::int64_t entry = next_fit(*hours_, run_of(request), std::max(time, request.ready));
    if (entry < kNever) next = std::min(next, last_fit(*hours_, run_of(request), entry) + 1);
  }
  return next;
}

// Behind a train that it cannot overtake, later than the train alone.
std::int64_t Track::exit_behind(const Entry& last, const TrackRequest& request, std::int64_t entry) const {
  const std::int64_t headway = headway_s(last.train_class, request.train_class);
  const std::int64_t exit = entry + run_of(request).seconds(entry);
  return last.time >= 0 && headway != kOneAtATime ? std::max(exit, last.exit + headway) : exit;
}

// The first instant at or after `time` at which a train that enters leaves before the next possession.
std::int64_t Track::clear_of_possessions(const Entry& last, const TrackRequest& request,
                                         std::int64_t time) const {
  if (hours_ == nullptr) return time;
  time = next_fit(*hours_, run_of(request), time);
  while (time < kNever && exit_behind(last, request, time) > hours_->next_closing(time))
    time = next_fit(*hours_, run_of(request), hours_->next_closing(time));
  return time;
}

// The side whose first train goes before the other's; -1 if nobody waits.
int Track::better_side(std::int64_t time) const {
  if (queues_[0].empty()) return queues_[1].empty() ? -1 : 1;
  if (queues_[1].empty()) return 0;
  const TrackRequest &one = first_request(0, time), &other = first_request(1, time);
  if ((one.ready <= time) != (other.ready <= time)) return one.ready <= time ? 0 : 1;
  if (fleeting_ > 0 && in_a_row_ > 0) return in_a_row_ < fleeting_ ? last_side_ : last_side_ ^ 1U;
  return goes_before(one, other) ? 0 : 1;
}

// The train at this place of the queue.
inline std::optional<TrackGrant> Track::enter(int side, std::size_t place, std::int64_t time) {
  Queue& queue = queues_[static_cast<std::size_t>(side)];
  std::optional<TrackGrant> entered(queue[place]);  // in the place where the caller wants it
  TrackGrant& grant = *entered;
  DES_ASSERT(free_at(grant.request, time) <= time && room_ > 0, "a train enters a section that is not free",
             des::SimTime{time}, grant.request.requester);
  DES_ASSERT(clear_of_possessions(grant.request, time) == time, "a train enters that a possession would meet",
             des::SimTime{time}, grant.request.requester);
  queue.erase(queue.begin() + static_cast<std::ptrdiff_t>(place));
  grant.path_wait = path_wait(grant.request, time);
  if (room_ != kEndlessRoom) take_room(grant, time);
  let_in(grant, time);
  return entered;
}

void Track::take_room(TrackGrant& grant, std::int64_t time) {
  grant.yard_wait = yard_wait(grant.request, yard_s_, time);
  grant.room_wait = room_wait(grant.request, time);
  full_.set(--room_ == 0, time);
}

std::optional<TrackGrant> Track::grant(std::int64_t time) {
  if (has_promised() && promised_.front().entry.time <= time) return enter_as_promised(time);
  const int better = better_side(time);
  if (better < 0 || room_ == 0) return std::nullopt;
  for (const int side : {better, better ^ 1}) {
    const Queue& queue = queues_[static_cast<std::size_t>(side)];
    if (queue.empty()) break;
    const std::size_t next = first(side, time);
    const TrackRequest& request = queue[next];
    if (free_at(request, time) > time) break;
    // Likely: GCC takes it that loops go on, and would compile what ends them for size.
    if (path_at_or_after(side, time) == time && clear_of_possessions(request, time) == time &&
        !breaks_a_promise(request, time)) [[likely]]
      return enter(side, next, time);
  }
  return std::nullopt;
}

std::optional<SectionTurn> Track::next_turn_of(std::size_t side, std::int64_t time) const {
  if (queues_[side].empty()) return std::nullopt;
  const auto s = static_cast<int>(side);
  std::int64_t free = time;
  for (std::int64_t next = free; (next = free_at(first_request(s, free), free)) > free;) free = next;
  SectionTurn turn{side, free, free};
  for (bool later = true; later && turn.entry < kNever;) {
    const TrackRequest& request = first_request(s, turn.entry);
    const std::int64_t path = path_at_or_after(s, free_at(request, turn.entry));
    const std::int64_t entry = path < kNever ? clear_of_possessions(request, path) : kNever;
    later = entry > turn.entry;
    turn.entry = entry;
  }
  return turn;
}

// As in next_chance(): a side that only waits for its path, or for a possession to end, lets the other go
// first.
const SectionTurn& Track::next_turn(const SectionTurn& one, const SectionTurn& other) const {
  const auto next = static_cast<std::size_t>(better_side(std::min(one.free, other.free)));
  const SectionTurn &best = one.side == next ? one : other, &second = one.side == next ? other : one;
  return best.entry > best.free && second.entry < best.entry ? second : best;
}

TrackGrant Track::let_in_first(const SectionTurn& turn) {
  const auto side = static_cast<int>(turn.side);
  return *enter(side, first(side, turn.entry), turn.entry);
}

std::optional<std::int64_t> Track::next_chance(std::int64_t time) const {
  if (has_promised()) return next_beside_promises(time);
  const int better = better_side(time);
  if (better < 0 || room_ == 0) return std::nullopt;  // no room: news of it will come
  const TrackRequest& best = first_request(better, time);
  const bool others = !queues_[static_cast<std::size_t>(better ^ 1)].empty();
  if (best.ready > time) {  // nobody is ready: who is next?
    return others ? std::min(best.ready, first_request(better ^ 1, time).ready) : best.ready;
  }
  const std::int64_t free = free_at(best, time);
  const std::int64_t best_enters = clear_of_possessions(best, path_at_or_after(better, free));
  if (!others || best_enters == free) return best_enters;
  // The other side may use the time until the better one enters, but not before the track is free.
  const TrackRequest& other = first_request(better ^ 1, time);
  const std::int64_t other_free = std::max(free, free_at(other, time));
  return std::min(best_enters, clear_of_possessions(other, path_at_or_after(better ^ 1, other_free)));
}

// From its track at the next station on. Trains before it had the paths that it waited for, so what it waited
// for the section before its own path counts as well.
std::int64_t Track::waited_for_path(const TrackRequest& request, std::int64_t time) const {
  const std::int64_t since = request.since_admitted();
  std::int64_t until = quotas_[request.side].held_until(since, time);
  const std::int64_t path =
      path_at_or_after(request.side, std::max<std::int64_t>(0, last_[request.side].time));
  if (free_at(request, 0) < path) until = std::max(until, path);
  return std::max<std::int64_t>(0, std::min(until, time) - since);
}

// Word of the yard comes with that of room, so that it is known as trains leave, not by the second.
std::int64_t Track::yard_wait(const TrackRequest& request, std::int64_t yard_s, std::int64_t time) const {
  return yard_s == request.yard_before ? 0 : std::min(yard_s - request.yard_before, room_wait(request, time));
}

std::int64_t Track::room_wait(const TrackRequest& request, std::int64_t time) const {
  const std::int64_t full_s = full_.until(time) - request.full_before;
  if (full_s == 0) return 0;
  return std::min(full_s, time - request.since_admitted() - path_wait(request, time));
}

// Room on the section is taken already.
void Track::let_in(TrackGrant& grant, std::int64_t time) {
  const TrackRequest& request = grant.request;
  const std::size_t side = request.side;
  ++entered_[side];
  grant.terminal = terminal_;
  if (has_paths_[side]) quotas_[side].note(time);
  in_a_row_ = request.side == last_side_ ? in_a_row_ + 1 : 1;
  last_side_ = request.side;
  const std::int64_t exit = exit_behind(last_[side], request, time);
  grant.run_seconds = exit - time;
  blocked_.add(time, rules_.single ? exit + rules_.clearing_s
                                   : time + headway_s(request.train_class, request.train_class));
  compression_.enter({request.side, request.train_class, grant.run_seconds}, time);
  last_[side] = Entry{time, exit, request.train_class};
}

}  // namespace rail
