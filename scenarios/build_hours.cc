#include "scenarios/build_hours.h"

#include <algorithm>

#include "models/network_input.h"
#include "scenarios/checks.h"
#include "scenarios/weekly_hours.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using Intervals = std::vector<rail::OpenInterval>;
using Weekly = google::protobuf::RepeatedPtrField<v1::WeeklyHours>;

void add_weekly(const Weekly& weekly, const TimeZone& zone, const Days& days, Intervals& intervals) {
  for (std::int64_t day = days.first; day <= days.last; ++day) {
    for (const v1::WeeklyHours& hours : weekly) {
      if (falls_on(hours, day)) intervals.push_back(on_day(hours, day, zone));
    }
  }
}

rail::OpeningHours open_hours(const v1::OpeningHours& hours, const std::string& of_place, const Days& days) {
  const TimeZone zone = zone_of(hours.time_zone(), of_place);
  Intervals open, closed;
  add_weekly(hours.weekly(), zone, days, open);
  for (const v1::Dates& dates : hours.closed()) {
    const Days all = days_of(dates);
    closed.push_back(
        {zone.first_utc(all.first * kSecondsPerDay), zone.last_utc((all.last + 1) * kSecondsPerDay)});
  }
  return rail::OpeningHours(std::move(open)).without(rail::OpeningHours(std::move(closed)));
}

void add_possession(const v1::Possession& possession, const std::string& of_place, Days days,
                    Intervals& intervals) {
  const TimeZone zone = zone_of(possession.time_zone(), of_place);
  if (possession.weekly().empty()) {
    intervals.push_back({zone.first_utc(*parse_local_time(possession.from())),
                         zone.last_utc(*parse_local_time(possession.to()))});
    return;
  }
  if (possession.has_dates()) {
    const Days stated = days_of(possession.dates());
    days = {std::max(days.first, stated.first), std::min(days.last, stated.last)};
  }
  add_weekly(possession.weekly(), zone, days, intervals);
}

rail::OpeningHours line_hours(const v1::Line& line, const std::string& of_place, const Days& days) {
  Intervals closed;
  for (const v1::Possession& possession : line.possessions())
    add_possession(possession, of_place, days, closed);
  const rail::OpeningHours open = line.has_opening_hours()
                                      ? open_hours(line.opening_hours(), of_place, days)
                                      : rail::OpeningHours({{-rail::kNever, rail::kNever}});
  return open.without(rail::OpeningHours(std::move(closed)));
}

// What comes back every week: neither holidays nor possessions that have dates.
v1::Line weekly_hours_of(const v1::Line& line) {
  v1::Line weekly;
  for (const v1::Possession& possession : line.possessions())
    if (!possession.weekly().empty() && !possession.has_dates()) *weekly.add_possessions() = possession;
  if (!line.has_opening_hours()) return weekly;
  *weekly.mutable_opening_hours() = line.opening_hours();
  weekly.mutable_opening_hours()->clear_closed();
  return weekly;
}

}  // namespace

RunTime run_time(const v1::Experiment& experiment) {
  const std::int64_t spin_up = whole_seconds(experiment.spin_up());
  return {experiment.count_from().seconds() - spin_up, spin_up + whole_seconds(experiment.counted())};
}

rail::OpeningHours shifted(const rail::OpeningHours& hours, std::int64_t start_utc) {
  Intervals intervals;
  for (const rail::OpenInterval& one : hours.intervals())
    intervals.push_back({one.from <= start_utc ? 0 : one.from - start_utc,
                         one.to == rail::kNever ? one.to : one.to - start_utc});
  return rail::OpeningHours(std::move(intervals));
}

rail::OpenInterval dates_of(const v1::Disruption& disruption, const std::string& of_place) {
  const TimeZone zone = zone_of(disruption.time_zone(), of_place);
  return {zone.first_utc(*parse_local_time(disruption.from())),
          zone.last_utc(*parse_local_time(disruption.to()))};
}

rail::OpeningHours closed_hours(const v1::Disruption& disruption, const std::string& of_place) {
  const rail::OpenInterval dates = dates_of(disruption, of_place);
  const rail::OpeningHours all({dates});
  if (disruption.closure().hours().empty()) return all;
  Intervals hours;
  const Days days{dates.from / kSecondsPerDay - 2, dates.to / kSecondsPerDay + 2};
  add_weekly(disruption.closure().hours(), zone_of(disruption.time_zone(), of_place), days, hours);
  return all.without(all.without(rail::OpeningHours(std::move(hours))));
}

std::uint32_t HoursTable::add(const std::string& key, const rail::OpeningHours& hours) {
  all_.push_back(shifted(hours, run_.start_utc));
  return known_[key] = static_cast<std::uint32_t>(all_.size() - 1);
}

std::vector<std::int64_t> day_starts(const RunTime& run, const std::string& zone) {
  const TimeZone local = *TimeZone::find(zone);
  const Days days = days_of(run);
  std::vector<std::int64_t> starts;
  for (std::int64_t day = days.first; day <= days.last; ++day)
    starts.push_back(local.first_utc(day * kSecondsPerDay) - run.start_utc);
  return starts;
}

std::uint32_t HoursTable::of_place(const v1::OpeningHours& hours, const std::string& zone) {
  const std::string key = zone + '\n' + hours.SerializeAsString();
  const auto found = known_.find(key);
  return found != known_.end() ? found->second : add(key, open_hours(hours, zone, days_of(run_)));
}

std::uint32_t HoursTable::of_line(const v1::Line& line, const std::string& zone) {
  v1::Line stated;
  *stated.mutable_possessions() = line.possessions();
  if (line.has_opening_hours()) *stated.mutable_opening_hours() = line.opening_hours();
  const std::string key = zone + "\nline\n" + stated.SerializeAsString();
  const auto found = known_.find(key);
  return found != known_.end() ? found->second : add(key, line_hours(line, zone, days_of(run_)));
}

std::uint32_t HoursTable::usual_of_place(v1::OpeningHours hours, const std::string& zone) {
  hours.clear_closed();
  return of_place(hours, zone);
}

std::uint32_t HoursTable::usual_of_line(const v1::Line& line, const std::string& zone) {
  return of_line(weekly_hours_of(line), zone);
}

std::uint32_t HoursTable::without(std::uint32_t hours, const rail::OpeningHours& closed) {
  all_.push_back(
      (hours == rail::kNone ? rail::OpeningHours({{0, rail::kNever}}) : all_[hours]).without(closed));
  return static_cast<std::uint32_t>(all_.size() - 1);
}

std::int64_t longest_weekly_opening(const v1::Line& line) {
  v1::Line weekly = weekly_hours_of(line);
  for (v1::Possession& possession : *weekly.mutable_possessions()) possession.clear_time_zone();
  if (weekly.has_opening_hours()) weekly.mutable_opening_hours()->clear_time_zone();
  // Of three weeks the middle one, whose openings may reach into the others.
  constexpr std::int64_t kWeek_s = 7 * kSecondsPerDay;
  const rail::OpeningHours hours = line_hours(weekly, {}, {-8, 21});
  std::int64_t longest = 0;
  for (const rail::OpenInterval& one : hours.intervals()) {
    if (one.to > kWeek_s && one.from < 2 * kWeek_s) longest = std::max(longest, one.to - one.from);
  }
  return longest > 2 * kWeek_s ? rail::kNever : longest;
}

}  // namespace scenarios
