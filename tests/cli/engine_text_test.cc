// Which engine ran, in words.
#include "cli/engine_text.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

studies::ReplicationsResult one(const rail::EngineUse& use) {
  studies::ReplicationsResult result;
  result.complete.resize(1);
  result.complete[0].events = 1000;
  result.complete[0].engine = use;
  return result;
}

rail::EngineUse with_windows(bool parallel, rail::EngineVerdict verdict) {
  rail::EngineUse use;
  use.tried = true;
  use.parallel = parallel;
  use.threads = parallel ? 2 : 1;
  use.verdict = verdict;
  use.partitions = 4;
  use.lookahead_s = 3600;
  use.events_per_window = 1234;
  use.most_speedup = 1.84;
  return use;
}

TEST(EngineText, SaysHowMuchRanInParallel) {
  rail::EngineUse use = with_windows(true, rail::EngineVerdict::kPays);
  use.counted.windows = 1;
  use.counted.events = 950;
  EXPECT_EQ(engine_text(one(use), {1, 2}),
            "engine: parallel for 95 % of the events on 2 threads; 1,234 events per window ("
            "4 partitions, lookahead 3600 s, at most 1.8 times one thread)");
}

TEST(EngineText, SaysWhatPartitionsHaveNoLookahead) {
  rail::EngineUse use = with_windows(false, rail::EngineVerdict::kUnbalanced);
  use.lookahead_s = std::nullopt;
  EXPECT_EQ(
      engine_text(one(use), {1, 2}),
      "engine: sequential; one part of the network has too many of the events: 1,234 events per window (4 "
      "partitions that do not reach each other, at most 1.8 times one thread)");
  use = with_windows(true, rail::EngineVerdict::kCannotBeDivided);
  use.partitions = 1;
  use.most_speedup = 1;
  use.counted.events = 950;
  EXPECT_EQ(engine_text(one(use), {1, 2}),
            "engine: parallel for 95 % of the events on 2 threads; 1,234 events per window (1 partition, at "
            "most 1.0 times one thread)");
}

TEST(EngineText, SaysWhyItIsSequential) {
  EXPECT_EQ(
      engine_text(one(with_windows(false, rail::EngineVerdict::kThinWindows)), {1, 2}),
      "engine: sequential; windows are too thin: 1,234 events per window (4 partitions, lookahead 3600 s, at "
      "most 1.8 times one thread)");
  rail::EngineUse use = with_windows(false, rail::EngineVerdict::kUnbalanced);
  use.counted.windows = 3;
  use.counted.events = 120;
  EXPECT_EQ(engine_text(one(use), {1, 2}),
            "engine: sequential, after parallel for 12 % of the events; one part of the network has too many "
            "of the "
            "events: 1,234 events per window (4 partitions, lookahead 3600 s, at most 1.8 times one thread)");
  use = {};
  use.tried = true;
  use.verdict = rail::EngineVerdict::kCannotBeDivided;
  EXPECT_EQ(engine_text(one(use), {1, 2}), "engine: sequential; the network cannot be divided");
}

TEST(EngineText, SaysHowManyReplicationsRanAtOnce) {
  EXPECT_EQ(
      engine_text(one({}), {2, 1}),
      "engine: sequential, 2 replications at once: no thread is left to divide one, so windows were not "
      "looked at");
  EXPECT_EQ(engine_text(one({}), {1, 1}), "engine: sequential, 1 replication at once");
  EXPECT_EQ(engine_text({}, {1, 1}), "engine: no replication was completed");
}

}  // namespace
}  // namespace cli
