#include "scenarios/way_in_time.h"

#include <algorithm>
#include <cmath>

namespace scenarios {
namespace {

// Of a train that is treated as little as any.
std::int64_t least_seconds(const rail::ProcessInput& process) {
  double seconds = 0;
  for (const rail::StageInput& stage : process.stages) {
    if (stage.share_of_trains < 1 || stage.refrigerated_only || !stage.commodities.empty()) continue;
    seconds += std::floor(stage.duration.lower_bound());
  }
  return static_cast<std::int64_t>(seconds);
}

}  // namespace

LeastStageTimes::LeastStageTimes(const rail::ModelInput& input)
    : seconds_(input.points.size() * kRoles * kDirections) {
  for (const rail::ProcessInput& process : input.processes) {
    for (const rail::Direction direction : process.directions)
      seconds_[index(process.point, process.role, direction)] = least_seconds(process);
  }
}

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
  using Role = rail::ProcessRole;
  const auto stages_s = [this](std::uint32_t point, Role role) {
    return stages_.seconds(point, role, service_.direction);
  };
  std::int64_t time = departure;
  for (std::size_t i = 0; i <= leg; ++i) {
    const rail::RouteLeg& here = route_.legs[i];
    if (i < leg || lines > 0) time += stages_s(here.from, i == 0 ? Role::kOrigin : Role::kGaugeOut);
    time = over_lines(here, i == leg ? lines : here.hops.size(), time);
    if (i == leg || time >= rail::kNever) return time;
    time += stages_s(here.to, Role::kGaugeIn);
    const rail::OpeningHours* bays = input_.hours_of(input_.gauge_changes[route_.gauge_changes[i]].hours);
    if (bays != nullptr) time = bays->next_fit(time, 1);
    if (time >= rail::kNever) return time;
  }
  return time;
}

// As it arrives behind the last one.
std::int64_t WayInTime::over_lines(const rail::RouteLeg& leg, std::size_t lines, std::int64_t time) const {
  for (std::size_t i = 0; i < lines && time < rail::kNever; ++i) {
    const rail::LineInput& line = input_.lines[leg.hops[i].line];
    if (i > 0)
      time += stages_.seconds(leg.hops[i].forward ? line.from : line.to, rail::ProcessRole::kPass,
                              service_.direction);
    time = behind(line, time);
  }
  return time;
}

std::int64_t WayInTime::end_of_counting() const {
  const std::int64_t end = input_.spin_up_s + input_.counted_s;
  std::int64_t counted = end;
  for (const rail::DisruptionInput& one : input_.disruptions) {
    if (!input_.rerouting || !one.turns || one.to <= end) continue;
    const std::vector<rail::Hop>& hops = route_.legs.front().hops;
    const bool on_way = std::any_of(hops.begin(), hops.end(), [&](const rail::Hop& hop) {
      return std::find(one.lines.begin(), one.lines.end(), hop.line) != one.lines.end();
    });
    if (on_way) counted = std::min(counted, one.from);
  }
  return counted;
}

// Who leaves later arrives no sooner.
std::int64_t WayInTime::last_departure(std::size_t leg, std::size_t lines) const {
  const std::int64_t end = end_of_counting();
  std::int64_t late = end + 1, early = -1;
  while (late - early > 1) {
    const std::int64_t middle = early + (late - early) / 2;
    (earliest_arrival(middle, leg, lines) <= end ? early : late) = middle;
  }
  return early;
}

}  // namespace scenarios
