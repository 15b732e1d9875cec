// Weekly hours laid over the days of a run. All calls require what the validator found no problem in.
#pragma once

#include <cstdint>
#include <string>

#include "landbridge/v1/calendar.pb.h"
#include "models/opening_hours.h"
#include "scenarios/build_hours.h"
#include "scenarios/local_time.h"

namespace scenarios {

struct Days {
  std::int64_t first = 0, last = 0;  // after 1970-01-01, local
};

Days days_of(const landbridge::v1::Dates& dates);
// A day to spare on each side, and one for what began the day before.
Days days_of(const RunTime& run);
bool falls_on(const landbridge::v1::WeeklyHours& hours, std::int64_t day);
// In seconds UTC.
rail::OpenInterval on_day(const landbridge::v1::WeeklyHours& hours, std::int64_t day, const TimeZone& zone);
TimeZone zone_of(const std::string& stated, const std::string& of_place);

}  // namespace scenarios
