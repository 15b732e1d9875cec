// Clusters, positions and cuts of small networks, by hand.
#include "engine/partitioner.h"

#include <gtest/gtest.h>

namespace des {
namespace {

using Numbers = std::vector<std::uint32_t>;

// 0 - 1 - 2 - 3 - 4 - 5, both ways, with these lookaheads.
std::vector<DeclaredChannel> row(const std::vector<std::int64_t>& lookaheads) {
  std::vector<DeclaredChannel> channels;
  for (EntityId i = 0; i < lookaheads.size(); ++i) {
    channels.push_back({i, {i + 1, Duration{lookaheads[i]}, "east"}});
    channels.push_back({i + 1, {i, Duration{lookaheads[i]}, "west"}});
  }
  return channels;
}

TEST(Clusters, QuickChannelsJoinWhatTheyConnect) {
  EXPECT_EQ(clusters(6, row({50, 500, 20, 20, 500}), Duration{100}), (Numbers{0, 0, 1, 1, 1, 2}));
  EXPECT_EQ(clusters(3, row({100, 99}), Duration{100}), (Numbers{0, 1, 1})) << "at the limit they are apart";
  EXPECT_EQ(clusters(2, {}, Duration{100}), (Numbers{0, 1}));
}

TEST(Positions, DistancesFromOneEnd) {
  const std::vector<std::int64_t> found = positions(4, row({10, 20, 30}));
  const std::vector<std::int64_t> from_west{0, 10, 30, 60}, from_east{60, 50, 30, 0};
  EXPECT_TRUE(found == from_west || found == from_east) << testing::PrintToString(found);
}

TEST(CutRow, TheHeaviestPieceIsAsLightAsCanBe) {
  EXPECT_EQ(cut_row({1, 2, 3, 4, 5}, 2), (Numbers{0, 0, 0, 1, 1})) << "6 and 9; 10 and 5 is worse";
  EXPECT_EQ(cut_row({9, 1, 1, 1}, 3).front(), 0u);
  EXPECT_EQ(cut_row({9, 1, 1, 1}, 3)[1], 1u) << "the heavy one stands alone";
  EXPECT_EQ(cut_row({5, 5}, 4), (Numbers{0, 1})) << "no more pieces than elements";
  EXPECT_EQ(cut_row({1, 1, 1}, 1), (Numbers{0, 0, 0}));
}

TEST(ChoosePartitions, CutsWhereTheLookaheadIsLong) {
  PartitionTask task;
  task.entities = 6;
  task.channels = row({10, 10, 5000, 10, 10});
  task.weights = std::vector<std::uint64_t>(6, 10'000);
  task.pilot = Duration{100'000};
  const PartitionChoice choice = choose_partitions(task);
  ASSERT_EQ(choice.plan.partitions(), 2u);
  EXPECT_EQ(choice.lookahead, Duration{5000});
  for (EntityId i = 0; i < 6; ++i)
    EXPECT_EQ(choice.plan.partition_of(i) == choice.plan.partition_of(0), i < 3) << i;
  // 20 windows of 60 events' cost each, and half of the events on each thread.
  EXPECT_NEAR(choice.speedup, 60'000 / (30'000 + 20 * 60.0), 1e-9);
}

TEST(ChoosePartitions, NothingToCut) {
  PartitionTask task;
  task.entities = 2;
  task.channels = row({0});
  task.weights = {100, 100};
  task.pilot = Duration{1000};
  const PartitionChoice choice = choose_partitions(task);
  EXPECT_EQ(choice.plan.partitions(), 1u);
  EXPECT_EQ(choice.speedup, 1.0);
}

}  // namespace
}  // namespace des
