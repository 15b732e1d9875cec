// When trains are full, and how many there are, by hand.
#include "models/formation_pool.h"

#include <gtest/gtest.h>

#include <deque>

namespace rail {
namespace {

class FormationPoolTest : public testing::Test {
 protected:
  FormationPool make(std::int64_t capacity_teu, const GaugeChangeInput* change = nullptr) {
    table_.capacity_teu = capacity_teu;
    return {table_, change};
  }
  void add(FormationPool& pool, int containers, std::uint8_t teu = 2, std::int64_t ready = 0) {
    for (int i = 0; i < containers; ++i) {
      containers_.emplace_back();
      containers_.back().teu = teu;
      containers_.back().ready = ready;
      pool.add(&containers_.back());
    }
  }

  PoolTable table_;
  std::deque<Container> containers_;
};

TEST_F(FormationPoolTest, FullWhenNotEvenTheSmallestContainerFits) {
  table_.least_container_teu = 1;
  FormationPool pool = make(10);
  EXPECT_FALSE(pool.has_full_train());
  add(pool, 4);
  EXPECT_FALSE(pool.has_full_train());
  add(pool, 1, 1);
  EXPECT_FALSE(pool.has_full_train()) << "9 TEU, and one more would fit";
  add(pool, 1, 1);
  EXPECT_TRUE(pool.has_full_train());
  EXPECT_EQ(pool.trains_due(), 1);
}

TEST_F(FormationPoolTest, TheOldestContainersLeaveAndNoneIsDivided) {
  FormationPool pool = make(5);
  add(pool, 1, 2, 10);
  add(pool, 2, 2, 20);
  const ContainerList train = pool.take(5);
  EXPECT_EQ(train.count, 2) << "a third one would make 6 TEU";
  EXPECT_EQ(train.head->ready, 10);
  EXPECT_EQ(pool.loadable_teu(), 2);
}

TEST_F(FormationPoolTest, AtLeastOneContainerLeaves) {
  FormationPool pool = make(1);
  add(pool, 1, 2);
  EXPECT_EQ(pool.take(1).count, 1);
  EXPECT_TRUE(pool.empty());
}

TEST_F(FormationPoolTest, TheFirstContainerSetsTheLatestDeparture) {
  table_.latest_departure_s = 100;
  FormationPool pool = make(10);
  EXPECT_EQ(pool.latest_departure(), std::nullopt);
  add(pool, 1, 2, 30);
  add(pool, 1, 2, 40);
  EXPECT_EQ(pool.latest_departure(), 130);
  pool.take(2);
  EXPECT_EQ(pool.latest_departure(), 140);
}

// Three trains in, two out: 240 TEU on trains of up to 124.
TEST_F(FormationPoolTest, AGroupIsDueWhenItsTrainsAreIn) {
  GaugeChangeInput change;
  change.rule = ReformationRule::kGroup;
  change.inbound_trains = 3;
  change.outbound_trains = 2;
  FormationPool pool = make(124, &change);
  for (int train = 0; train < 2; ++train) {
    EXPECT_EQ(pool.next_group(), 0u);
    pool.note_inbound_train();
    add(pool, 40);
  }
  EXPECT_FALSE(pool.has_full_train()) << "160 TEU, but no group";
  EXPECT_EQ(pool.next_group(), 0u);
  pool.note_inbound_train();
  add(pool, 40);
  EXPECT_TRUE(pool.has_full_train());
  EXPECT_EQ(pool.trains_due(), 2);
  EXPECT_EQ(pool.take(120).count, 60);
  EXPECT_EQ(pool.take(120).count, 60);
  pool.close_group();
  EXPECT_EQ(pool.next_group(), 1u);
  add(pool, 1);
  EXPECT_FALSE(pool.has_full_train());
}

// More comes than two trains take.
TEST_F(FormationPoolTest, AGroupMakesAsManyTrainsAsItNeeds) {
  GaugeChangeInput change;
  change.rule = ReformationRule::kGroup;
  change.inbound_trains = 1;
  change.outbound_trains = 2;
  FormationPool pool = make(50, &change);
  pool.note_inbound_train();
  add(pool, 60);
  EXPECT_EQ(pool.trains_due(), 3);
}

}  // namespace
}  // namespace rail
