// The parallel engine gives every entity the same events in the same order as the sequential one, whatever
// the partitions, the threads, the executor and the order of work within a window.
#include "engine/parallel_engine.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "engine/sequential_engine.h"
#include "tests/engine/phold.h"

namespace des {
namespace {

constexpr SimTime kEnd{4'000};

using Hashes = std::vector<std::uint64_t>;

Hashes sequentially(const PholdOptions& options, const TieBreak* ties = nullptr) {
  Phold model(options);
  SequentialEngine<Phold> engine(model, options.entities, ties);
  model.begin(engine);
  engine.run_until(kEnd);
  return model.seen();
}

std::uint64_t events_sequentially(const PholdOptions& options) {
  Phold model(options);
  SequentialEngine<Phold> engine(model, options.entities);
  model.begin(engine);
  engine.run_until(kEnd);
  return engine.events_handled();
}

Hashes in_parallel(const PholdOptions& options, const PartitionPlan& plan, Executor& executor,
                   const ParallelOptions& how = {}) {
  Phold model(options);
  ParallelEngine<Phold> engine(model, nothing_done(options.entities), plan, executor, how);
  model.begin(engine);
  engine.run_until(kEnd);
  return model.seen();
}

PartitionPlan dealt_out(const PholdOptions& options, std::uint32_t partitions, std::uint64_t seed) {
  const RandomStream random(seed, 0);
  std::vector<std::uint32_t> partition_of(options.entities);
  for (EntityId e = 0; e < options.entities; ++e)
    partition_of[e] = static_cast<std::uint32_t>(random.words(e, 0, 0)[0] % partitions);
  return {partition_of, partitions, Phold::channels(options)};
}

using Case = std::tuple<Backend, int>;

class ParallelEngineOn : public testing::TestWithParam<Case> {};

TEST_P(ParallelEngineOn, GivesTheSameEventsAsTheSequentialEngine) {
  const auto [backend, threads] = GetParam();
  const auto executor = make_executor(backend, threads);
  for (const double remote : {0.1, 1.0}) {
    PholdOptions options;
    options.remote = remote;
    options.decides = true;
    const Hashes expected = sequentially(options);
    for (const std::uint64_t seed : {1, 2, 3}) {
      ParallelOptions how;
      how.least_events_per_window = 0;
      how.shuffle_seed = seed;
      const PartitionPlan plan = dealt_out(options, static_cast<std::uint32_t>(2 * threads + 1), seed);
      EXPECT_EQ(in_parallel(options, plan, *executor, how), expected) << "partition seed " << seed;
    }
  }
}

std::string case_name(const testing::TestParamInfo<Case>& tested) {
  // TBB has no more threads than the machine.
  static const char* const kNames[] = {"tbb_at_most", "jthread", "serial"};
  return std::string(kNames[static_cast<int>(std::get<0>(tested.param))]) + "_" +
         std::to_string(std::get<1>(tested.param));
}

INSTANTIATE_TEST_SUITE_P(Backends, ParallelEngineOn,
                         testing::Values(Case{Backend::kSerial, 1}, Case{Backend::kJthread, 2},
                                         Case{Backend::kJthread, 3}, Case{Backend::kJthread, 8},
                                         Case{Backend::kJthread, 16}, Case{Backend::kTbb, 2},
                                         Case{Backend::kTbb, 8}),
                         case_name);

RC_GTEST_PROP(ParallelEngine, AnyPartitionGivesTheSameEvents, ()) {
  PholdOptions options;
  options.entities = *rc::gen::inRange<EntityId>(1, 20);
  options.events_each = *rc::gen::inRange(0, 4);
  options.lookahead = *rc::gen::inRange(1, 2000);
  options.mean_extra = *rc::gen::inRange(1, 3000);
  options.seed = *rc::gen::inRange(1, 1000);
  options.decides = *rc::gen::arbitrary<bool>();
  const auto partitions = *rc::gen::inRange<std::uint32_t>(1, 6);
  const auto executor = make_executor(Backend::kSerial, 1);
  const PartitionPlan plan = dealt_out(options, partitions, options.seed);
  RC_ASSERT(in_parallel(options, plan, *executor) == sequentially(options));
}

// From one engine to the other and back, at any instants.
RC_GTEST_PROP(ParallelEngine, EnginesMayTakeTurns, ()) {
  PholdOptions options;
  options.decides = true;
  const auto first = *rc::gen::inRange<std::int64_t>(0, kEnd.ticks);
  const auto second = *rc::gen::inRange<std::int64_t>(first, kEnd.ticks);
  Phold model(options);
  SequentialEngine<Phold> before(model, options.entities);
  model.begin(before);
  before.run_until({first});
  const auto executor = make_executor(Backend::kSerial, 1);
  const PartitionPlan plan = dealt_out(options, 5, 1);
  ParallelEngine<Phold> between(model, before.take_state(), plan, *executor);
  between.run_until({second});
  SequentialEngine<Phold> after(model, between.take_state());
  after.run_until(kEnd);
  RC_ASSERT(model.seen() == sequentially(options));
}

TEST(ParallelEngine, BreaksTiesLikeTheSequentialEngine) {
  PholdOptions options;
  options.mean_extra = 3;
  const TieBreak ties(options.entities, 7);
  ParallelOptions how;
  how.ties = &ties;
  const auto executor = make_executor(Backend::kSerial, 1);
  const Hashes expected = sequentially(options, &ties);
  ASSERT_NE(expected, sequentially(options)) << "another numbering is another order";
  EXPECT_EQ(in_parallel(options, dealt_out(options, 5, 1), *executor, how), expected);
}

TEST(ParallelEngine, CountsWindowsAndEvents) {
  PholdOptions options;
  options.lookahead = 50;
  Phold model(options);
  const PartitionPlan plan = dealt_out(options, 4, 1);
  const auto executor = make_executor(Backend::kSerial, 1);
  ParallelOptions how;
  how.least_events_per_window = 0;
  ParallelEngine<Phold> engine(model, nothing_done(options.entities), plan, *executor, how);
  model.begin(engine);
  EXPECT_EQ(engine.run_until(kEnd), StopReason::kHorizon);
  const WindowStatistics seen = engine.statistics();
  EXPECT_EQ(seen.events, events_sequentially(options));
  // Every partition is always busy here, so windows are about as long as the lookahead.
  EXPECT_NEAR(static_cast<double>(seen.windows), 80, 4);
  EXPECT_GE(seen.critical_events, seen.events / 4);
  EXPECT_LT(seen.critical_events, seen.events);
}

// The run in so many calls, as a watchdog makes it.
WindowStatistics in_legs(int legs, Duration whole) {
  PholdOptions options;
  options.lookahead = 200'000;
  options.mean_extra = 0.001;
  constexpr std::int64_t kLong = 100'000'000;
  Phold model(options);
  const PartitionPlan plan = dealt_out(options, 2, 1);
  const auto executor = make_executor(Backend::kSerial, 1);
  ParallelOptions how;
  how.whole = whole;
  ParallelEngine<Phold> engine(model, nothing_done(options.entities), plan, *executor, how);
  model.begin(engine);
  for (int leg = 1; leg <= legs; ++leg) engine.run_until({kLong * leg / legs});
  return engine.statistics();
}

// Each end of a leg can cut a window in two, and that is all.
TEST(ParallelEngine, WindowsAreAsLongWhenTheRunIsCutIntoLegs) {
  const WindowStatistics uncut = in_legs(1, {});
  const WindowStatistics cut = in_legs(100, {100'000'000});
  EXPECT_EQ(cut.events, uncut.events);
  EXPECT_NEAR(static_cast<double>(uncut.windows), 500, 10) << "as many as lookahead makes";
  EXPECT_LE(cut.windows, uncut.windows + 100);
}

// Entities that only ever reach themselves, once a second; the one with `stop_at` raises the flag there.
struct Alone {
  std::atomic<bool>* interrupt = nullptr;
  std::int64_t stop_at = 0;
  std::array<std::int64_t, 2> last{};
  void handle(const Event& event, Scheduler& scheduler) {
    last[event.receiver()] = event.time.ticks;
    if (event.receiver() == 0 && event.time.ticks == stop_at) interrupt->store(true);
    if (event.receiver() == 1 && event.time.ticks == throw_at) throw std::runtime_error("at a station");
    scheduler.schedule_self({1}, Phase::kArrival, 0);
  }
  std::int64_t throw_at = -1;
};

void begin(ParallelEngine<Alone>& engine) {
  for (EntityId e = 0; e < 2; ++e) engine.as_entity(e).schedule_self({1}, Phase::kArrival, 0);
}

// Nothing connects the two, so only their length ends windows.
TEST(ParallelEngine, StopsBetweenWindowsAndGoesOn) {
  std::atomic<bool> interrupt{false};
  Alone model{&interrupt, 300'000};
  const PartitionPlan plan({0, 1}, 2, {});
  const auto executor = make_executor(Backend::kJthread, 2);
  ParallelEngine<Alone> engine(model, nothing_done(2), plan, *executor);
  begin(engine);
  EXPECT_EQ(engine.run_until({1'000'000}, {.interrupt = &interrupt}), StopReason::kInterrupted);
  EXPECT_LT(model.last[0], 310'000);
  EXPECT_EQ(engine.now().ticks, std::min(model.last[0], model.last[1]) + 1) << "before all that is left";
  interrupt = false;
  EXPECT_EQ(engine.run_until({1'000'000}, {.interrupt = &interrupt}), StopReason::kHorizon);
  EXPECT_EQ(model.last, (std::array<std::int64_t, 2>{999'999, 999'999}));
  EXPECT_EQ(engine.events_handled(), 2u * 999'999);
  EXPECT_EQ(engine.counts(1).handled, 999'999u);
}

// All entities of a partition are busy at every instant, and a window holds an instant at least.
struct Crowd {
  std::atomic<bool>* interrupt = nullptr;
  std::uint64_t after_interrupt = 0;
  void handle(const Event& event, Scheduler& scheduler) {
    if (event.receiver() == 0 && event.time.ticks == 10) interrupt->store(true);
    if (*interrupt) ++after_interrupt;
    scheduler.schedule_self({1}, Phase::kArrival, 0);
  }
};

TEST(ParallelEngine, StopsWithinAWindowOfManyEvents) {
  constexpr EntityId kCrowd = 50'000;
  std::atomic<bool> interrupt{false};
  Crowd model{&interrupt};
  const PartitionPlan plan(std::vector<std::uint32_t>(kCrowd, 0), 1, {});
  const auto executor = make_executor(Backend::kSerial, 1);
  ParallelEngine<Crowd> engine(model, nothing_done(kCrowd), plan, *executor);
  for (EntityId e = 0; e < kCrowd; ++e) engine.as_entity(e).schedule_self({1}, Phase::kArrival, 0);
  EXPECT_EQ(engine.run_until({100}, {.interrupt = &interrupt}), StopReason::kInterrupted);
  EXPECT_LT(model.after_interrupt, 10'000u) << "of 50,000 in the window";
}

// Called for one tick first: windows are a small part of the longest call, not of the first.
TEST(ParallelEngine, AShortFirstCallMakesNoShortWindows) {
  Alone model;
  std::atomic<bool> interrupt{false};
  model.interrupt = &interrupt;
  const PartitionPlan plan({0, 1}, 2, {});
  const auto executor = make_executor(Backend::kSerial, 1);
  ParallelEngine<Alone> engine(model, nothing_done(2), plan, *executor);
  begin(engine);
  engine.run_until({1});
  engine.run_until({100'000});
  EXPECT_LT(engine.statistics().windows, 200u);
}

TEST(ParallelEngine, SharesWindowsOfPartitionsThatNothingConnects) {
  std::atomic<bool> interrupt{false};
  Alone model{&interrupt, -1};
  const PartitionPlan plan({0, 1}, 2, {});
  const auto executor = make_executor(Backend::kJthread, 2);
  ParallelEngine<Alone> engine(model, nothing_done(2), plan, *executor);
  begin(engine);
  engine.run_until({100'000});
  EXPECT_GE(engine.statistics().shared_windows, 1u);
  EXPECT_LT(engine.statistics().busiest_events, 110'000u) << "of 200,000: all but the first window is shared";
}

// Notes who is handled when, once at each of 20 instants.
struct Order {
  std::vector<EntityId> seen;
  void handle(const Event& event, Scheduler& scheduler) {
    seen.push_back(event.receiver());
    if (event.time.ticks < 20) scheduler.schedule_self({1}, Phase::kArrival, 0);
  }
};

std::vector<EntityId> order_of_work(std::uint64_t shuffle_seed) {
  Order model;
  std::vector<DeclaredChannel> ring;
  for (EntityId e = 0; e < 6; ++e) ring.push_back({e, {(e + 1) % 6, {1}, "next"}});
  const PartitionPlan plan({0, 1, 2, 3, 4, 5}, 6, ring);
  const auto executor = make_executor(Backend::kSerial, 1);
  ParallelOptions how;
  how.shuffle_seed = shuffle_seed;
  ParallelEngine<Order> engine(model, nothing_done(6), plan, *executor, how);
  for (EntityId e = 0; e < 6; ++e) engine.as_entity(e).schedule_self({1}, Phase::kArrival, 0);
  engine.run_until({100});
  return model.seen;
}

// Otherwise tests of "any order of work" would try the same one again and again.
TEST(ParallelEngine, SeedsAreOrdersOfWorkWithinAWindow) {
  const std::vector<EntityId> usual = order_of_work(0), first = order_of_work(1), second = order_of_work(2);
  ASSERT_EQ(usual.size(), 120u);
  EXPECT_NE(first, usual);
  EXPECT_NE(second, usual);
  EXPECT_NE(first, second);
  EXPECT_EQ(first, order_of_work(1));
  EXPECT_FALSE(std::equal(first.begin(), first.begin() + 6, first.begin() + 6))
      << "another one in each window";
}

TEST_P(ParallelEngineOn, PassesOnWhatAModelThrows) {
  const auto [backend, threads] = GetParam();
  std::atomic<bool> interrupt{false};
  Alone model{&interrupt, -1};
  model.throw_at = 5000;
  const PartitionPlan plan({0, 1}, 2, {});
  const auto executor = make_executor(backend, threads);
  ParallelEngine<Alone> engine(model, nothing_done(2), plan, *executor);
  begin(engine);
  EXPECT_THROW(engine.run_until({100'000}), std::runtime_error);
}

}  // namespace
}  // namespace des
