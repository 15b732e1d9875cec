// Sums over time, in integers: a level that steps up and down, and a blocked-or-not interval union.
#pragma once

#include <algorithm>
#include <cstdint>

namespace rail {

// The integral of a level (trains present, busy servers, TEU in a yard) over time.
class TimeIntegral {
 public:
  void change(std::int64_t now, std::int64_t by) {
    sum_ += level_ * (now - since_);
    since_ = now;
    level_ += by;
    most_ = std::max(most_, level_);
  }
  std::int64_t level() const { return level_; }
  std::int64_t most() const { return most_; }
  std::int64_t sum_until(std::int64_t now) const { return sum_ + level_ * (now - since_); }
  // Forgets what was; the level stays.
  void restart(std::int64_t now) {
    sum_ = 0;
    since_ = now;
    most_ = level_;
  }

 private:
  std::int64_t level_ = 0, since_ = 0, sum_ = 0, most_ = 0;
};

// How long something was so, as far as it was told.
class TimeWhile {
 public:
  TimeWhile() = default;
  // It was so for `before` already.
  explicit TimeWhile(std::int64_t before) : sum_(before) {}
  void set(bool on, std::int64_t now) {
    if (on == (since_ >= 0)) return;
    if (!on) sum_ += now - since_;
    since_ = on ? now : -1;
  }
  bool is_on() const { return since_ >= 0; }
  std::int64_t until(std::int64_t now) const { return sum_ + (is_on() ? now - since_ : 0); }

 private:
  std::int64_t sum_ = 0, since_ = -1;
};

// The length of a union of intervals that come in order of their starts, within [from, to).
class BlockedTime {
 public:
  explicit BlockedTime(std::int64_t to) : to_(to) {}
  void add(std::int64_t start, std::int64_t end) {
    const std::int64_t fresh_from = std::max(start, until_);
    until_ = std::max(until_, end);
    sum_ += std::max<std::int64_t>(0, std::min(end, to_) - fresh_from);
  }
  std::int64_t sum() const { return sum_; }
  // Forgets what was before now; an interval still open counts from now on.
  void restart(std::int64_t now) { sum_ = std::max<std::int64_t>(0, std::min(until_, to_) - now); }

 private:
  std::int64_t to_;
  std::int64_t until_ = 0, sum_ = 0;
};

}  // namespace rail
