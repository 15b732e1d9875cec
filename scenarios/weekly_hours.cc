#include "scenarios/weekly_hours.h"

#include <algorithm>

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

// Work that rests when the run ends goes on after it.
constexpr std::int64_t kBeyond_days = 60;

}  // namespace

Days days_of(const v1::Dates& dates) {
  const std::int64_t first = *parse_date(dates.first());
  return {first, dates.last().empty() ? first : *parse_date(dates.last())};
}

Days days_of(const RunTime& run) {
  const std::int64_t first = run.start_utc / kSecondsPerDay;
  return {first - 3, first + run.length_s / kSecondsPerDay + kBeyond_days};
}

bool falls_on(const v1::WeeklyHours& hours, std::int64_t day) {
  return hours.days().empty() || std::find(hours.days().begin(), hours.days().end(),
                                           v1::MONDAY + weekday_of(day)) != hours.days().end();
}

rail::OpenInterval on_day(const v1::WeeklyHours& hours, std::int64_t day, const TimeZone& zone) {
  const std::int64_t from = *parse_time_of_day(hours.from()), to = *parse_time_of_day(hours.to());
  const std::int64_t midnight = day * kSecondsPerDay;
  return {zone.first_utc(midnight + from), zone.last_utc(midnight + to + (to < from ? kSecondsPerDay : 0))};
}

TimeZone zone_of(const std::string& stated, const std::string& of_place) {
  return *TimeZone::find(stated.empty() ? of_place : stated);
}

}  // namespace scenarios
