// Periods as published tables write them.
#include "studies/published_period.h"

#include <gtest/gtest.h>

namespace studies {
namespace {

int off(const std::string& period, int year) { return years_off(years_in(period, 1999), year); }

TEST(PublishedPeriod, APartOfAYearIsOfThatYear) {
  for (const char* period :
       {"2018", "2018-05", "2018H1", "2018Q1", "2018-01..09", "2018-01-01..08-25", "May 2018"}) {
    EXPECT_EQ(off(period, 2018), 0) << period;
    EXPECT_EQ(off(period, 2017), 1) << period;
    EXPECT_EQ(off(period, 2021), 3) << period;
  }
}

TEST(PublishedPeriod, ASpanIsOfAllItsYears) {
  EXPECT_EQ(off("2018-2020", 2017), 1);
  EXPECT_EQ(off("2018-2020", 2019), 0);
  EXPECT_EQ(off("2018-2020", 2021), 1);
  EXPECT_EQ(first_year(years_in("2018-2020", 0)), 2018);
  EXPECT_EQ(last_year(years_in("2018-2020", 0)), 2020);
}

TEST(PublishedPeriod, AnOpenOneEndsNever) {
  EXPECT_EQ(off("2017-", 2024), 0);
  EXPECT_EQ(off("2017- ", 2024), 0);
  EXPECT_EQ(off("2017-", 2015), 2);
  EXPECT_GT(last_year(years_in("2017-", 0)), 9999);
}

TEST(PublishedPeriod, AListLeavesOutTheYearsBetween) {
  EXPECT_EQ(off("2021;2024", 2021), 0);
  EXPECT_EQ(off("2021; 2024", 2022), 1);
  EXPECT_EQ(off("2021;2024", 2024), 0);
  EXPECT_EQ(first_year(years_in("2021;2024", 0)), 2021);
  EXPECT_EQ(last_year(years_in("2021;2024", 0)), 2024);
}

TEST(PublishedPeriod, TakesTheUsualYearWhereNoneIsNamed) {
  for (const char* period : {"", "spring", "-", ";", "20180501"}) {
    EXPECT_EQ(off(period, 1999), 0) << period;
    EXPECT_EQ(off(period, 2001), 2) << period;
  }
}

}  // namespace
}  // namespace studies
