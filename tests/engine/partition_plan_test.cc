// Lookaheads, distances and shares of small plans, by hand.
#include "engine/partition_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace des {
namespace {

TEST(PartitionPlanDeathTest, AChannelWithoutLookaheadBetweenPartitions) {
  EXPECT_DEATH(PartitionPlan({0, 1}, 2, {{0, {1, {0}}}}), "without lookahead");
}

TEST(PartitionPlan, DistancesGoByWayOfOtherPartitions) {
  const PartitionPlan plan({0, 1, 2}, 3, {{0, {1, {10}}}, {1, {2, {20}}}, {2, {0, {5}}}, {0, {2, {50}}}});
  EXPECT_EQ(plan.distance(0, 2), Duration{30});
  EXPECT_EQ(plan.lookahead(0, 2), Duration{50});
  EXPECT_EQ(plan.distance(2, 1), Duration{15});
  EXPECT_EQ(plan.distance(1, 1), Duration{35}) << "the shortest cycle";
}

TEST(PartitionPlan, TheQuickestChannelBetweenTwoPartitionsCounts) {
  const DeclaredChannel train{0, {2, {3600}, "train"}}, request{1, {3, {300}, "track request"}};
  for (const auto& declared : {std::vector{train, request}, std::vector{request, train}}) {
    const PartitionPlan plan({0, 0, 1, 1}, 2, declared);
    EXPECT_EQ(plan.lookahead(0, 1), Duration{300});
    EXPECT_EQ(plan.distance(0, 1), Duration{300});
    EXPECT_EQ(plan.lookahead(1, 0), kUnreachable);
  }
}

TEST(PartitionPlan, TheHeaviestPartitionsAreDealtOutFirst) {
  const PartitionPlan plan({0, 1, 2, 3, 4}, 5, {}, {3, 9, 4, 1, 2});
  EXPECT_THAT(plan.shares(2),
              testing::ElementsAre(testing::ElementsAre(1U, 3U), testing::ElementsAre(2U, 0U, 4U)));
}

}  // namespace
}  // namespace des
