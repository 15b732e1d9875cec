// Opening hours, possessions, and what becomes of work at closing time.
#include <algorithm>
#include <set>

#include "scenarios/build_hours.h"
#include "scenarios/closed_things.h"
#include "scenarios/local_time.h"
#include "scenarios/time_zones.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using Weekly = google::protobuf::RepeatedPtrField<v1::WeeklyHours>;

// Intervals of all hours together.
constexpr double kMostIntervals = 2e7;

void check_time_of_day(Checks& checks, const v1::WeeklyHours& hours, const char* field,
                       const std::string& text, std::int64_t latest) {
  const std::optional<std::int64_t> time = parse_time_of_day(text);
  if (text.empty())
    checks.report_missing(hours, field, "as a clock shows it, e.g. \"08:00\"");
  else if (!time)
    checks.report(hours, field, fmt::format("`{}` is no time of the day", text),
                  "as a clock shows it, e.g. \"08:00\"");
  else if (*time > latest)
    checks.report(hours, field, "nothing begins at 24:00", "write \"00:00\", of the next day");
}

void check_date(Checks& checks, const v1::Dates& dates, const char* field, const std::string& text) {
  if (parse_date(text)) return;
  checks.report(dates, field, fmt::format("`{}` is no date", text), "as in \"2017-01-27\"");
}

// `all`: servers or bays; 0: of a line, which has none.
void check_staff(Checks& checks, const v1::WeeklyHours& shift, int all, const char* what) {
  if (shift.staffed() == 0) return;
  if (all == 0) return checks.unused(shift, {"staffed"}, "only resources and changes of gauge have shifts");
  if (shift.staffed() > 0 && shift.staffed() <= all) return;
  checks.report(shift, "staffed", fmt::format("{} of {} {}", shift.staffed(), all, what),
                "leave it out if all of them work");
}

void check_opening_hours(Checks& checks, const v1::OpeningHours& hours, const v1::OperatingPoint* point,
                         int all, const char* what) {
  for (const v1::WeeklyHours& shift : hours.weekly()) check_staff(checks, shift, all, what);
  if (hours.weekly().empty()) checks.report_missing(hours, "weekly", "say when it is open");
  for (const v1::WeeklyHours& weekly : hours.weekly()) check_weekly(checks, weekly);
  for (const v1::Dates& dates : hours.closed()) check_dates(checks, dates);
  check_zone(checks, hours, hours.time_zone(), point);
}

void check_once(Checks& checks, const v1::Possession& possession, const char* field,
                const std::string& text) {
  if (text.empty())
    checks.report_missing(possession, field,
                          "local time as in \"2018-05-01T22:00\", or state `weekly` hours");
  else if (!parse_local_time(text))
    checks.report(possession, field, fmt::format("`{}` is no local time", text),
                  "as in \"2018-05-01T22:00\"");
}

void check_possession(Checks& checks, const v1::Possession& possession, const v1::OperatingPoint* point) {
  check_zone(checks, possession, possession.time_zone(), point);
  for (const v1::WeeklyHours& weekly : possession.weekly()) {
    check_weekly(checks, weekly);
    check_staff(checks, weekly, 0, "");
  }
  if (possession.has_dates()) check_dates(checks, possession.dates());
  if (!possession.weekly().empty()) {
    checks.unused(possession, {"from", "to"}, "the possession is weekly; `dates` says from when to when");
    return;
  }
  checks.unused(possession, {"dates"}, "only weekly possessions have dates");
  check_once(checks, possession, "from", possession.from());
  check_once(checks, possession, "to", possession.to());
  const auto from = parse_local_time(possession.from()), to = parse_local_time(possession.to());
  if (from && to && *to <= *from)
    checks.report(possession, "to", fmt::format("{} is not after {}", possession.to(), possession.from()));
}

