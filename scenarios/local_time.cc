#include "scenarios/local_time.h"

#include <date/tz.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace scenarios {
namespace {

// "08" and the like: `digits` digits and nothing else.
std::optional<int> number(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

std::int64_t utc_of(const date::time_zone* zone, std::int64_t local, date::choose choice) {
  if (zone == nullptr) return local;
  const date::local_seconds shown{std::chrono::seconds{local}};
  return zone->to_sys(shown, choice).time_since_epoch().count();
}

}  // namespace

std::optional<std::int64_t> parse_time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const std::optional<int> hours = number(text.substr(0, 2), 2), minutes = number(text.substr(3), 2);
  if (!hours || !minutes || *minutes > 59 || *hours * 60 + *minutes > 24 * 60) return std::nullopt;
  return *hours * 3600 + *minutes * 60;
}

std::optional<std::int64_t> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = number(text.substr(0, 4), 4), month = number(text.substr(5, 2), 2),
                           day = number(text.substr(8), 2);
  if (!year || *year == 0 || !month || !day) return std::nullopt;
  const date::year_month_day shown{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                   date::day{static_cast<unsigned>(*day)}};
  if (!shown.ok()) return std::nullopt;
  return date::local_days{shown}.time_since_epoch().count();
}

std::optional<std::int64_t> parse_local_time(std::string_view text) {
  if (text.size() != 16 || text[10] != 'T') return std::nullopt;
  const std::optional<std::int64_t> day = parse_date(text.substr(0, 10)),
                                    time = parse_time_of_day(text.substr(11));
  if (!day || !time) return std::nullopt;
  return *day * kSecondsPerDay + *time;
}

std::int64_t day_of(std::int64_t utc) { return utc / kSecondsPerDay - (utc % kSecondsPerDay < 0 ? 1 : 0); }

int weekday_of(std::int64_t days_after_1970) {
  constexpr std::int64_t kThursday = 3;  // 1970-01-01
  return static_cast<int>(((days_after_1970 + kThursday) % 7 + 7) % 7);
}

std::int64_t first_day(int year, int month) {
  const date::year_month shown = date::year{year} / date::January + date::months{month - 1};
  return date::local_days{shown / 1}.time_since_epoch().count();
}

int year_of(std::int64_t days_after_1970) {
  return static_cast<int>(date::year_month_day{date::local_days{date::days{days_after_1970}}}.year());
}

std::optional<TimeZone> TimeZone::find(const std::string& name) {
  if (name.empty()) return TimeZone(nullptr);
  try {
    return TimeZone(date::locate_zone(name));
  } catch (const std::runtime_error&) {  // the library's way to say that it has none
    return std::nullopt;
  }
}

std::int64_t TimeZone::first_utc(std::int64_t local) const {
  return utc_of(zone_, local, date::choose::earliest);
}

std::int64_t TimeZone::last_utc(std::int64_t local) const {
  return utc_of(zone_, local, date::choose::latest);
}

std::int64_t TimeZone::local(std::int64_t utc) const {
  if (zone_ == nullptr) return utc;
  return zone_->to_local(date::sys_seconds{std::chrono::seconds{utc}}).time_since_epoch().count();
}

}  // namespace scenarios
