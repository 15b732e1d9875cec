#include "models/staffed_time.h"

#include <algorithm>

#include "models/durations.h"

namespace rail {

double StaffedTime::with_overtime_s(double beyond_s) const {
  return std::min(all_seconds, seconds + shift_ends * beyond_s);
}

// Work that rests while it is closed goes on as it opens, by then perhaps with too few.
StaffedTime staffed_time(const ModelInput& input, std::uint32_t hours, const TimedValues& staffed, int all) {
  const OpeningHours* open = input.hours_of(hours);
  const std::int64_t to = input.spin_up_s + input.counted_s;
  StaffedTime time;
  double before = staffed.at(input.spin_up_s - 1, all);
  for (std::int64_t from = input.spin_up_s, end = from; from < to; from = end) {
    end = std::min(to, staffed.next_change(from));
    const std::int64_t open_s = open == nullptr ? end - from : open->open_seconds(from, end);
    if (open_s == 0) continue;
    const double now = staffed.at(from, all);
    time.seconds += now * static_cast<double>(open_s);
    time.all_seconds += all * static_cast<double>(open_s);
    time.shift_ends += std::max(0.0, before - now);
    before = now;
  }
  const double days = static_cast<double>(input.counted_s) / kSecondsPerDay;
  for (double* sum : {&time.seconds, &time.all_seconds, &time.shift_ends}) *sum /= days;
  return time;
}

double most_left_s(double mean_s, double second_moment_s2) {
  return mean_s > 0 ? second_moment_s2 / mean_s : 0;
}

}  // namespace rail
