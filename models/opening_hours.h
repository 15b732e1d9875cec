// When something is open: a customs post, a terminal, a line section between two possessions.
//
// Intervals of the run's time, in ticks, half-open, sorted and apart; closed outside them. Local time, days
// of the week and clock changes are turned into such intervals before the model is built
// (scenarios/build_hours.h). Immutable, so that all replications and threads share it.
#pragma once

#include <cstdint>
#include <vector>

namespace rail {

// Later than any run; sums of two of them still fit.
constexpr std::int64_t kNever = std::int64_t{1} << 60U;

struct OpenInterval {
  std::int64_t from = 0, to = 0;  // [from, to)
  bool operator==(const OpenInterval&) const = default;
};

class OpeningHours {
 public:
  OpeningHours() = default;  // never open
  // In any order; those that overlap or touch are joined, empty ones are left out.
  explicit OpeningHours(std::vector<OpenInterval> intervals);
  // The same less the time in which something else is open.
  OpeningHours without(const OpeningHours& closed) const;

  const std::vector<OpenInterval>& intervals() const { return intervals_; }
  bool is_open(std::int64_t time) const;
  // The first open instant at or after `time`; kNever if there is none.
  std::int64_t next_opening(std::int64_t time) const;
  // The end of the interval open at `time`, or of the next one; kNever if there is none.
  std::int64_t next_closing(std::int64_t time) const;
  // Of the time from `from` to `to`.
  std::int64_t open_seconds(std::int64_t from, std::int64_t to) const;
  std::int64_t closed_seconds(std::int64_t from, std::int64_t to) const {
    return to - from - open_seconds(from, to);
  }
  // When work of so many seconds that begins at `start` is done if it rests while closed.
  std::int64_t end_of_work(std::int64_t start, std::int64_t seconds) const;
  // The first instant at or after `time` from which it is open for so many seconds in a row; they may end as
  // it closes. kNever if there is none.
  std::int64_t next_fit(std::int64_t time, std::int64_t seconds) const;
  // Of the time from `from` to `to`: how long no stay of `stay` seconds in a row could have begun.
  std::int64_t kept_out_seconds(std::int64_t from, std::int64_t to, std::int64_t stay) const;

 private:
  // The first interval that ends after `time`.
  std::size_t index_at(std::int64_t time) const;
  std::int64_t open_before(std::int64_t time) const;

  std::vector<OpenInterval> intervals_;
  std::vector<std::int64_t> open_before_{0};  // seconds open before each interval, and in all
};

}  // namespace rail
