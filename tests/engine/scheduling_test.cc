// What an entity may schedule. Misuse is a bug of ours: it aborts, naming time and entity.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "engine/sequential_engine.h"

namespace des {
namespace {

// Entity 7 does what the test says when its event at time 100, phase kRequest, is handled.
struct OneHandler {
  std::function<void(Scheduler&)> on_first;
  int handled = 0;

  void handle(const Event&, Scheduler& scheduler) {
    if (handled++ == 0) on_first(scheduler);
  }
};

constexpr EntityId kEntity = 7;
constexpr std::size_t kEntities = 8;

int events_handled_when(const std::function<void(Scheduler&)>& on_first) {
  OneHandler model{on_first};
  SequentialEngine<OneHandler> engine(model, kEntities);
  engine.as_entity(kEntity).schedule_self({100}, Phase::kRequest, 0);
  engine.run_until({1000});
  return model.handled;
}

TEST(Scheduling, LaterPhaseOfTheSameInstantIsAllowed) {
  EXPECT_EQ(events_handled_when([](Scheduler& s) { s.schedule_self({0}, Phase::kDispatch, 0); }), 2);
}

TEST(Scheduling, AnyPhaseOfALaterInstantIsAllowed) {
  EXPECT_EQ(events_handled_when([](Scheduler& s) { s.schedule_self({1}, Phase::kArrival, 0); }), 2);
}

TEST(Scheduling, PhaseIsAheadTellsWhatIsAllowed) {
  events_handled_when([](Scheduler& s) {
    EXPECT_FALSE(s.phase_is_ahead(Phase::kCompletion));
    EXPECT_FALSE(s.phase_is_ahead(Phase::kRequest));
    EXPECT_TRUE(s.phase_is_ahead(Phase::kDispatch));
  });
}

TEST(Scheduling, BeforeTheRunEveryPhaseIsAllowed) {
  OneHandler model{[](Scheduler&) {}};
  SequentialEngine<OneHandler> engine(model, kEntities);
  engine.as_entity(0).schedule_self({0}, Phase::kArrival, 0);
  EXPECT_EQ(engine.run_until({1}), StopReason::kQuiescent);
  EXPECT_EQ(model.handled, 1);
}

TEST(Scheduling, SendReachesTheReceiverOfTheChannel) {
  struct Receiver {
    EntityId seen = 0;
    EntityId sender = 0;
    void handle(const Event& event, Scheduler&) {
      seen = event.receiver();
      sender = event.sender();
    }
  } model;
  SequentialEngine<Receiver> engine(model, kEntities);
  engine.as_entity(3).send(Channel{5, {60}}, {60}, Phase::kArrival, 0);
  engine.run_until({61});
  EXPECT_EQ(model.seen, 5U);
  EXPECT_EQ(model.sender, 3U);
}

TEST(Scheduling, GoesOnWithALaterPhaseOfAnInstantThatIsOver) {
  const int handled = events_handled_when([](Scheduler& s) {
    ASSERT_TRUE(s.now_or_by_event(Phase::kDispatch, 0));
    EXPECT_FALSE(s.phase_is_ahead(Phase::kDispatch));
    EXPECT_EQ(s.events_handled(), 2U);
  });
  EXPECT_EQ(handled, 1);
}

// The later phase waits for what else comes at this instant.
TEST(Scheduling, ComesBackByEventToAnInstantThatIsNotOver) {
  const int handled = events_handled_when([](Scheduler& s) {
    s.schedule_self({0}, Phase::kDispatch, 0);
    ASSERT_FALSE(s.now_or_by_event(Phase::kGrant, 0));
    EXPECT_TRUE(s.phase_is_ahead(Phase::kDispatch));
    EXPECT_EQ(s.events_handled(), 1U);
  });
  EXPECT_EQ(handled, 3);
}

const char* const kWhere = "simulated time 100, entity 7";

TEST(SchedulingDeathTest, ThePast) {
  EXPECT_DEATH(events_handled_when([](Scheduler& s) { s.schedule_self({-1}, Phase::kGrant, 0); }), kWhere);
}

TEST(SchedulingDeathTest, ThePhaseBeingHandled) {
  EXPECT_DEATH(events_handled_when([](Scheduler& s) { s.schedule_self({0}, Phase::kRequest, 0); }), kWhere);
}

TEST(SchedulingDeathTest, AnEarlierPhaseOfTheSameInstant) {
  EXPECT_DEATH(events_handled_when([](Scheduler& s) { s.schedule_self({0}, Phase::kArrival, 0); }), kWhere);
}

TEST(SchedulingDeathTest, BelowTheLookaheadOfTheChannel) {
  EXPECT_DEATH(events_handled_when([](Scheduler& s) { s.send(Channel{1, {60}}, {59}, Phase::kArrival, 0); }),
               "below the declared lookahead");
}

TEST(CheckDeathTest, NamesTimeEntityMessageAndPlace) {
  EXPECT_DEATH(DES_CHECK(1 + 1 == 3, "arithmetic", SimTime{42}, EntityId{9}),
               "simulated time 42, entity 9: arithmetic .1 \\+ 1 == 3.*scheduling_test.cc");
}

TEST(CheckDeathTest, SaysWhatTheModelCallsAnEntity) {
  const EntityNamer namer = [](EntityId entity) { return "station " + std::to_string(entity); };
  const auto fail = [&namer] {
    const NamingScope named(&namer);
    fail_causality("too soon", {10}, {20}, 3, {5, {}, "train"});
  };
  EXPECT_DEATH(fail(), "entity 3 \"station 3\": too soon .receiver 5 \"station 5\", channel \"train\"");
  EXPECT_EQ(NamingScope::current(), nullptr);
}

TEST(SchedulingDeathTest, APhaseThatHasBegun) {
  EXPECT_DEATH(events_handled_when([](Scheduler& s) { s.now_or_by_event(Phase::kRequest, 0); }), kWhere);
}

#ifdef NDEBUG
TEST(Check, AssertIsOffInReleaseBuilds) { DES_ASSERT(false, "never seen", SimTime{0}, EntityId{0}); }
#else
TEST(CheckDeathTest, AssertIsOnInDebugBuilds) {
  EXPECT_DEATH(DES_ASSERT(false, "seen", SimTime{0}, EntityId{0}), "seen");
}
#endif

}  // namespace
}  // namespace des
