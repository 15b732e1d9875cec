// Queues without a mean, told by comparing weeks; small railways of which it is known.
#include "studies/growing_queues.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "scenarios/scenario.h"
#include "tests/studies/desks.h"
#include "tests/studies/toy_models.h"
#include "tests/support/shipped_scenarios.h"

namespace studies {
namespace {

using desks::counted;
using desks::kYard;
using desks::places;
using desks::Seen;
using desks::seen_of;
using desks::trains;
using testing::HasSubstr;

std::string weekly_train(int containers_per_year) {
  return fmt::format(
      R"({}services {{ services {{ id: "WEEKLY" origin: "YARD" destination: "DESK" direction: WESTBOUND
  formation {{ rule: TIMETABLE train_feu: 80 departures {{ day: MONDAY time_of_day {{ seconds: 9000 }} }} time_zone: "UTC" }} }} }}
demand {{ flows {{ id: "goods" service: "WEEKLY" containers_per_year: {} }} }}
)",
      kYard, containers_per_year);
}

// 3,650 a year are 70 of the 80 that a weekly train takes. The year ends on the day before one leaves.
TEST(GrowingQueues, GatheringForAWeeklyTrainIsNoGrowth) {
  EXPECT_THAT(places(seen_of(weekly_train(3650) + counted(365))), testing::IsEmpty());
}

// 100 a week do not fit on 80: 20 x 51 more.
TEST(GrowingQueues, OfContainersThatFindNoTrain) {
  const Seen seen = seen_of(weekly_train(5214) + counted(365));
  ASSERT_EQ(places(seen), std::vector<std::string>{"YARD/1435/westbound"});
  EXPECT_EQ(seen.growing[0].cause, "formation");
  EXPECT_NEAR(seen.growing[0].added.mean, 20 * 51, 100);
  EXPECT_THAT(growing_text("base", PlaceNames(*seen.model), seen.growing),
              HasSubstr("containers at the end)"));
}

// Closed from Friday evening to Monday morning; 57 days end on a Monday at midnight, with 30 trains waiting.
TEST(GrowingQueues, AWeekendAtTheEndIsNoGrowth) {
  const char* const hours =
      R"(opening_hours { weekly { days: MONDAY days: TUESDAY days: WEDNESDAY days: THURSDAY days: FRIDAY
         from: "06:00" to: "18:00" } })";
  EXPECT_THAT(places(seen_of(trains({{"DESK", 40, 0.5, hours}}) + counted(57))), testing::IsEmpty());
}

// From Sunday to Monday, with the trains of a day more before the closed desk: no week can be set beside
// another.
TEST(GrowingQueues, OfLessThanEightDaysAreNotKnownWhereWeekdaysDiffer) {
  const char* const hours =
      R"(opening_hours { weekly { days: MONDAY days: TUESDAY days: WEDNESDAY days: THURSDAY days: FRIDAY
         from: "06:00" to: "18:00" } })";
  for (const int days : {2, 7}) {
    const Seen seen = seen_of(trains({{"DESK", 40, 0.5, hours}}) + counted(days));
    EXPECT_THAT(places(seen), testing::IsEmpty());
    EXPECT_THAT(
        unknown_growth_text("base", seen.model->input()),
        HasSubstr("Whether queues grow in base is not known: the counted time is under eight days, and"));
  }
  const Seen eight = seen_of(trains({{"DESK", 40, 0.5, hours}}) + counted(8));
  EXPECT_EQ(unknown_growth_text("base", eight.model->input()), "");
}

TEST(GrowingQueues, OfFewDaysAreKnownWhereWeekdaysAreAlike) {
  const Seen seen = seen_of(trains({{"DESK", 40, 8}}) + counted(6, 0));
  EXPECT_THAT(places(seen), testing::ElementsAre("DESK.clerk"));
  EXPECT_EQ(unknown_growth_text("base", seen.model->input()), "");
  EXPECT_THAT(unknown_growth_text("base", seen_of(weekly_train(3650) + counted(6)).model->input()),
              HasSubstr("timetables"));
}

// Of 60 h five days a week 84 x 0.9 h are more: they wait for opening at midnight, for the clerk at noon.
TEST(GrowingQueues, OfTrainsThatOpeningHoursDoNotSuffice) {
  const char* const hours =
      R"(opening_hours { weekly { days: MONDAY days: TUESDAY days: WEDNESDAY days: THURSDAY days: FRIDAY
         from: "06:00" to: "18:00" } })";
  const Seen seen = seen_of(trains({{"DESK", 40, 0.9, hours}}) + counted(57));
  ASSERT_EQ(places(seen), std::vector<std::string>{"DESK.clerk"});
  EXPECT_EQ(seen.growing[0].cause, "hours");
  EXPECT_GT(seen.growing[0].waiting_at_end.mean, seen.growing[0].added.mean);
}