double fastest_class(const v1::Scenario& scenario) {
  double fastest = 1;
  for (const v1::TrainClass& train_class : scenario.network().train_classes())
    fastest = std::max(fastest, train_class.speed_factor());
  return fastest;
}

// Somebody must be able to pass between two closings.
void check_room(Checks& checks, const v1::Line& line) {
  const std::int64_t longest = longest_weekly_opening(line);
  const char* field = line.possessions().empty() ? "opening_hours" : "possessions";
  if (longest == 0) {
    checks.report(line, field, fmt::format("line `{}` is never open", line.id()));
    return;
  }
  if (!(line.speed_km_per_day() > 0) || !(line.length_km() > 0)) return;
  const double run_s = line.length_km() / (1 + std::max(0, line.passing_places())) / line.speed_km_per_day() *
                       kDay_s / fastest_class(checks.scenario());
  if (run_s <= static_cast<double>(longest)) return;
  checks.report(
      line, field,
      fmt::format("no train can pass a section of line `{}` between two closings: it takes {:.1f} h, "
                  "and is open {:.1f} h at most",
                  line.id(), run_s / kHour_s, static_cast<double>(longest) / kHour_s),
      line.tracks() == 1 ? "shorten them, or cut the line by `passing_places`"
                         : "shorten them, or put a point between two shorter lines");
}

void check_line(Checks& checks, const v1::Line& line) {
  if (line.possessions().empty() && !line.has_opening_hours()) return;
  const std::size_t before = checks.problems();
  const v1::OperatingPoint* from = checks.names().points.find(line.from());
  for (const v1::Possession& possession : line.possessions()) check_possession(checks, possession, from);
  if (line.has_opening_hours()) check_opening_hours(checks, line.opening_hours(), from, 0, "");
  if (is_lane_without_limit(line)) {
    checks.unused(line, {"possessions", "opening_hours"}, "a lane without limit is never closed");
  } else if (checks.problems() == before && !checks.full()) {
    check_room(checks, line);
  }
}

void check_at_closing(Checks& checks, const v1::Process& process) {
  for (const v1::Stage& stage : process.stages()) {
    if (stage.at_closing() == v1::AT_CLOSING_UNSPECIFIED) continue;
    const v1::Resource* resource = checks.names().resources.find(stage.resource());
    if (resource == nullptr || resource->has_opening_hours() || is_closed_by_any(checks, *resource)) continue;
    checks.report(stage, "at_closing", fmt::format("resource `{}` never closes", resource->id()),
                  "state its `opening_hours`, or leave it out");
  }
}

double weekly_entries(const v1::Scenario& scenario) {
  double sum = 0;
  for (const v1::Resource& resource : scenario.processes().resources())
    sum += resource.opening_hours().weekly_size();
  for (const v1::GaugeChange& change : scenario.processes().gauge_changes())
    sum += change.opening_hours().weekly_size();
  for (const v1::Line& line : scenario.network().lines()) {
    sum += line.opening_hours().weekly_size();
    for (const v1::Possession& possession : line.possessions()) sum += possession.weekly_size();
  }
  return sum;
}

void check_size(Checks& checks) {
  const double days = static_cast<double>(run_time(checks.scenario().experiment()).length_s) / kDay_s;
  const double intervals = days * weekly_entries(checks.scenario());
  if (intervals <= kMostIntervals) return;
  checks.report(
      checks.scenario(), "experiment",
      fmt::format("{:.3g} openings and possessions in the simulated time; at most {:.3g} are possible",
                  intervals, kMostIntervals),
      "simulate fewer years, or state fewer hours");
}

}  // namespace

