// Opening hours and possessions in words, for `explain`.
#include <fmt/format.h>

#include "scenarios/explain.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using Weekly = google::protobuf::RepeatedPtrField<v1::WeeklyHours>;

std::string days_text(const v1::WeeklyHours& hours) {
  std::vector<std::string> days;
  for (const int day : hours.days()) days.push_back(v1::Day_Name(static_cast<v1::Day>(day)).substr(0, 3));
  return days.empty() ? "daily" : fmt::format("{}", fmt::join(days, "+"));
}

std::string weekly_text(const Weekly& weekly) {
  std::vector<std::string> all;
  for (const v1::WeeklyHours& hours : weekly) {
    const std::string staffed = hours.staffed() > 0 ? fmt::format(" by {}", hours.staffed()) : "";
    all.push_back(fmt::format("{} {}-{}{}", days_text(hours), hours.from(), hours.to(), staffed));
  }
  return fmt::format("{}", fmt::join(all, ", "));
}

std::string dates_text(const v1::Dates& dates) {
  return dates.last().empty() ? dates.first() : fmt::format("{} to {}", dates.first(), dates.last());
}

std::string zone_text(const std::string& zone) { return zone.empty() ? " local time" : " " + zone; }

}  // namespace

std::string describe_hours(const v1::OpeningHours& hours) {
  std::string text = weekly_text(hours.weekly()) + zone_text(hours.time_zone());
  for (const v1::Dates& dates : hours.closed()) text += ", closed " + dates_text(dates);
  return text;
}

std::string describe_possession(const v1::Possession& possession) {
  if (possession.weekly().empty())
    return fmt::format("{} to {}{}", possession.from(), possession.to(), zone_text(possession.time_zone()));
  std::string text = weekly_text(possession.weekly()) + zone_text(possession.time_zone());
  if (possession.has_dates()) text += ", " + dates_text(possession.dates());
  return text;
}

}  // namespace scenarios
