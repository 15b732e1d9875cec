// Shifts with fewer servers or bays than there are, as values of the run's time.
#include <algorithm>
#include <map>

#include "scenarios/build_hours.h"
#include "scenarios/weekly_hours.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

// What begins and ends, by the second at which it does.
using Changes = std::map<std::int64_t, int>;

Changes changes_of(const v1::OpeningHours& hours, const TimeZone& zone, const RunTime& run, int all) {
  Changes changes;
  const Days days = days_of(run);
  for (std::int64_t day = days.first; day <= days.last; ++day) {
    for (const v1::WeeklyHours& shift : hours.weekly()) {
      if (!falls_on(shift, day)) continue;
      const rail::OpenInterval when = on_day(shift, day, zone);
      const int staffed = shift.staffed() > 0 ? shift.staffed() : all;
      changes[when.from - run.start_utc] += staffed;
      changes[when.to - run.start_utc] -= staffed;
    }
  }
  return changes;
}

}  // namespace

rail::TimedValues HoursTable::staffed(const v1::OpeningHours& hours, const std::string& zone, int all) const {
  const bool always_all = std::all_of(hours.weekly().begin(), hours.weekly().end(),
                                      [](const v1::WeeklyHours& shift) { return shift.staffed() == 0; });
  if (always_all) return {};
  std::vector<rail::TimedValue> values;
  std::int64_t since = 0;
  int working = 0;
  for (const auto& [time, change] : changes_of(hours, zone_of(hours.time_zone(), zone), run_, all)) {
    if (working > 0 && working < all) values.push_back({{since, time}, static_cast<double>(working)});
    working += change;
    since = time;
  }
  return rail::TimedValues(std::move(values));
}

}  // namespace scenarios