void check_weekly(Checks& checks, const v1::WeeklyHours& hours) {
  check_time_of_day(checks, hours, "from", hours.from(), kSecondsPerDay - 1);
  check_time_of_day(checks, hours, "to", hours.to(), kSecondsPerDay);
  if (parse_time_of_day(hours.from()) && hours.from() == hours.to()) {
    checks.report(hours, "to", fmt::format("from {} to {} is no time at all", hours.from(), hours.to()),
                  "for a whole day write from \"00:00\" to \"24:00\"");
  }
  std::set<int> seen;
  for (int i = 0; i < hours.days_size(); ++i) {
    if (hours.days(i) == v1::DAY_UNSPECIFIED)
      checks.report(hours, "days", "no day of the week", "leave `days` out for every day", i);
    else if (!seen.insert(hours.days(i)).second)
      checks.report(hours, "days", fmt::format("{} is listed twice", v1::Day_Name(hours.days(i))), {}, i);
  }
}

void check_zone(Checks& checks, const google::protobuf::Message& message, const std::string& stated,
                const v1::OperatingPoint* point) {
  if (!stated.empty() && !is_time_zone(stated)) {
    checks.report(message, "time_zone", fmt::format("unknown time zone `{}`", stated),
                  time_zone_hint(stated));
    return;
  }
  if (point == nullptr) return;  // reported elsewhere
  const std::string& zone = stated.empty() ? point->time_zone() : stated;
  if (zone.empty()) {
    checks.report_missing(
        message, "time_zone",
        fmt::format("`{}` has none either; an IANA name such as Europe/Minsk", point->id()));
  } else if (is_time_zone(zone) && !TimeZone::find(zone)) {
    checks.report(message, "time_zone", fmt::format("this machine has no data of the time zone `{}`", zone),
                  kInstallZones);
  }
}

void check_quota_days(Checks& checks, const google::protobuf::Message& message, const char* field,
                      const v1::OperatingPoint* point) {
  if (point == nullptr) return;  // reported elsewhere
  const std::string& zone = point->time_zone();
  if (zone.empty()) {
    checks.report_absent(
        message, field, fmt::format("at `{}` no day begins: it has no time zone", point->id()),
        fmt::format("state `time_zone` of `{}`: an IANA name such as Europe/Minsk, or \"UTC\"", point->id()));
  } else if (is_time_zone(zone) && !TimeZone::find(zone)) {
    checks.report(message, field, fmt::format("this machine has no data of the time zone `{}`", zone),
                  kInstallZones);
  }
}

bool check_dates(Checks& checks, const v1::Dates& dates) {
  if (dates.first().empty())
    checks.report_missing(dates, "first", "a date as in \"2017-01-27\"");
  else
    check_date(checks, dates, "first", dates.first());
  const auto first = parse_date(dates.first());
  if (dates.last().empty()) return first.has_value();
  check_date(checks, dates, "last", dates.last());
  const auto last = parse_date(dates.last());
  if (!first || !last) return false;
  if (*last >= *first) return true;
  checks.report(dates, "last", fmt::format("{} is before {}", dates.last(), dates.first()), "swap them");
  return false;
}

void validate_hours(Checks& checks) {
  const v1::Scenario& scenario = checks.scenario();
  for (const v1::Resource& resource : scenario.processes().resources()) {
    if (resource.has_opening_hours())
      check_opening_hours(checks, resource.opening_hours(), checks.names().points.find(resource.point()),
                          resource.servers(), "servers");
  }
  for (const v1::Process& process : scenario.processes().processes()) check_at_closing(checks, process);
  for (const v1::GaugeChange& change : scenario.processes().gauge_changes()) {
    if (change.has_opening_hours())
      check_opening_hours(checks, change.opening_hours(), checks.names().points.find(change.point()),
                          change.bays(), "bays");
    else if (change.at_closing() != v1::AT_CLOSING_UNSPECIFIED && !is_closed_by_any(checks, change))
      checks.report(change, "at_closing", fmt::format("gauge change `{}` never closes", change.id()),
                    "state its `opening_hours`, or leave it out");
  }
  for (const v1::Line& line : scenario.network().lines()) check_line(checks, line);
  check_size(checks);
}

}  // namespace scenarios
