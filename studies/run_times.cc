#include "studies/run_times.h"

#include "studies/manifest.h"

namespace studies {
namespace {

constexpr std::int64_t kDay_s = 86400;

std::int64_t seconds_of_day(std::int64_t utc) { return (utc % kDay_s + kDay_s) % kDay_s; }

void put_two_digits(std::int64_t value, char* to) {
  to[0] = static_cast<char>('0' + value / 10);
  to[1] = static_cast<char>('0' + value % 10);
}

}  // namespace

RunTimes::RunTimes(std::int64_t start_utc)
    : midnight_(start_utc - seconds_of_day(start_utc)), since_midnight_(seconds_of_day(start_utc)) {}

std::string_view RunTimes::text(std::int64_t seconds) {
  const std::int64_t since = since_midnight_ + seconds;
  const auto day = static_cast<std::size_t>(since / kDay_s);
  while (midnights_.size() <= day)
    midnights_.push_back(utc_text(midnight_ + static_cast<std::int64_t>(midnights_.size()) * kDay_s));
  text_ = midnights_[day];
  char* clock = text_.data() + text_.size() - std::string_view("00:00:00Z").size();
  put_two_digits(since % kDay_s / 3600, clock);
  put_two_digits(since % 3600 / 60, clock + 3);
  put_two_digits(since % 60, clock + 6);
  return text_;
}

}  // namespace studies
