#include "scenarios/way_in_time.h"

#include <algorithm>
#include <cmath>

namespace scenarios {

std::int64_t WayInTime::behind(const rail::LineInput& line, std::int64_t time) const {
  const double factor = line.run_time_factor ? line.run_time_factor->lower_bound() : 1.0;
  const double run_s =
      rail::section_run_s(line) / input_.train_classes[service_.train_class].speed_factor * factor;
  const std::int64_t least_s = std::min(line.longest_run_s, static_cast<std::int64_t>(std::floor(run_s)));
  const rail::OpeningHours* hours = input_.hours_of(line.hours);
  for (int i = 0; i < rail::sections_of(line) && time < rail::kNever; ++i) {
    if (hours != nullptr) time = hours->next_fit(time, least_s);
    if (time < rail::kNever) time += least_s;
  }
  return time;
}

std::int64_t WayInTime::earliest_arrival(std::int64_t departure, std::size_t leg, std::size_t lines) const {
  std::int64_t time = departure;
  for (std::size_t i = 0; i <= leg; ++i) {
    const std::vector<rail::Hop>& hops = route_.legs[i].hops;
    for (std::size_t h = 0; h < (i == leg ? lines : hops.size()); ++h)
      time = behind(input_.lines[hops[h].line], time);
    if (i == leg || time == rail::kNever) return time;
    const rail::OpeningHours* bays = input_.hours_of(input_.gauge_changes[route_.gauge_changes[i]].hours);
    if (bays != nullptr) time = bays->next_fit(time, 1);
  }
  return time;
}

std::int64_t WayInTime::end_of_certainty() const {
  const std::int64_t end = input_.spin_up_s + input_.counted_s;
  std::int64_t certain = end;
  for (const rail::DisruptionInput& one : input_.disruptions) {
    if (!input_.rerouting || !one.turns || one.to <= end) continue;
    const std::vector<rail::Hop>& hops = route_.legs.front().hops;
    const bool on_way = std::any_of(hops.begin(), hops.end(), [&](const rail::Hop& hop) {
      return std::find(one.lines.begin(), one.lines.end(), hop.line) != one.lines.end();
    });
    if (on_way) certain = std::min(certain, one.from);
  }
  return certain;
}

// Who leaves later arrives no sooner.
std::int64_t WayInTime::last_departure(std::size_t leg, std::size_t lines) const {
  const std::int64_t end = end_of_certainty();
  std::int64_t late = end + 1, early = -1;
  while (late - early > 1) {
    const std::int64_t middle = early + (late - early) / 2;
    (earliest_arrival(middle, leg, lines) <= end ? early : late) = middle;
  }
  return early;
}

}  // namespace scenarios