// Five containers a train at the one place, 60 at the other: at 90 and 80 % neither grows, whatever a train
// has on average.
TEST(GrowingQueues, UnlikeTrainsAreCountedWhereTheyWait) {
  int told = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed)
    told += static_cast<int>(
        seen_of(trains({{"DESK", 5, 1.8}, {"SHED", 60, 1.6}}) + counted(60, 100), 10, seed).growing.size());
  EXPECT_LE(told, 1) << "of twenty, each with a risk of 1 %";
}

// 720 trains come in 60 days, 600 can be done.
TEST(GrowingQueues, ASmallFlowBesideALargeOneIsFound) {
  for (const int replications : {10, 30}) {
    const Seen seen = seen_of(trains({{"DESK", 5, 2.4}, {"SHED", 60, 1.2}}) + counted(60), replications, 7);
    ASSERT_EQ(places(seen), std::vector<std::string>{"DESK.clerk"});
    EXPECT_EQ(seen.growing[0].cause, "server");
    EXPECT_NEAR(seen.growing[0].added.mean, (720 - 600) * 49.0 / 60, 30);
    EXPECT_TRUE(seen.growing[0].disruptions.empty());
  }
}

// Half of 3,650 in three months: a quarter more than in the mean, 912.
TEST(GrowingQueues, WhatASeasonBringsIsNotTakenForGrowth) {
  rail::ModelInput input = support::input_of("toys/season");
  const auto growing = [&](double train_feu) {
    input.services[0].train_feu = train_feu;
    return seen_of(rail::Model::build(input), 10, 1);
  };
  const Seen bounded = growing(90);  // 4,690 places a year
  ASSERT_EQ(bounded.growing.size(), 1U);
  EXPECT_TRUE(bounded.growing[0].is_seasonal);
  EXPECT_THAT(growing_text("base", PlaceNames(*bounded.model), bounded.growing),
              testing::AllOf(HasSubstr("a season or surge of demand may do so"),
                             testing::Not(HasSubstr("grow with the length"))));
  const Seen overloaded = growing(30);  // 1,570 places a year
  ASSERT_EQ(overloaded.growing.size(), 1U);
  EXPECT_FALSE(overloaded.growing[0].is_seasonal);
}

// What lasts from before the counted time until after it is how the railway is.
TEST(GrowingQueues, WhatStandsAllTheTimeIsNoDisruption) {
  std::string text = trains({{"DESK", 40, 2.6}}) + counted(60);
  text +=
      R"(disruptions { disruptions { id: "slow" from: "2016-01-01T00:00" to: "2018-01-01T00:00" time_zone: "UTC"
  slow_order { lines: "Y-D" factor: 2 } provenance { assumption: true note: "a toy" } } }
)";
  const Seen seen = seen_of(text);
  ASSERT_EQ(places(seen), std::vector<std::string>{"DESK.clerk"});
  EXPECT_TRUE(seen.growing[0].disruptions.empty());
}

TEST(GrowingQueues, AreNotToldOfOneReplicationNorInAGridlock) {
  const auto model = toys::two_points();
  const std::size_t count = rail::waiting_places(*model).size();
  const QueuesByWeek week = {std::vector<double>(count, 0), std::vector<double>(count, 50)};
  ReplicationsResult result;
  result.complete.resize(3);
  EXPECT_FALSE(growing_queues(*model, result, {week, week, week}).empty());
  EXPECT_TRUE(growing_queues(*model, result, {week}).empty());
  result.complete[1].stop = rail::StopReason::kGridlock;
  EXPECT_TRUE(growing_queues(*model, result, {week, week, week}).empty());
}

// Two weekly trains from one yard, the line of another one closed from day 30 on: whichever of the two queues
// grew before.
TEST(GrowingQueues, OfTwoServicesOfAPlaceOneThatGrowsForGoodIsEnough) {
  std::string text = kYard;
  text += "services {\n";
  for (const char* const id : {"ONE", "TWO"})
    text += fmt::format(
        R"(  services {{ id: "{}" origin: "YARD" destination: "DESK" direction: WESTBOUND formation {{ rule: TIMETABLE
    train_feu: 80 departures {{ day: MONDAY time_of_day {{ seconds: 9000 }} }} time_zone: "UTC" }} }}
)",
        id);
  text += "}\ndemand {\n";
  for (const char* const id : {"ONE", "TWO"})
    text += fmt::format("  flows {{ id: \"f{0}\" service: \"{0}\" containers_per_year: 100 }}\n", id);
  text += R"(}
