// How long a train is on a section, by when it enters: a slow order holds while it is in force, not for as
// long as a train waits to enter.
#pragma once

#include <cstdint>

#include "models/closing.h"
#include "models/opening_hours.h"
#include "models/timed_values.h"

namespace rail {

// Who enters later leaves no sooner.
struct SectionRun {
  std::int64_t usual_s = 0;                  // without slow orders
  const TimedValues* slow_orders = nullptr;  // of the line: factors >= 1; nullptr: none

  bool is_constant() const { return slow_orders == nullptr || slow_orders->empty(); }
  // Of a train that enters then; what is left of its run as an order begins or ends takes so much longer, or
  // no longer.
  std::int64_t seconds(std::int64_t entry) const { return is_constant() ? usual_s : slowed_s(entry); }

 private:
  std::int64_t slowed_s(std::int64_t entry) const;
};

// The first instant at or after `time` from which it is open for a whole run. kNever if there is none.
std::int64_t next_fit(const OpeningHours& hours, const SectionRun& run, std::int64_t time);
// Of that opening the last instant at which a whole run still fits; at `time` one must. kNever if it never
// closes again.
std::int64_t last_fit(const OpeningHours& hours, const SectionRun& run, std::int64_t time);
// Of the time from `from` to `to`: how long no run could have begun.
std::int64_t kept_out_seconds(const OpeningHours& hours, const SectionRun& run, std::int64_t from,
                              std::int64_t to);
// The same, parted by what kept it out; what a disruption closes anyway counts as closed by it.
ClosedTime kept_out(const Closing& closing, const SectionRun& run, std::int64_t from, std::int64_t to);

}  // namespace rail
