// The engines end, with a message that helps, when a model breaks what it has declared.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/parallel_engine.h"
#include "engine/sequential_engine.h"
#include "tests/engine/phold.h"

namespace des {
namespace {

// Entity 0 sends one event to entity 1, both of partitions of their own.
struct OneSender {
  Channel channel;
  Duration delay;
  void handle(const Event& event, Scheduler& scheduler) const {
    if (event.receiver() == 0) scheduler.send(channel, delay, Phase::kArrival, 0);
  }
};

void run_one_sender(const Channel& channel, Duration delay, const std::vector<DeclaredChannel>& declared) {
  OneSender model{channel, delay};
  const PartitionPlan plan({0, 1}, 2, declared);
  const auto executor = make_executor(Backend::kSerial, 1);
  ParallelEngine<OneSender> engine(model, nothing_done(2), plan, *executor);
  engine.as_entity(0).schedule_self({100}, Phase::kArrival, 0);
  engine.run_until({1000});
}

TEST(CausalityGuardDeathTest, BelowTheLookaheadOfTheChannel) {
  EXPECT_DEATH(run_one_sender({1, {60}, "train"}, {59}, {{0, {1, {60}, "train"}}}),
               "simulated time 159, entity 0: .*receiver 1, channel \"train\", not before 160");
}

TEST(CausalityGuardDeathTest, BelowWhatWasDeclaredForTheWay) {
  EXPECT_DEATH(run_one_sender({1, {10}, "train"}, {10}, {{0, {1, {60}, "train"}}}),
               "simulated time 110, entity 0: .*between two partitions .*receiver 1, channel \"train\", not "
               "before 160");
}

TEST(CausalityGuardDeathTest, OneTickBelowWhatWasDeclaredForTheWay) {
  run_one_sender({1, {60}, "train"}, {60}, {{0, {1, {60}, "train"}}});
  EXPECT_DEATH(run_one_sender({1, {59}, "train"}, {59}, {{0, {1, {60}, "train"}}}),
               "simulated time 159, entity 0: .*between two partitions .*not before 160");
}

// The quickest of several ways counts, in whatever order they are declared.
TEST(CausalityGuardDeathTest, BelowTheQuickestOfTwoWays) {
  const DeclaredChannel train{0, {1, {3600}, "train"}}, request{0, {1, {300}, "track request"}};
  for (const auto& declared : {std::vector{train, request}, std::vector{request, train}}) {
    run_one_sender({1, {300}, "track request"}, {300}, declared);
    EXPECT_DEATH(run_one_sender({1, {299}, "track request"}, {299}, declared),
                 "simulated time 399, entity 0: .*channel \"track request\", not before 400");
  }
}

TEST(CausalityGuardDeathTest, OverAChannelThatWasNotDeclared) {
  EXPECT_DEATH(run_one_sender({1, {60}, "train"}, {60}, {}), "entity 0: .*channel \"train\"");
}

// What a model does can never come that far: the first guard stands before. An engine that lost an event can.
TEST(CausalityGuardDeathTest, BehindTheBoundOfTheReceiver) {
  Phold model({});
  const PartitionPlan plan({0, 1}, 2, {{0, {1, {60}, "train"}}});
  const auto executor = make_executor(Backend::kSerial, 1);
  EngineState late = nothing_done(2);
  late.now = {500};
  late.pending.push_back({{499}, 1, 0, 0, 0, 0, 0});  // from entity 0 for entity 1
  ParallelEngine<Phold> engine(model, late, plan, *executor);
  EXPECT_DEATH(engine.run_until({1000}),
               "simulated time 499, entity 0: .*receiver 1, channel \"train\", not before 500");
}

// One partition, where no guard between partitions looks.
void run_declared(const Channel& channel, const DeclaredChannels& declared) {
  OneSender model{channel, {500}};
  const PartitionPlan plan({0, 0}, 1, {});
  const auto executor = make_executor(Backend::kSerial, 1);
  ParallelOptions how;
  how.declared = &declared;
  ParallelEngine<OneSender> engine(model, nothing_done(2), plan, *executor, how);
  engine.as_entity(0).schedule_self({100}, Phase::kArrival, 0);
  engine.run_until({1000});
}

void run_declared_sequentially(const Channel& channel, const DeclaredChannels& declared) {
  OneSender model{channel, {500}};
  SequentialEngine<OneSender> engine(model, 2);
  engine.check_channels(&declared);
  engine.as_entity(0).schedule_self({100}, Phase::kArrival, 0);
  engine.run_until({1000});
}

TEST(DeclaredChannelsDeathTest, WhatIsSentIsLookedUpBySenderReceiverAndName) {
  const DeclaredChannels declared({{0, {1, {400}, "train"}},
                                   {0, {1, {300}, "train"}},
                                   {1, {0, {200}, "train"}},
                                   {0, {1, {60}, "grant"}}});
  for (const auto run : {run_declared, run_declared_sequentially}) {
    run({1, {300}, "train"}, declared);
    run({1, {60}, "grant"}, declared);
    EXPECT_DEATH(run({1, {400}, "advice"}, declared),
                 "simulated time 100, entity 0: .*not declared .receiver 1, channel \"advice\"");
    EXPECT_DEATH(run({1, {299}, "train"}, declared),
                 "simulated time 399, entity 0: .*longer lookahead .*channel \"train\", not before 400");
  }
}

// Two threads work, and it is the helper's entity that fails.
void fail_on_another_thread() {
  const EntityNamer namer = [](EntityId entity) { return entity == 0 ? "Brest" : "Dostyk"; };
  const NamingScope named(&namer);
  OneSender model{{1, {59}, "train"}, {59}};
  const PartitionPlan plan({0, 1, 2}, 3, {{0, {1, {60}, "train"}}}, {1, 0, 9});
  const auto executor = make_executor(Backend::kJthread, 2);
  ParallelOptions how;
  how.least_events_per_window = 0;
  ParallelEngine<OneSender> engine(model, nothing_done(3), plan, *executor, how);
  engine.as_entity(0).schedule_self({100}, Phase::kArrival, 0);
  engine.run_until({1000});
}

TEST(CausalityGuardDeathTest, NamesStationsOnAnyThread) {
  EXPECT_DEATH(fail_on_another_thread(), "entity 0 \"Brest\": .*receiver 1 \"Dostyk\"");
}

// From entity 0 for `receiver`, one tick before the time that its partition has reached.
void run_with_late_event(EntityId receiver) {
  Phold model({});
  const PartitionPlan plan(
      {0, 0, 1, 1}, 2,
      {{0, {2, {3600}, "train"}}, {1, {3, {300}, "track request"}}, {0, {2, {900}, "train coming"}}});
  const auto executor = make_executor(Backend::kSerial, 1);
  EngineState late = nothing_done(4);
  late.now = {500};
  late.pending.push_back({{499}, receiver, 0, 0, 0, 0, 0});
  ParallelEngine<Phold>(model, late, plan, *executor).run_until({1000});
}

// Not the quickest between their partitions, which is somebody else's.
TEST(CausalityGuardDeathTest, NamesTheChannelsBetweenTheTwoEntities) {
  EXPECT_DEATH(run_with_late_event(2), "receiver 2, channel \"train\" or \"train coming\", not before 500");
  EXPECT_DEATH(run_with_late_event(3), "receiver 3, channel \"undeclared\", not before 500");
}

}  // namespace
}  // namespace des