disruptions { disruptions { id: "shut" from: "2017-01-31T00:00" to: "2017-09-01T00:00" time_zone: "UTC"
  closure { lines: "Y-D" } provenance { assumption: true note: "a toy" } } }
)" + counted(60);
  const scenarios::LoadResult loaded =
      scenarios::Scenario::parse(text, scenarios::Format::kText, "toy.txtpb");
  for (const scenarios::Problem& problem : loaded.problems) ADD_FAILURE() << problem.message;
  const auto model = rail::Model::build(loaded.scenario.value().model_input());
  const std::vector<rail::WaitingPlace> all = rail::waiting_places(*model);
  std::vector<std::size_t> pools;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].cause == rail::Cause::kFormation && all[i].place == "YARD/1435/westbound") pools.push_back(i);
  ASSERT_EQ(pools.size(), 2U);
  ReplicationsResult result;
  result.complete.resize(3);
  // Containers in the first week, in the week before the closure, and in the last one.
  const auto growing = [&](double first_before, double second_before) {
    QueuesByWeek weeks(3, std::vector<double>(all.size(), 0));
    for (const std::size_t pool : pools) weeks[2][pool] = 9000;
    weeks[1][pools[0]] = first_before;
    weeks[1][pools[1]] = second_before;
    return growing_queues(*model, result, {weeks, weeks, weeks});
  };
  for (const auto& [first, second] : {std::pair(4000.0, 0.0), std::pair(0.0, 4000.0)}) {
    const std::vector<GrowingQueue> queues = growing(first, second);
    ASSERT_EQ(queues.size(), 1U);
    EXPECT_EQ(queues[0].added.mean, 18000);
    EXPECT_TRUE(queues[0].disruptions.empty()) << first << " and " << second;
  }
  EXPECT_EQ(growing(0, 0).at(0).disruptions, std::vector<std::string>{"shut"});
}

TEST(WatchedWeeks, LieWholeWeeksApart) {
  const auto weeks = [](int days, std::vector<std::int64_t> disruptions = {}, std::int64_t until = -90) {
    rail::ModelInput input;
    input.spin_up_s = 3 * 86400;
    input.counted_s = days * 86400;
    for (const std::int64_t day : disruptions) {
      input.disruptions.emplace_back();
      input.disruptions.back().from = input.spin_up_s + day * 86400;
      input.disruptions.back().to = input.spin_up_s + until * 86400;
    }
    const WatchedWeeks watched = watched_weeks(input);
    return std::pair(watched.from, watched.days);
  };
  using Days = std::vector<std::int64_t>;
  EXPECT_EQ(weeks(1), std::pair(Days{}, std::int64_t{0}));
  EXPECT_EQ(weeks(5), std::pair(Days({0, 4}), std::int64_t{1}));
  EXPECT_EQ(weeks(10), std::pair(Days({0, 7}), std::int64_t{3}));
  EXPECT_EQ(weeks(14), std::pair(Days({0, 7}), std::int64_t{7}));
  EXPECT_EQ(weeks(365), std::pair(Days({0, 357}), std::int64_t{7}));
  EXPECT_EQ(weeks(60, {13, 40, 41}), std::pair(Days({0, 28, 49}), std::int64_t{7}));
  EXPECT_EQ(weeks(60, {2}, 3), std::pair(Days({0, 14, 49}), std::int64_t{7})) << "a week after its end";
  EXPECT_EQ(weeks(60, {2}, 40), std::pair(Days({0, 49}), std::int64_t{7})) << "no two weeks after it";
  EXPECT_EQ(weeks(60, {-5, 900}), std::pair(Days({0, 49}), std::int64_t{7}));
}

TEST(GrowingQueues, AreToldInASentence) {
  const PlaceNames names(*toys::two_points());
  const GrowingQueue line{"AB", "path", {2, 1219, 1, 38}, {}}, other{"B", "track", {2, 4, 0, 0}, {}};
  EXPECT_EQ(
      growing_text("base", names, {line}),
      "In base a queue grows at " + names.name("AB") +
          " (path, 1,219 ± 38 trains at the end): its waits, and times over it, grow with the length of "
          "the run, and differences of them are of this length alone.");
  EXPECT_THAT(growing_text("base", names, {line, line, line, other}),
              HasSubstr("In base queues grow at " + names.name("AB")));
  EXPECT_THAT(growing_text("base", names, {line, line, line, other}), HasSubstr(" and 1 more: their waits"));
  EXPECT_EQ(growing_text("base", names, {}), "");
  const GrowingQueue single{"B", "track", {2, 1, 0, 0}, {}},
      about_one{"B", "formation", {2, 1, 0.1, 0.9}, {}};
  EXPECT_THAT(growing_text("base", names, {single}), HasSubstr("(track, 1 train at the end)"));
  EXPECT_THAT(growing_text("base", names, {about_one}), HasSubstr("1.0 ± 0.9 containers at the end)"));
  GrowingQueue left = other;
  left.disruptions = {"flood"};
  EXPECT_EQ(
      growing_text("base", names, {left}),
      "In base what `flood` left waiting is not worked off as the run ends: more wait than in the first week "
      "at " +
          names.name("B") +
          " (track, 4 trains at the end). Waits there, and times over it, hang on when the run ends, and "
          "so do differences of them.");
  GrowingQueue of_other = line;
  of_other.disruptions = {"snow"};
  EXPECT_THAT(growing_text("base", names, {left, of_other}),
              testing::AllOf(HasSubstr("what `flood` left waiting"), HasSubstr("what `snow` left waiting")));
  EXPECT_THAT(
      growing_text("base", names, {line, left}),
      testing::AllOf(HasSubstr("In base a queue grows at"), HasSubstr("alone. In base what `flood` left")));
}

}  // namespace
}  // namespace studies
