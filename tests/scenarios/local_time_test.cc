// Local time against instants that Python's zoneinfo gives, written down here.
#include "scenarios/local_time.h"

#include <gtest/gtest.h>

namespace {

using namespace scenarios;

std::int64_t utc(const std::string& text) { return parse_local_time(text).value(); }
std::int64_t first_utc(const std::string& zone, const std::string& local) {
  return TimeZone::find(zone).value().first_utc(parse_local_time(local).value());
}
std::int64_t last_utc(const std::string& zone, const std::string& local) {
  return TimeZone::find(zone).value().last_utc(parse_local_time(local).value());
}

struct Clock {
  const char* zone;
  const char* local;
  const char* utc;
};

class LocalClock : public testing::TestWithParam<Clock> {};

TEST_P(LocalClock, ShowsItsTimeAtOneInstant) {
  const auto& [zone, local, instant] = GetParam();
  EXPECT_EQ(first_utc(zone, local), utc(instant));
  EXPECT_EQ(last_utc(zone, local), utc(instant));
  EXPECT_EQ(TimeZone::find(zone)->local(utc(instant)), utc(local));
}

INSTANTIATE_TEST_SUITE_P(Zones, LocalClock,
                         testing::Values(Clock{"", "2017-07-01T08:00", "2017-07-01T08:00"},
                                         Clock{"Asia/Kolkata", "2017-07-01T08:00", "2017-07-01T02:30"},
                                         Clock{"Asia/Kathmandu", "2017-07-01T08:00", "2017-07-01T02:15"},
                                         Clock{"Asia/Kabul", "2017-07-01T08:00", "2017-07-01T03:30"},
                                         // Summer time until 2022.
                                         Clock{"Asia/Tehran", "2017-01-15T08:00", "2017-01-15T04:30"},
                                         Clock{"Asia/Tehran", "2017-07-15T08:00", "2017-07-15T03:30"},
                                         Clock{"Asia/Tehran", "2023-07-15T08:00", "2023-07-15T04:30"},
                                         Clock{"Europe/Warsaw", "2017-03-25T08:00", "2017-03-25T07:00"},
                                         Clock{"Europe/Warsaw", "2017-03-26T08:00", "2017-03-26T06:00"},
                                         Clock{"Europe/Warsaw", "2017-10-28T08:00", "2017-10-28T06:00"},
                                         Clock{"Europe/Warsaw", "2017-10-29T08:00", "2017-10-29T07:00"},
                                         // One hour less from 1 March 2024 on.
                                         Clock{"Asia/Almaty", "2024-02-29T08:00", "2024-02-29T02:00"},
                                         Clock{"Asia/Almaty", "2024-03-01T08:00", "2024-03-01T03:00"},
                                         // Summer time in 2015 and 2016 only.
                                         Clock{"Asia/Ulaanbaatar", "2014-07-01T08:00", "2014-07-01T00:00"},
                                         Clock{"Asia/Ulaanbaatar", "2015-07-01T08:00", "2015-06-30T23:00"},
                                         Clock{"Asia/Ulaanbaatar", "2016-07-01T08:00", "2016-06-30T23:00"},
                                         Clock{"Asia/Ulaanbaatar", "2017-07-01T08:00", "2017-07-01T00:00"},
                                         Clock{"Europe/Minsk", "2017-01-15T08:00", "2017-01-15T05:00"},
                                         Clock{"Europe/Minsk", "2017-07-15T08:00", "2017-07-15T05:00"},
                                         Clock{"Europe/Moscow", "2014-07-15T08:00", "2014-07-15T04:00"},
                                         Clock{"Europe/Moscow", "2015-07-15T08:00", "2015-07-15T05:00"},
                                         Clock{"Asia/Shanghai", "2017-07-15T08:00", "2017-07-15T00:00"},
                                         Clock{"Asia/Urumqi", "2017-07-15T08:00", "2017-07-15T02:00"}));

// Warsaw's clocks went from 2:00 to 3:00 on 26 March 2017, at 1:00 UTC.
TEST(LocalTime, ALeapIsOneInstant) {
  for (const char* local : {"2017-03-26T02:00", "2017-03-26T02:30", "2017-03-26T03:00"}) {
    EXPECT_EQ(first_utc("Europe/Warsaw", local), utc("2017-03-26T01:00")) << local;
    EXPECT_EQ(last_utc("Europe/Warsaw", local), utc("2017-03-26T01:00")) << local;
  }
}

// They went from 3:00 back to 2:00 on 29 October 2017, at 1:00 UTC; Almaty's from midnight to 23:00.
TEST(LocalTime, AnHourShownTwiceHasTwoInstants) {
  EXPECT_EQ(first_utc("Europe/Warsaw", "2017-10-29T02:30"), utc("2017-10-29T00:30"));
  EXPECT_EQ(last_utc("Europe/Warsaw", "2017-10-29T02:30"), utc("2017-10-29T01:30"));
  EXPECT_EQ(first_utc("Asia/Almaty", "2024-02-29T23:30"), utc("2024-02-29T17:30"));
  EXPECT_EQ(last_utc("Asia/Almaty", "2024-02-29T23:30"), utc("2024-02-29T18:30"));
}

TEST(LocalTime, UnknownZonesAreNotFound) {
  EXPECT_FALSE(TimeZone::find("Asia/Nowhere").has_value());
  EXPECT_TRUE(TimeZone::find("Europe/Minsk").has_value());
}

TEST(LocalTime, TextsAreReadAsTheyAreShown) {
  EXPECT_EQ(parse_time_of_day("00:00"), 0);
  EXPECT_EQ(parse_time_of_day("08:05"), 8 * 3600 + 5 * 60);
  EXPECT_EQ(parse_time_of_day("24:00"), 86400);
  for (const char* text : {"", "8:00", "24:01", "25:00", "08:60", "08.00", "08:0x", "-1:00", "08:00 "})
    EXPECT_FALSE(parse_time_of_day(text).has_value()) << text;
  EXPECT_EQ(parse_date("1970-01-01"), 0);
  EXPECT_EQ(parse_date("2017-01-01"), 17167);
  EXPECT_EQ(parse_date("2016-02-29"), 17167 - 366 + 59);
  for (const char* text :
       {"", "2017-02-29", "2017-13-01", "2017-00-10", "17-01-01", "2017/01/01", "0000-01-01"})
    EXPECT_FALSE(parse_date(text).has_value()) << text;
  EXPECT_EQ(parse_local_time("1970-01-02T00:01"), 86460);
  for (const char* text : {"1970-01-02", "1970-01-02 00:01", "1970-01-02T0:01", "1970-01-02T24:01"})
    EXPECT_FALSE(parse_local_time(text).has_value()) << text;
}

TEST(LocalTime, DaysOfTheWeekMonthsAndYears) {
  EXPECT_EQ(weekday_of(0), 3) << "1970-01-01 was a Thursday";
  EXPECT_EQ(weekday_of(-1), 2);
  EXPECT_EQ(weekday_of(17167), 6) << "2017-01-01 was a Sunday";
  EXPECT_EQ(first_day(2016, 3), parse_date("2016-03-01"));
  EXPECT_EQ(first_day(2017, 13), parse_date("2018-01-01"));
  EXPECT_EQ(year_of(17166), 2016);
  EXPECT_EQ(year_of(17167), 2017);
  EXPECT_EQ(year_of(-1), 1969);
  EXPECT_EQ(day_of(86399), 0);
  EXPECT_EQ(day_of(-1), -1);
  EXPECT_EQ(day_of(-86400), -1);
}

}  // namespace
