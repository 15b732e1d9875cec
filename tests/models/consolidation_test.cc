// Part loads gathered into containers, by hand and against a plain list of sizes.
#include "models/consolidation.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace rail {
namespace {

PartLoadTable table_of(std::int64_t least, std::int64_t most) {
  PartLoadTable table;
  table.mean_gap_s = 3600;
  table.least = least;
  table.most = most;
  return table;
}

TEST(Consolidation, FullWhenNotEvenTheSmallestLoadFits) {
  const PartLoadTable table = table_of(200'000, 500'000);
  Gathering gathering(table, 7, 1, nullptr);
  EXPECT_TRUE(gathering.empty());
  gathering.add(500'000, 10);
  gathering.add(300'000, 20);
  EXPECT_FALSE(gathering.is_full()) << "a load of 200,000 fits";
  EXPECT_FALSE(gathering.has_room_for(200'001));
  gathering.add(200'000, 40);
  EXPECT_TRUE(gathering.is_full());
  EXPECT_EQ(gathering.number(), 1u);
  const LoadsInside loads = gathering.close();
  EXPECT_EQ(loads.of, 7u);
  EXPECT_EQ(loads.count, 3);
  EXPECT_EQ(loads.first_came, 10);
  EXPECT_EQ(loads.came_sum, 70);
  EXPECT_TRUE(gathering.empty());
  EXPECT_EQ(gathering.filled(), 0);
  EXPECT_EQ(gathering.number(), 2u);
}

// A third is 333,333 millionths: what is left over is no room for a fourth.
TEST(Consolidation, ThreeThirdsAreFull) {
  const PartLoadTable table = table_of(333'333, 333'333);
  Gathering gathering(table, 0, 1, nullptr);
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(gathering.has_room_for(333'333));
    gathering.add(333'333, i);
  }
  EXPECT_TRUE(gathering.is_full());
}

// 4000 draws on three values: a share of 1/3 has a standard error of 0.0075.
TEST(Consolidation, SizesAreEquallyLikelyFromLeastToMost) {
  const PartLoadTable table = table_of(1000, 1002);
  const Gathering gathering(table, 0, 99, nullptr);
  const des::RandomStream random(1, 0);
  int seen[3] = {};
  for (std::uint64_t n = 1; n <= 4000; ++n) {
    const std::int64_t size = gathering.size(n, random);
    ASSERT_GE(size, 1000);
    ASSERT_LE(size, 1002);
    ++seen[size - 1000];
  }
  for (const int count : seen) EXPECT_NEAR(count / 4000.0, 1.0 / 3, 4 * 0.0075);
}

// How many loads each container has: put one after the other into the last one, or a new one.
std::vector<int> packed(const std::vector<std::int64_t>& sizes) {
  std::vector<int> containers;
  std::int64_t left = 0;
  for (const std::int64_t size : sizes) {
    if (containers.empty() || size > left) {
      containers.push_back(0);
      left = kPartsOfContainer;
    }
    left -= size;
    ++containers.back();
  }
  return containers;
}

RC_GTEST_PROP(Consolidation, EachLoadGoesIntoTheLastContainerOrANewOne, ()) {
  const auto least = *rc::gen::inRange<std::int64_t>(50'000, 500'000);
  const auto most = *rc::gen::inRange<std::int64_t>(least, kPartsOfContainer + 1);
  const auto sizes =
      *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(least, most + 1));
  const PartLoadTable table = table_of(least, most);
  Gathering gathering(table, 0, 1, nullptr);
  std::vector<int> sent;
  std::int64_t now = 0;
  for (const std::int64_t size : sizes) {
    if (!gathering.has_room_for(size)) sent.push_back(gathering.close().count);
    gathering.add(size, ++now);
    RC_ASSERT(gathering.filled() <= kPartsOfContainer);
    if (gathering.is_full()) sent.push_back(gathering.close().count);
  }
  if (!gathering.empty()) sent.push_back(gathering.close().count);
  RC_ASSERT(sent == packed(sizes));
}

}  // namespace
}  // namespace rail
