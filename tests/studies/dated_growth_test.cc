// Whether a queue grows for good, or closures and holidays have left it so long.
#include "studies/dated_growth.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/studies/desks.h"

namespace studies {
namespace {

using desks::counted;
using desks::places;
using desks::Seen;
using desks::seen_of;
using desks::shut;
using desks::trains;
using testing::HasSubstr;
using testing::Not;

using Ids = std::vector<std::string>;

// Ten days without a clerk leave 120 trains, of which four in five more come than go: 50 days to clear.
TEST(DatedGrowth, WhatAClosureHasLeftIsToldApart) {
  for (const char* to : {"2017-02-20T00:00", "2017-04-01T00:00"}) {
    const Seen seen = seen_of(trains({{"DESK", 40, 1.6}}) + shut("2017-02-10T00:00", to) + counted(60));
    ASSERT_EQ(places(seen), std::vector<std::string>{"DESK.clerk"}) << to;
    EXPECT_EQ(seen.growing[0].disruptions, std::vector<std::string>{"shut"});
    const std::string text = growing_text("base", PlaceNames(*seen.model), seen.growing);
    EXPECT_THAT(text, HasSubstr("In base what `shut` left waiting is not worked off as the run ends: "));
    EXPECT_THAT(text, testing::Not(HasSubstr("grow")));
  }
}

TEST(DatedGrowth, WhatAClosureHasLeftIsNothingOnceItIsWorkedOff) {
  EXPECT_THAT(
      places(seen_of(trains({{"DESK", 40, 1}}) + shut("2017-01-20T00:00", "2017-01-22T00:00") + counted(60))),
      testing::IsEmpty());
}

// The line is closed for 15 days, and clear at once: all trains enter it, and 180 of them come to the clerk,
// of which four in five more come than go.
TEST(DatedGrowth, WhatAClearedClosureHasLeftElsewhereIsToldApart) {
  std::string closed = shut("2017-02-05T00:00", "2017-02-20T00:00");
  closed.replace(closed.find("resources: \"DESK.clerk\""), 23, "lines: \"Y-D\"");
  for (const int days : {64, 78}) {  // no two weeks are seen after it, or two
    const Seen seen = seen_of(trains({{"DESK", 40, 1.6}}) + closed + counted(days));
    ASSERT_EQ(places(seen), std::vector<std::string>{"DESK.clerk"}) << days;
    EXPECT_EQ(seen.growing[0].disruptions, std::vector<std::string>{"shut"}) << days;
  }
  // A fifth too many, all the time: the closure has brought less than that.
  const Seen grows = seen_of(trains({{"DESK", 40, 2.4}}) + closed + counted(300));
  ASSERT_EQ(places(grows), std::vector<std::string>{"DESK.clerk"});
  EXPECT_TRUE(grows.growing[0].disruptions.empty());
}

// Shut from 20 February to 12 March; the run ends on 2 March.
TEST(DatedGrowth, WhatHolidaysHaveLeftIsToldApart) {
  const auto holidays = [](const char* first, const char* last) {
    return fmt::format(
        R"(opening_hours {{ weekly {{ from: "00:00" to: "24:00" }} closed {{ first: "{}" last: "{}" }} }})",
        first, last);
  };
  const std::string late = holidays("2017-02-20", "2017-03-12"), early = holidays("2017-02-02", "2017-02-03");
  const Seen shut_at_end = seen_of(trains({{"DESK", 40, 1, late.c_str()}}) + counted(60));
  ASSERT_EQ(places(shut_at_end), std::vector<std::string>{"DESK.clerk"});
  EXPECT_EQ(shut_at_end.growing[0].disruptions, std::vector<std::string>{"closed_days:DESK.clerk"});
  const Seen grows = seen_of(trains({{"DESK", 40, 3, early.c_str()}}) + counted(60));
  ASSERT_EQ(places(grows), std::vector<std::string>{"DESK.clerk"});
  EXPECT_TRUE(grows.growing[0].disruptions.empty());
}

// It grew before the closure, too.
TEST(DatedGrowth, AQueueThatGrowsIsNotPutDownToALaterClosure) {
  const Seen seen =
      seen_of(trains({{"DESK", 40, 3}}) + shut("2017-02-20T00:00", "2017-02-25T00:00") + counted(60));
  ASSERT_EQ(places(seen), std::vector<std::string>{"DESK.clerk"});
  EXPECT_TRUE(seen.growing[0].disruptions.empty());
}

// It grows from the first day on: no week lies before the closure, and those after it tell.
TEST(DatedGrowth, AQueueThatGrowsIsNotPutDownToAClosureOfTheFirstDays) {
  const Seen seen =
      seen_of(trains({{"DESK", 40, 3}}) + shut("2017-01-03T00:00", "2017-01-03T06:00") + counted(60));
  ASSERT_EQ(places(seen), std::vector<std::string>{"DESK.clerk"});
  EXPECT_TRUE(seen.growing[0].disruptions.empty());
}

// No train passes the clerk that is closed until after the end, and trains of SHED pass no closed one.
TEST(DatedGrowth, AQueueThatGrowsIsNotPutDownToAClosureElsewhere) {
  const Seen seen = seen_of(trains({{"SHED", 40, 3}, {"DESK", 40, 1}}) +
                            shut("2017-01-10T00:00", "2017-06-01T00:00") + counted(60));
  std::map<std::string, std::vector<std::string>> left_by;
  for (const GrowingQueue& one : seen.growing) left_by[one.place] = one.disruptions;
  const std::map<std::string, std::vector<std::string>> expected = {{"DESK.clerk", {"shut"}},
                                                                    {"SHED.clerk", {}}};
  EXPECT_EQ(left_by, expected);
}

struct Dates {
  const char *first, *last;
};

// Open always, but from the first of these days to the last.
std::string holidays(const std::vector<Dates>& all) {
  std::string text = R"(opening_hours { weekly { from: "00:00" to: "24:00" })";
  for (const Dates& one : all)
    text += fmt::format(R"( closed {{ first: "{}" last: "{}" }})", one.first, one.last);
  return text + " }";
}

// Of the clerk at 90 %, each of which leaves about a hundred trains, and the clerk works off four in three
// days: each has brought less than half of what waits at the end, all of them nearly everything.
TEST(DatedGrowth, SeveralHolidaysBringItTogether) {
  const std::vector<Dates> two = {{"2017-04-11", "2017-04-20"}, {"2017-05-11", "2017-05-19"}};
  const std::vector<Dates> three = {
      {"2017-03-14", "2017-03-20"}, {"2017-04-11", "2017-04-17"}, {"2017-05-11", "2017-05-17"}};
  for (const std::vector<Dates>& closed : {two, three}) {
    const std::string hours = holidays(closed);
    const Seen seen = seen_of(trains({{"DESK", 40, 1.8, hours.c_str()}}) + counted(147));
    ASSERT_EQ(places(seen), Ids{"DESK.clerk"});
    EXPECT_EQ(seen.growing[0].disruptions, Ids{"closed_days:DESK.clerk"}) << "once, however often it shuts";
    EXPECT_FALSE(seen.growing[0].is_seasonal);
    EXPECT_THAT(growing_text("base", PlaceNames(*seen.model), seen.growing),
                HasSubstr("what closed days of DESK: clerk left waiting is not worked off"));
  }
}

// A tenth too many all the time: three weeks of five lie too close to one of ten holidays, and in no other
// two it surely grows, but they have brought little more than as many other weeks.
TEST(DatedGrowth, ManyHolidaysDoNotHideAnOverload) {
  std::vector<Dates> all;
  for (const char* const day : {"2017-01-30", "2017-03-06", "2017-04-10", "2017-05-15", "2017-06-19",
                                "2017-07-24", "2017-08-28", "2017-10-02", "2017-11-06", "2017-12-04"})
    all.push_back({day, day});
  const std::string hours = holidays(all);
  const Seen seen = seen_of(trains({{"DESK", 40, 2.2, hours.c_str()}}) + counted(364));
  ASSERT_EQ(places(seen), Ids{"DESK.clerk"});
  EXPECT_EQ(seen.growing[0].disruptions, Ids{});
}

// The line is closed twice. While nothing comes the second time, the clerk works off what the first closure
// has left.
TEST(DatedGrowth, WhatTheFirstOfTwoClosuresLeftIsWorkedOffInTheSecond) {
  std::string text = trains({{"DESK", 40, 1.8}}) + "disruptions {\n";
  for (const auto& [id, dates] : {std::pair("first", Dates{"2017-04-11", "2017-04-21"}),
                                  std::pair("second", Dates{"2017-05-11", "2017-05-20"})})
    text += fmt::format(
        R"(  disruptions {{ id: "{}" from: "{}T00:00" to: "{}T00:00" time_zone: "UTC" closure {{ lines: "Y-D" }}
    provenance {{ assumption: true note: "a toy" }} }}
)",
        id, dates.first, dates.last);
  const Seen seen = seen_of(text + "}\n" + counted(147));
  ASSERT_EQ(places(seen), Ids{"DESK.clerk"});
  EXPECT_EQ(seen.growing[0].disruptions, Ids{"second"});
}

