#include "models/terminal.h"

#include <algorithm>
#include <cmath>

#include "engine/check.h"
#include "models/wait_account.h"

namespace rail {

Terminal::Terminal(const TerminalInfo& info)
    : point_(info.point), bays_(info.bays), room_teu_(static_cast<std::int64_t>(std::floor(info.yard_teu))) {}

void Terminal::enqueue_arrived(Train* train, std::int64_t now) {
  train->queued_since = now;
  train->yard_since = -1;
  arrived_.push_back(train);
}

void Terminal::enqueue_formed(Train* train, std::int64_t now) {
  train->queued_since = now;
  train->yard_since = -1;
  formed_.push_back(train);
}

Train* Terminal::start_next(std::int64_t now) {
  Train* train = nullptr;
  if (busy_.level() < bays_) {
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
    if (!blocked && has_room(train->cargo.teu)) {
      reserve_yard(now, train->cargo.teu);
      return arrived_.remove_after(before);
    }
    blocked = true;
    if (train->yard_since < 0) train->yard_since = now;
  }
  return nullptr;
}

Train* Terminal::start(Train* train, std::int64_t now) {
  busy_.change(now, 1);
  DES_CHECK(busy_.level() <= bays_, "more trains lifted than there are bays", des::SimTime{now}, point_);
  const std::int64_t crane_until = train->yard_since < 0 ? now : train->yard_since;
  account_wait(*train, Cause::kCrane, crane_until - train->queued_since, seen_.crane_wait);
  account_wait(*train, Cause::kYard, now - crane_until, seen_.yard_wait);
  seen_.lifts += train->cargo.count;
  if (train->role == ProcessRole::kGaugeIn) ++(train->reform ? seen_.trains_reformed : seen_.trains_kept);
  return train;
}

void Terminal::finish(std::int64_t now) {
  DES_CHECK(busy_.level() > 0, "a lift ends that never started", des::SimTime{now}, point_);
  busy_.change(now, -1);
}

void Terminal::reserve_yard(std::int64_t now, std::int64_t teu) {
  DES_CHECK(has_room(teu), "the yard is overfull", des::SimTime{now}, point_);
  yard_.change(now, teu);
}

void Terminal::free_yard(std::int64_t now, std::int64_t teu) {
  DES_CHECK(yard_.level() >= teu, "containers leave the yard that were never in it", des::SimTime{now},
            point_);
  yard_.change(now, -teu);
}

bool Terminal::within_capacity() const {
  return busy_.level() >= 0 && busy_.most() <= bays_ && yard_.level() >= 0 &&
         (room_teu_ == 0 || yard_.most() <= room_teu_);
}

void Terminal::restart_counting(std::int64_t now) {
  seen_ = TerminalObservation{};
  busy_.restart(now);
  yard_.restart(now);
}

TerminalObservation Terminal::observation(std::int64_t now) const {
  TerminalObservation result = seen_;
  result.busy_seconds = busy_.sum_until(now);
  result.yard_teu_seconds = yard_.sum_until(now);
  result.most_yard_teu = yard_.most();
  return result;
}

}  // namespace rail
