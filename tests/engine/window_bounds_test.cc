// How far each partition may go in a window.
#include "engine/window_bounds.h"

#include <gtest/gtest.h>

#include <vector>

namespace des {
namespace {

constexpr SimTime kEnd{1'000'000};

class Bounds : public testing::Test {
 protected:
  // Entity 0 reaches entity 1 after 100 ticks; nothing comes back.
  const PartitionPlan plan_{{0, 1}, 2, {{0, {1, Duration{100}, "there"}}}};
  WindowBounds bounds_{plan_};

  // With two threads, of which each knows a part of what is next.
  bool update(SimTime first, SimTime second, SimTime end = kEnd) {
    std::vector<ThreadShare> workers;
    for (int i = 0; i < 2; ++i) {
      workers.emplace_back(std::vector<std::uint32_t>{}, Partitions{});
      workers.back().next_events.assign(2, kNever);
    }
    workers[0].next_events[0] = first;
    workers[1].next_events[1] = second;
    return bounds_.update(workers, end);
  }
};

TEST_F(Bounds, BeginWithTheEarliestEventAndEndWithTheTime) {
  bounds_.begin({1'024'000});  // windows begin with a 1024th
  EXPECT_TRUE(update({700}, {300}));
  EXPECT_EQ(bounds_.earliest(), SimTime{300});
  EXPECT_EQ(bounds_.of(0), SimTime{1300});
  EXPECT_TRUE(update({700}, {300}, {900}));
  EXPECT_EQ(bounds_.of(0), SimTime{900});
  EXPECT_FALSE(update({700}, {300}, {300})) << "nothing before the end";
  EXPECT_FALSE(update(kNever, kNever));
  EXPECT_EQ(bounds_.earliest(), kNever);
}

TEST_F(Bounds, GoNoFurtherThanOthersCanReach) {
  bounds_.begin({1'024'000});  // windows begin with a 1024th
  EXPECT_TRUE(update({40}, {20}));
  EXPECT_EQ(bounds_.of(0), SimTime{1020});
  EXPECT_EQ(bounds_.of(1), SimTime{140});
  EXPECT_TRUE(update(kNever, {20}));
  EXPECT_EQ(bounds_.of(1), SimTime{1020}) << "nobody has anything to send";
}

}  // namespace
}  // namespace des
