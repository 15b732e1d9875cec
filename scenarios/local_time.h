// Local time: what clocks and calendars show, and which instant that is.
//
// Texts are those of the scenario format: "08:00", "2017-03-26", "2017-03-26T08:00". Clock changes are those
// of the machine's time zone data (IANA).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace scenarios {

constexpr std::int64_t kSecondsPerDay = 86400;

// Seconds after midnight, of "00:00" to "24:00".
std::optional<std::int64_t> parse_time_of_day(std::string_view text);
// Days after 1970-01-01, of a date of the years 1 to 9999.
std::optional<std::int64_t> parse_date(std::string_view text);
// A date, "T" and a time of day: seconds that a clock has shown since 1970-01-01T00:00.
std::optional<std::int64_t> parse_local_time(std::string_view text);
// The day, UTC, of an instant in seconds after 1970-01-01.
std::int64_t day_of(std::int64_t utc);
// 0 for Monday to 6 for Sunday.
int weekday_of(std::int64_t days_after_1970);
// The day that a year or a month begins with, in days after 1970-01-01; month 1 to 12, or 13 for the next
// year.
std::int64_t first_day(int year, int month);
int year_of(std::int64_t days_after_1970);

class TimeZone {
 public:
  // Nothing where the machine has no data of the zone. "" is UTC.
  static std::optional<TimeZone> find(const std::string& name);

  // The instant, in seconds UTC after 1970-01-01, at which the local clock shows `local` seconds after
  // 1970-01-01T00:00. Of a time shown twice, as clocks are put back: the first or the last such instant. Of a
  // time that clocks leap over: the instant of the leap.
  std::int64_t first_utc(std::int64_t local) const;
  std::int64_t last_utc(std::int64_t local) const;
  std::int64_t local(std::int64_t utc) const;

 private:
  explicit TimeZone(const date::time_zone* zone) : zone_(zone) {}
  const date::time_zone* zone_;  // nullptr: UTC
};

}  // namespace scenarios
