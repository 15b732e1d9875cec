// The compressed timetable of one section while a run goes on: what its trains, in the order they came,
// need at least of the section's time. Integers, nothing allocated.
//
// A train's share is the time from its entry that its follower at least has to leave (models/uic406.h), as
// far as the section is open then: who comes as it opens again is not held up by what passed while it was
// closed. Simulated gaps are never shorter, so shares do not overlap, and no hour or day is more than full.
// The grid of hours and days starts with the counting. Days and hours in which the section is closed for a
// part are the busier for it.
#pragma once

#include <array>
#include <cstdint>

#include "models/observations.h"
#include "models/uic406.h"

namespace rail {

class Compression {
 public:
  // `hours`: when trains may be on it; nullptr: always.
  Compression(const SectionRules& rules, std::int64_t horizon, const OpeningHours* hours = nullptr);

  // Trains come in order of `now`.
  void enter(const SectionTrain& train, std::int64_t now) {
    const std::int64_t gap_s = entered_ < 0 ? 0 : least_gap_s(rules_, last_, train);
    if (gap_s > 0) take(entered_ + gap_s);  // nothing where trains may follow at once
    last_ = train;
    entered_ = now;
  }
  // Forgets what was before now; the last train's share counts from now on.
  void restart(std::int64_t now);
  // With the last train's own time.
  CompressedTime observation() const;

 private:
  static constexpr std::int64_t kHour = 3600;
  static constexpr std::int64_t kHoursPerDay = 24;
  static constexpr std::int64_t kDay = kHour * kHoursPerDay;

  void take(std::int64_t until);
  void next_day(std::int64_t day);
  void end_day();
  std::int64_t open_s(std::int64_t from, std::int64_t to) const;  // after since_
  OpenShare busiest_hour() const;

  // Small: a section is in no cache when its next train comes. 32 bits hold an hour of every day for 1,600
  // years.
  SectionRules rules_;
  SectionTrain last_;
  std::int64_t entered_ = -1;  // the last train; -1: none yet
  std::int64_t sum_ = 0;
  std::int64_t since_ = 0, horizon_;
  std::int64_t day_end_ = 0;  // of the day at hand, after since_
  std::int64_t day_sum_ = 0;
  OpenShare busiest_day_;
  std::array<std::int32_t, kHoursPerDay> hours_{};  // of the day, summed over days
  const OpeningHours* open_;
};

}  // namespace rail