std::string slow(const char* from, const char* to) {
  return fmt::format(R"(disruptions {{ disruptions {{ id: "works" from: "{}" to: "{}" time_zone: "UTC"
  slow_order {{ lines: "Y-D" factor: 1.1 }} provenance {{ assumption: true note: "a toy" }} }} }}
)",
                     from, to);
}

// The desk is overloaded by a fifth, whatever the line does.
TEST(DatedGrowth, WhatStandsNearlyAllTheTimeIsNotBlamed) {
  const std::string overloaded = trains({{"DESK", 40, 2.4}});
  const Seen works = seen_of(overloaded + slow("2017-01-02T00:00", "2017-12-29T00:00") + counted(364));
  ASSERT_EQ(places(works), Ids{"DESK.clerk"});
  EXPECT_EQ(works.growing[0].disruptions, Ids{});
  std::string text = overloaded + counted(364);
  const std::string line = R"(id: "Y-D" from: "YARD" to: "DESK")";
  text.insert(text.find(line) + line.size(),
              R"( possessions { weekly { days: SUNDAY from: "02:00" to: "04:00" }
    dates { first: "2017-01-01" last: "2017-12-31" } })");
  const Seen possession = seen_of(text);
  ASSERT_EQ(places(possession), Ids{"DESK.clerk"});
  EXPECT_EQ(possession.growing[0].disruptions, Ids{});
}

// From the tenth day to the fortieth of 49 no two weeks lie before it, nor after it.
TEST(DatedGrowth, OfWhatNothingLiesBesideIsNotKnown) {
  const Seen seen =
      seen_of(trains({{"DESK", 40, 2.4}}) + slow("2017-01-11T00:00", "2017-02-10T00:00") + counted(49));
  ASSERT_EQ(places(seen), Ids{"DESK.clerk"});
  EXPECT_EQ(seen.growing[0].disruptions, Ids{"works"});
  EXPECT_TRUE(seen.growing[0].is_seasonal);
  EXPECT_THAT(
      growing_text("base", PlaceNames(*seen.model), seen.growing),
      HasSubstr("`works` may have left them, and too little of the run lies before and after to tell."));
}

}  // namespace
}  // namespace studies
