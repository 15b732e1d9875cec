// Neither engine takes memory for an event once its vectors have grown to what a model needs.
#include <gtest/gtest.h>

#include "engine/parallel_engine.h"
#include "engine/sequential_engine.h"
#include "tests/engine/phold.h"
#include "tests/support/allocation_counter.h"

namespace des {
namespace {

constexpr SimTime kWarm{100'000};
constexpr SimTime kEnd{200'000};

template <class Engine>
void expect_none(Engine& engine) {
  engine.run_until(kWarm);
  const std::uint64_t events = engine.events_handled();
  const std::uint64_t before = support::allocations().count;
  engine.run_until(kEnd);
  EXPECT_EQ(support::allocations().count - before, 0U);
  EXPECT_GT(engine.events_handled() - events, 100'000U);
}

TEST(Allocations, AreCounted) {
  const std::uint64_t before = support::allocations().count;
  const auto number = std::make_unique<int>(5);
  EXPECT_EQ(support::allocations().count - before, 1U) << *number;
}

TEST(Allocations, NoneInTheSequentialEngine) {
  const PholdOptions options;
  Phold model(options);
  SequentialEngine<Phold> engine(model, options.entities);
  model.begin(engine);
  expect_none(engine);
}

// With the options that users get: a stretch of 64 entities has some 20 events a tick.
void expect_none_in_parallel(Backend backend) {
  PholdOptions options;
  options.events_each = 16;
  Phold model(options);
  std::vector<std::uint32_t> partition_of;
  for (EntityId e = 0; e < options.entities; ++e) partition_of.push_back(e % 4);
  const PartitionPlan plan(partition_of, 4, Phold::channels(options));
  const auto executor = make_executor(backend, 2);
  ParallelEngine<Phold> engine(model, nothing_done(options.entities), plan, *executor);
  model.begin(engine);
  expect_none(engine);
  EXPECT_GT(engine.statistics().events_per_window(), 100) << "no window is thin";
}

TEST(Allocations, NoneInTheParallelEngineOnOwnThreads) { expect_none_in_parallel(Backend::kJthread); }

TEST(Allocations, NoneInTheParallelEngineOnTbb) { expect_none_in_parallel(Backend::kTbb); }

}  // namespace
}  // namespace des
