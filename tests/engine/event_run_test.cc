// The foot of the ladder queue against std::sort, around the number of events up to which they are counted
// into place.
#include "engine/event_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "engine/random_stream.h"

namespace des {
namespace {

bool same(const Event& x, const Event& y) {
  return x.time == y.time && x.place == y.place && x.origin == y.origin;
}

// Times are drawn from `spread` ticks.
std::vector<Event> drawn(std::size_t count, std::uint64_t spread, std::uint64_t seed) {
  const RandomStream random(seed, 0);
  std::vector<Event> events(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto words = random.words(i, 0, 0);
    events[i].time = {static_cast<std::int64_t>(words[0] % spread)};
    events[i].place = words[1] % 3;
    events[i].origin = words[2] % 3;  // now and then equal in all
  }
  return events;
}

void expect_in_order(std::vector<Event> events, std::uint64_t width) {
  EventChunks chunks;
  EventList list;
  for (const Event& event : events) chunks.append(list, event);
  EventRun run;
  run.fill_sorted(list, width);
  std::sort(events.begin(), events.end());
  for (const Event& expected : events) {
    ASSERT_FALSE(run.empty());
    EXPECT_TRUE(same(run.least(), expected)) << events.size() << " events, width " << width;
    run.pop();
  }
  EXPECT_TRUE(run.empty());
}

TEST(EventRun, IsInOrderAtAnyNumberAndWidth) {
  for (const std::size_t count : {0, 1, 2, 31, 32, 33, 100}) {
    for (const std::uint64_t width : {0, 1, 3, 1023, 1024, 1'000'000}) {
      for (std::uint64_t seed = 0; seed < 20; ++seed)
        expect_in_order(drawn(count, std::max<std::uint64_t>(1, width), seed), width);
    }
  }
}

// Counted into place by time alone, they still have to be put in order.
TEST(EventRun, IsInOrderWhereMoreAreSimultaneousThanTheWidthLetsExpect) {
  for (const std::uint64_t spread : {1, 2, 5}) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) expect_in_order(drawn(32, spread, seed), 1'000'000);
  }
}

TEST(EventRun, IsEmptyOnceItIsDrained) {
  EventChunks chunks;
  EventList list;
  for (const Event& event : drawn(33, 50, 1)) chunks.append(list, event);
  EventRun run;
  run.fill_sorted(list, 50);
  std::size_t seen = 0;
  run.drain([&seen](const Event&) { ++seen; });
  EXPECT_EQ(seen, 33U);
  EXPECT_TRUE(run.empty());
}

}  // namespace
}  // namespace des
