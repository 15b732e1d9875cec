#include "models/section_run.h"

#include <algorithm>
#include <cmath>

namespace rail {
namespace {

bool fits(const SectionRun& run, std::int64_t entry, std::int64_t closing) {
  return entry + run.seconds(entry) <= closing;
}

// From `first`, at which a run fits, to `end`: the last instant of which that is true.
std::int64_t last_fit(const SectionRun& run, std::int64_t first, std::int64_t end, std::int64_t closing) {
  if (run.is_constant()) return std::min(end, closing - run.usual_s);
  std::int64_t last = first, beyond = std::min(end, closing) + 1;
  while (beyond - last > 1) {
    const std::int64_t middle = last + (beyond - last) / 2;
    (fits(run, middle, closing) ? last : beyond) = middle;
  }
  return last;
}

}  // namespace

std::int64_t SectionRun::slowed_s(std::int64_t entry) const {
  auto left_s = static_cast<double>(usual_s);  // of the run as usual
  std::int64_t time = entry;
  while (true) {
    const double factor = slow_orders->at(time, 1.0);
    const std::int64_t change = slow_orders->next_change(time);
    const auto until_change_s = static_cast<double>(change - time);
    if (left_s * factor <= until_change_s) return time - entry + std::llround(left_s * factor);
    left_s -= until_change_s / factor;
    time = change;
  }
}

std::int64_t next_fit(const OpeningHours& hours, const SectionRun& run, std::int64_t time) {
  if (run.is_constant()) return hours.next_fit(time, run.usual_s);
  time = hours.next_opening(time);
  while (time < kNever && !fits(run, time, hours.next_closing(time)))
    time = hours.next_opening(hours.next_closing(time));
  return time;
}

std::int64_t last_fit(const OpeningHours& hours, const SectionRun& run, std::int64_t time) {
  const std::int64_t closing = hours.next_closing(time);
  if (closing >= kNever) return kNever;  // beyond it no slow order says how long a run would take
  return last_fit(run, time, kNever, closing);
}

std::int64_t kept_out_seconds(const OpeningHours& hours, const SectionRun& run, std::int64_t from,
                              std::int64_t to) {
  if (run.is_constant()) return hours.kept_out_seconds(from, to, run.usual_s);
  std::int64_t could_begin = 0;
  for (std::int64_t time = hours.next_opening(from); time < to;) {
    const std::int64_t closing = hours.next_closing(time);
    if (fits(run, time, closing)) could_begin += last_fit(run, time, to, closing) - time;
    time = hours.next_opening(closing);
  }
  return to - from - could_begin;
}

ClosedTime kept_out(const Closing& closing, const SectionRun& run, std::int64_t from, std::int64_t to) {
  if (closing.hours == nullptr) return {};
  if (run.is_constant()) return closing.kept_out(from, to, run.usual_s);
  const std::int64_t closure_s =
      closing.closures == nullptr ? 0 : kept_out_seconds(*closing.closures, run, from, to);
  return {kept_out_seconds(*closing.hours, run, from, to) - closure_s, closure_s};
}

}  // namespace rail
