// Where windows hold too few events, one thread handles stretches of the run undivided; and windows come
// back.
#include "engine/thin_windows.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <vector>

#include "engine/parallel_engine.h"
#include "tests/engine/phold.h"

namespace des {
namespace {

constexpr SimTime kEnd{200'000};

PholdOptions spread_out() {
  PholdOptions options;
  options.mean_extra = 900;
  return options;
}

PartitionPlan in_turn(const PholdOptions& options, std::uint32_t partitions) {
  std::vector<std::uint32_t> partition_of;
  for (EntityId e = 0; e < options.entities; ++e) partition_of.push_back(e % partitions);
  return {partition_of, partitions, Phold::channels(options)};
}

std::vector<std::uint64_t> sequentially(const PholdOptions& options) {
  Phold model(options);
  SequentialEngine<Phold> engine(model, options.entities);
  model.begin(engine);
  engine.run_until(kEnd);
  return model.seen();
}

struct Seen {
  std::vector<std::uint64_t> hashes;
  std::uint64_t handled;
  WindowStatistics windows;
};

Seen in_parallel(const PholdOptions& options, std::uint64_t least_events, int threads, int legs = 1,
                 std::uint32_t partitions = 3) {
  Phold model(options);
  const PartitionPlan plan = in_turn(options, partitions);
  const auto executor = make_executor(Backend::kJthread, threads);
  ParallelOptions how;
  how.least_events_per_window = least_events;
  how.whole = {kEnd.ticks};
  ParallelEngine<Phold> engine(model, nothing_done(options.entities), plan, *executor, how);
  model.begin(engine);
  for (int leg = 1; leg <= legs; ++leg) engine.run_until({kEnd.ticks * leg / legs});
  return {model.seen(), engine.events_handled(), engine.statistics()};
}

// 64 entities have about 256 events in 1,000 ticks, so windows of a lookahead of 100 have 25.
TEST(ThinWindows, AreLeftToOneThread) {
  const PholdOptions options = spread_out();
  const Seen seen = in_parallel(options, 100, 2);
  EXPECT_EQ(seen.hashes, sequentially(options));
  EXPECT_EQ(seen.windows.events + seen.windows.undivided_events, seen.handled);
  EXPECT_GT(seen.windows.undivided_events, seen.handled * 3 / 4);
  EXPECT_GT(seen.windows.windows, 64u) << "they are tried again";
  EXPECT_NEAR(seen.windows.events_per_window(), 25, 3);
}

TEST(ThinWindows, AreThoseWithFewerEventsThanTheLeast) {
  const PholdOptions options = spread_out();
  EXPECT_EQ(in_parallel(options, 20, 2).windows.undivided_events, 0u);
  EXPECT_GT(in_parallel(options, 30, 2).windows.undivided_events, 0u);
}

// One partition hears from no other: its windows end because they are long enough.
TEST(ThinWindows, AreNotThoseThatTheirLengthEnds) {
  const PholdOptions options = spread_out();
  const Seen seen = in_parallel(options, 1'000'000, 2, 1, 1);
  EXPECT_GT(seen.windows.windows, 64u);
  EXPECT_EQ(seen.windows.undivided_events, 0u);
}

TEST(ThinWindows, AreTheSameOnAnyNumberOfThreads) {
  const PholdOptions options = spread_out();
  const Seen one = in_parallel(options, 100, 1);
  const Seen three = in_parallel(options, 100, 3);
  EXPECT_EQ(one.windows.undivided_events, three.windows.undivided_events);
  EXPECT_EQ(one.windows.windows, three.windows.windows);
}

// Of few events, so that the run goes to and fro many times.
RC_GTEST_PROP(ThinWindows, NeverChangeWhatHappens, ()) {
  PholdOptions options = spread_out();
  options.entities = *rc::gen::inRange<EntityId>(3, 8);
  options.events_each = *rc::gen::inRange(1, 3);
  options.seed = *rc::gen::inRange(1, 1000);
  const auto least_events = *rc::gen::inRange<std::uint64_t>(0, 4);
  const Seen seen = in_parallel(options, least_events, 1, *rc::gen::inRange(1, 20));
  RC_ASSERT(seen.hashes == sequentially(options));
  RC_ASSERT(seen.windows.events + seen.windows.undivided_events == seen.handled);
}

TEST(ThinWindows, AreFoundByManyWindowsNotByOne) {
  ThinWindows thin(100);
  for (int i = 0; i < 32; ++i) thin.add(0);
  for (int i = 0; i < 32; ++i) thin.add(200);
  EXPECT_FALSE(thin.found()) << "just enough together";
  for (int i = 0; i < 64; ++i) thin.add(i == 0 ? 99 : 100);
  EXPECT_TRUE(thin.found());
}

}  // namespace
}  // namespace des
