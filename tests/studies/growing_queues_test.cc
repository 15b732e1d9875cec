// Queues without a mean, told by what waits at the end and by what waited over the counted time.
#include "studies/growing_queues.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/studies/toy_models.h"

namespace studies {
namespace {

using testing::HasSubstr;

// Over the line AB, counted for 30 days = 720 h; a train holds ten containers. 60 trains come.
Replication replication(double at_end, double mean_over_time, const std::string& wait = "wait/AB/path/") {
  const bool of_trains = wait == "wait/AB/path/";
  const double containers_of_each = of_trains ? 10 : 1;
  Replication one;
  one.kpis = {{"waiting_at_end/trains", "trains", 50},
              {"waiting_at_end/containers", "containers", 500},
              {"line/AB/westbound/trains_per_day", "trains/day", 2},
              {"line/AB/eastbound/trains_per_day", "trains/day", 0},
              {"formed/A/1435/westbound/teu", "TEU", 1200},
              {wait + "container_hours", "container-h", 0},
              {wait + "container_hours_to_end", "container-h", 720 * containers_of_each * mean_over_time},
              {wait + "waiting_at_end", "trains", at_end}};
  return one;
}

ReplicationsResult result_of(std::vector<Replication> complete) {
  ReplicationsResult result;
  result.complete = std::move(complete);
  result.kpis = kpis_over(result.complete);
  return result;
}

// By hand: 2 x (50 - 25) and 2 x (54 - 26) were added; their mean is 53, its half width 12.706 x 3.
TEST(GrowingQueues, HaveAddedTwiceWhatTheyAreLongerAtTheEnd) {
  const auto model = toys::two_points();
  const auto queues = growing_queues(*model, result_of({replication(50, 25), replication(54, 26)}));
  ASSERT_EQ(queues.size(), 1u);
  EXPECT_EQ(queues[0].place, "AB");
  EXPECT_EQ(queues[0].cause, "path");
  EXPECT_DOUBLE_EQ(queues[0].waiting_at_end.mean, 52);
  EXPECT_DOUBLE_EQ(queues[0].added.mean, 53);
  EXPECT_NEAR(*queues[0].added.half_width, 12.706 * 3, 0.01);
}

TEST(GrowingQueues, ALongQueueThatHasAMeanDoesNotGrow) {
  const auto model = toys::two_points();
  EXPECT_TRUE(
      growing_queues(*model, result_of({replication(40, 42), replication(44, 41), replication(42, 42)}))
          .empty());
}

// 2 x (21.1 - 21) = 0.2 of 60 trains are less than one train.
TEST(GrowingQueues, WhatIsAddedMustCount) {
  const auto model = toys::two_points();
  EXPECT_TRUE(growing_queues(*model, result_of({replication(21.1, 21), replication(22.1, 22)})).empty());
}

TEST(GrowingQueues, AreNotToldOfOneReplicationNorInAGridlock) {
  const auto model = toys::two_points();
  EXPECT_TRUE(growing_queues(*model, result_of({replication(50, 25)})).empty());
  ReplicationsResult stuck = result_of({replication(50, 25), replication(54, 26)});
  stuck.complete[1].stop = rail::StopReason::kGridlock;
  EXPECT_TRUE(growing_queues(*model, stuck).empty());
}

// Where trains are formed what waits are containers: 2 x 250 of 600 that left.
TEST(GrowingQueues, OfContainersThatFindNoTrain) {
  const auto model = toys::two_points();
  const std::string wait = "wait/A/1435/westbound/formation/";
  const auto queues =
      growing_queues(*model, result_of({replication(500, 250, wait), replication(502, 251, wait)}));
  ASSERT_EQ(queues.size(), 1u);
  EXPECT_DOUBLE_EQ(queues[0].added.mean, 501);
  EXPECT_THAT(growing_text("base", PlaceNames(*model), queues), HasSubstr("containers at the end)"));
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
}

}  // namespace
}  // namespace studies
