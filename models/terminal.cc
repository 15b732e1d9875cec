#include "models/terminal.h"

#include <algorithm>
#include <cmath>

#include "engine/check.h"
#include "models/wait_account.h"

namespace rail {

Terminal::Terminal(const TerminalInfo& info, Closing closing)
    : point_(info.point),
      bays_(info.bays),
      room_teu_(static_cast<std::int64_t>(std::floor(info.yard_teu))),
      closing_(closing),
      finishes_(info.finishes),
      cuts_(info.bay_cuts),
      keeps_log_(info.keeps_log),
      most_teu_(info.most_teu) {}

void Terminal::enqueue_arrived(Train* train, std::int64_t now) { enqueue(train, arrived_, now); }

void Terminal::enqueue_formed(Train* train, std::int64_t now) { enqueue(train, formed_, now); }

void Terminal::enqueue(Train* train, TrainQueue& queue, std::int64_t now) {
  train->queued_since = now;
  train->yard_since = -1;
  queue.push_back(train);
  if (keeps_log_) log_.begin(train->identity, now);
}

Train* Terminal::start_next(std::int64_t now) {
  Train* train = nullptr;
  if (busy_.level() < bays_at(now) && closing_.is_open(now)) {
    train = formed_.empty() ? next_arrived(now) : formed_.pop_front();
  }
  if (train != nullptr) return start(train, now);
  seen_.longest_queue = std::max(seen_.longest_queue, arrived_.size() + formed_.size());
  return nullptr;
}

// First come, first served, but trains that lack yard room, and re-formed trains behind them, stand aside.
Train* Terminal::next_arrived(std::int64_t now) {
  bool blocked = false;
  Train* before = nullptr;
  for (Train* train = arrived_.front(); train != nullptr; before = train, train = train->next) {
    if (!train->reform || train->yard_reserved) return arrived_.remove_after(before);
    if (!blocked && has_room(train->cargo.teu, train->yard_running)) {
      reserve_yard(now, train->cargo.teu, train->yard_running);
      return arrived_.remove_after(before);
    }
    blocked = true;
    if (train->yard_since < 0) train->yard_since = now;
  }
  return nullptr;
}

Train* Terminal::start(Train* train, std::int64_t now) {
  busy_.change(open_until(now), 1);
  train->work_since = now;
  const std::int64_t bay_until = train->yard_since < 0 ? now : train->yard_since;
  const ClosedTime closed = closing_.between(train->queued_since, bay_until);
  account_wait(*train, Cause::kBay, bay_until - train->queued_since - closed.hours_s - closed.closure_s,
               seen_.bay_wait);
  account_closed(*train, closing_, closed, seen_.hours_wait, seen_.closure_wait);
  if (keeps_log_) log_.end(train->identity, train->queued_since, now);
  account_wait(*train, Cause::kYard, now - bay_until, seen_.yard_wait);
  seen_.lifts += train->cargo.count;
  const bool reformed = train->reform && !train->set_down;
  if (train->role == ProcessRole::kGaugeIn) ++(reformed ? seen_.trains_reformed : seen_.trains_kept);
  return train;
}

std::optional<std::int64_t> Terminal::awaited_opening(std::int64_t now) const {
  if ((arrived_.empty() && formed_.empty()) || busy_.level() >= bays_) return std::nullopt;
  if (busy_.level() >= bays_at(now)) return cuts_.next_change(now);
  if (closing_.is_open(now)) return std::nullopt;  // it is yard room that they wait for
  return closing_.hours->next_opening(now);
}

std::int64_t Terminal::end_of_work(const Train& train, std::int64_t now) {
  if (closing_.hours == nullptr || finishes_) return now + train.stage_seconds;
  may_rest_.push_back(&train);
  return closing_.hours->end_of_work(now, train.stage_seconds);
}

void Terminal::finish(Train& train, std::int64_t now) {
  DES_CHECK(busy_.level() > 0, "a lift ends that never started", des::SimTime{now}, point_);
  busy_.change(open_until(now), -1);
  std::erase(may_rest_, &train);
  account_rest(train, closing_, now, seen_.hours_wait, seen_.closure_wait);
}

bool Terminal::has_room(std::int64_t teu, Running running) const {
  const auto way = static_cast<std::size_t>(running);
  return room_teu_ == 0 || (yard_.level() + teu <= room_teu_ && held_teu_[way] + teu <= most_teu_[way]);
}

void Terminal::reserve_yard(std::int64_t now, std::int64_t teu, Running running) {
  DES_CHECK(has_room(teu, running), "the yard is overfull", des::SimTime{now}, point_);
  held_teu_[static_cast<std::size_t>(running)] += teu;
  yard_.change(now, teu);
}

ClosedTime Terminal::count_closed(Train& train, std::int64_t from, std::int64_t to) {
  const ClosedTime closed = closing_.between(from, to);
  if (closed.hours_s + closed.closure_s > 0)
    account_closed(train, closing_, closed, seen_.hours_wait, seen_.closure_wait);
  return closed;
}

void Terminal::count_yard_wait(Train& train, std::int64_t seconds) {
  account_wait(train, Cause::kYard, seconds, seen_.yard_wait);
}

void Terminal::free_yard(std::int64_t now, std::int64_t teu, Running running) {
  std::int64_t& held = held_teu_[static_cast<std::size_t>(running)];
  DES_CHECK(held >= teu, "containers leave the yard that were never in it", des::SimTime{now}, point_);
  held -= teu;
  yard_.change(now, -teu);
}

void Terminal::turn_in_yard(std::int64_t teu, Running from, Running to) {
  held_teu_[static_cast<std::size_t>(from)] -= teu;
  held_teu_[static_cast<std::size_t>(to)] += teu;
}

bool Terminal::within_capacity() const {
  return busy_.level() >= 0 && busy_.most() <= bays_ && yard_.level() >= 0 &&
         (room_teu_ == 0 || yard_.most() <= room_teu_);
}

void Terminal::restart_counting(std::int64_t now) {
  seen_ = TerminalObservation{};
  busy_.restart(open_until(now));
  yard_.restart(now);
}

TerminalObservation Terminal::observation(std::int64_t now) const {
  TerminalObservation result = seen_;
  result.busy_seconds = busy_.sum_until(open_until(now));
  result.yard_teu_seconds = yard_.sum_until(now);
  result.most_yard_teu = yard_.most();
  return result;
}

}  // namespace rail
