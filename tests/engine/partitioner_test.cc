// Clusters, positions and cuts of small networks, by hand.
#include "engine/partitioner.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/network_row.h"

namespace des {
namespace {

using Numbers = std::vector<std::uint32_t>;

std::uint64_t heaviest(const std::vector<std::uint64_t>& weights, const Numbers& piece) {
  std::vector<std::uint64_t> sums(weights.size(), 0);
  for (std::size_t i = 0; i < weights.size(); ++i) sums[piece[i]] += weights[i];
  return *std::max_element(sums.begin(), sums.end());
}

// Bit i: a new piece begins after element i.
std::uint64_t least_heaviest(const std::vector<std::uint64_t>& weights, std::uint32_t pieces) {
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (std::uint32_t cuts = 0; cuts < 1U << (weights.size() - 1); ++cuts) {
    if (static_cast<std::uint32_t>(std::popcount(cuts)) >= pieces) continue;
    Numbers piece{0};
    for (std::size_t i = 1; i < weights.size(); ++i) piece.push_back(piece.back() + (cuts >> (i - 1) & 1U));
    least = std::min(least, heaviest(weights, piece));
  }
  return least;
}

std::vector<std::vector<bool>> closure(EntityId entities, const std::vector<DeclaredChannel>& channels,
                                       Duration limit) {
  std::vector<std::vector<bool>> joined(entities, std::vector<bool>(entities, false));
  for (EntityId e = 0; e < entities; ++e) joined[e][e] = true;
  for (const DeclaredChannel& one : channels) {
    if (one.channel.lookahead < limit)
      joined[one.sender][one.channel.receiver] = joined[one.channel.receiver][one.sender] = true;
  }
  for (EntityId via = 0; via < entities; ++via) {
    for (EntityId a = 0; a < entities; ++a) {
      for (EntityId b = 0; b < entities; ++b)
        if (joined[a][via] && joined[via][b]) joined[a][b] = true;
    }
  }
  return joined;
}

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
  EXPECT_NEAR(choice.most_speedup, 2, 1e-9);
}

// As the engine does, where lookahead alone would make fewer.
TEST(ChoosePartitions, CountsOnWindowsNoLongerThanTheyAre) {
  PartitionTask task;
  task.entities = 2;
  task.weights = {30'000, 30'000};
  task.pilot = Duration{100'000};
  EXPECT_NEAR(choose_partitions(task).events_per_window, 8192, 1e-9) << "nothing connects the two";
  task.longest_window = Duration{1000};
  const PartitionChoice choice = choose_partitions(task);
  EXPECT_EQ(choice.plan.partitions(), 2u);
  EXPECT_NEAR(choice.events_per_window, 600, 1e-9);
  EXPECT_NEAR(choice.speedup, 60'000 / (30'000 + 100 * 60.0), 1e-9);
}

TEST(ChoosePartitions, NeverCutsBelowTheLeastLookahead) {
  PartitionTask task;
  task.entities = 6;
  task.channels = row({99, 100, 99, 99, 99});
  task.weights = {1, 1, 1'000'000, 1'000'000, 1'000'000, 1'000'000};
  task.pilot = Duration{100'000};
  const PartitionPlan free = choose_partitions(task).plan;
  EXPECT_NE(free.partition_of(2), free.partition_of(5)) << "it would gain much";
  task.limit = Duration{100};
  const PartitionChoice choice = choose_partitions(task);
  ASSERT_EQ(choice.plan.partitions(), 2u);
  for (EntityId i = 0; i < 6; ++i)
    EXPECT_EQ(choice.plan.partition_of(i) == choice.plan.partition_of(0), i < 2) << i;
}

// Against every way to cut a short row.
RC_GTEST_PROP(CutRow, NoOtherCutIsBetter, ()) {
  const auto weights =
      *rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(0, 20));
  RC_PRE(!weights.empty() && weights.size() <= 10);
  const auto pieces = *rc::gen::inRange<std::uint32_t>(1, 5);
  const Numbers piece = cut_row(weights, pieces);
  RC_ASSERT(piece.front() == 0u && piece.back() < pieces);
  for (std::size_t i = 1; i < piece.size(); ++i) RC_ASSERT(piece[i] - piece[i - 1] <= 1u);
  RC_ASSERT(heaviest(weights, piece) == least_heaviest(weights, pieces));
}

// Against the closure of "joined by a quick channel", written down as a matrix.
RC_GTEST_PROP(Clusters, AreWhatQuickChannelsConnect, ()) {
  const auto entities = *rc::gen::inRange<EntityId>(1, 9);
  std::vector<DeclaredChannel> channels;
  for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
    const auto from = *rc::gen::inRange<EntityId>(0, entities), to = *rc::gen::inRange<EntityId>(0, entities);
    channels.push_back({from, {to, Duration{*rc::gen::inRange<std::int64_t>(0, 10)}}});
  }
  const Numbers cluster = clusters(entities, channels, Duration{5});
  const std::vector<std::vector<bool>> joined = closure(entities, channels, Duration{5});
  for (EntityId a = 0; a < entities; ++a) {
    for (EntityId b = 0; b < entities; ++b) RC_ASSERT((cluster[a] == cluster[b]) == joined[a][b]);
  }
}

// All traffic on one side: a cut at the long channel saves nothing, whatever the windows hold.
TEST(ChoosePartitions, PromisesNothingWhereOneSideHasAllEvents) {
  PartitionTask task;
  task.entities = 6;
  task.channels = row({10, 10, 5000, 10, 10});
  task.weights = {10'000, 10'000, 10'000, 0, 0, 0};
  task.pilot = Duration{100'000};
  task.limit = Duration{100};
  EXPECT_LE(choose_partitions(task).speedup, 1.0);
}

TEST(ChoosePartitions, NothingToCut) {
  PartitionTask task;
  task.entities = 2;
  task.channels = row({0});
  task.weights = {100, 100};
  task.pilot = Duration{1000};
  const PartitionChoice choice = choose_partitions(task);
  EXPECT_EQ(choice.plan.partitions(), 1u);
  EXPECT_EQ(choice.lookahead, kUnreachable) << "nobody to hear from, however short the pilot";
  EXPECT_EQ(choice.speedup, 1.0);
  EXPECT_EQ(choice.most_speedup, 1.0);
}

}  // namespace
}  // namespace des
