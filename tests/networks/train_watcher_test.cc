// Watching trains changes nothing, and what is seen is the records' story.
#include "models/train_watcher.h"

#include <gtest/gtest.h>

#include <array>

#include "models/watched_replication.h"
#include "tests/support/scenario_runs.h"

namespace networks {
namespace {

struct Counter : rail::TrainWatcher {
  std::array<std::int64_t, rail::kTrainEventKinds> counts{};
  std::int64_t last = 0;
  bool in_order = true;

  void see(const rail::TrainEvent& event) override {
    ++counts[static_cast<std::size_t>(event.kind)];
    in_order = in_order && event.time >= last;
    last = event.time;
  }
  std::int64_t of(rail::TrainEventKind kind) const { return counts[static_cast<std::size_t>(kind)]; }
};

class Watched : public testing::TestWithParam<const char*> {};

TEST_P(Watched, GivesTheSameBits) {
  const auto model = support::run(GetParam()).model;
  rail::ReplicationOptions options;
  options.seed = 3;
  options.record_trains = options.record_containers = true;
  const rail::Observations alone = rail::run_replication(*model, options);
  Counter counter;
  options.engine.choice = rail::EngineChoice::kParallel;  // a watcher has the sequential one all the same
  options.engine.threads = 2;
  const rail::Observations seen = rail::run_watched_replication(*model, options, counter);
  EXPECT_EQ(rail::canonical_bytes(*model, seen), rail::canonical_bytes(*model, alone));
  EXPECT_EQ(rail::canonical_record_bytes(seen), rail::canonical_record_bytes(alone));
  EXPECT_FALSE(seen.engine.parallel);
  EXPECT_TRUE(counter.in_order);
  using Kind = rail::TrainEventKind;
  EXPECT_GT(counter.of(Kind::kFormed), 0);
  EXPECT_GE(counter.of(Kind::kFormed), counter.of(Kind::kEnded));
  EXPECT_GE(counter.of(Kind::kReady), counter.of(Kind::kDeparted));
  EXPECT_GE(counter.of(Kind::kDeparted), counter.of(Kind::kArrived));
  EXPECT_GE(counter.of(Kind::kStageBegun), counter.of(Kind::kStageEnded));
  EXPECT_GE(counter.of(Kind::kLiftBegun), counter.of(Kind::kLiftEnded));
  EXPECT_GE(counter.of(Kind::kWaits), counter.of(Kind::kStageBegun) + counter.of(Kind::kLiftBegun));
}

INSTANTIATE_TEST_SUITE_P(Toys, Watched,
                         testing::Values("scenarios/toys/one_border.txtpb", "scenarios/toys/meets.txtpb",
                                         "scenarios/toys/fleets.txtpb", "scenarios/toys/rerouting.txtpb",
                                         "scenarios/toys/turned.txtpb"));

}  // namespace
}  // namespace networks
