// The reference engine: why runs end, where the clock stands, and one decision per entity and instant.
#include "engine/sequential_engine.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace des {
namespace {

// Ticks every `period` for ever; remembers when.
struct Clock {
  std::int64_t period = 10;
  std::atomic<bool>* interrupt_at_third = nullptr;
  std::vector<std::int64_t> ticks;

  void handle(const Event& event, Scheduler& scheduler) {
    ticks.push_back(event.time.ticks);
    if (interrupt_at_third != nullptr && ticks.size() == 3) interrupt_at_third->store(true);
    scheduler.schedule_self({period}, Phase::kArrival, 0);
  }
};

TEST(SequentialEngine, AnEventAtTheHorizonIsLeftForTheNextCall) {
  Clock clock;
  SequentialEngine<Clock> engine(clock, 1);
  engine.as_entity(0).schedule_self({10}, Phase::kArrival, 0);
  EXPECT_EQ(engine.run_until({30}), StopReason::kHorizon);
  EXPECT_EQ(clock.ticks, (std::vector<std::int64_t>{10, 20}));
  EXPECT_EQ(engine.now(), SimTime{30});
  EXPECT_EQ(engine.run_until({31}), StopReason::kHorizon);
  EXPECT_EQ(clock.ticks, (std::vector<std::int64_t>{10, 20, 30}));
  EXPECT_EQ(engine.events_handled(), 3U);
}

TEST(SequentialEngine, WithoutEventsItIsQuiescentAndTheClockStandsAtTheHorizon) {
  Clock clock;
  SequentialEngine<Clock> engine(clock, 1);
  EXPECT_EQ(engine.run_until({1000}), StopReason::kQuiescent);
  EXPECT_EQ(engine.now(), SimTime{1000});
}

TEST(SequentialEngine, EventLimitLeavesTheRestPending) {
  Clock clock;
  SequentialEngine<Clock> engine(clock, 1);
  engine.as_entity(0).schedule_self({10}, Phase::kArrival, 0);
  EXPECT_EQ(engine.run_until({1000}, {.events = 5, .interrupt = nullptr}), StopReason::kEventLimit);
  EXPECT_EQ(clock.ticks.size(), 5U);
  EXPECT_EQ(engine.now(), SimTime{50});
  EXPECT_EQ(engine.run_until({100}), StopReason::kHorizon);
  EXPECT_EQ(clock.ticks.size(), 9U);
}

TEST(SequentialEngine, AnInterruptEndsAnEndlessRunSoon) {
  std::atomic<bool> interrupt = false;
  Clock clock;
  clock.period = 1;
  clock.interrupt_at_third = &interrupt;
  SequentialEngine<Clock> engine(clock, 1);
  engine.as_entity(0).schedule_self({0}, Phase::kArrival, 0);
  EXPECT_EQ(engine.run_until(kNever, {.events = 0, .interrupt = &interrupt}), StopReason::kInterrupted);
  EXPECT_GE(clock.ticks.size(), 3U);
  EXPECT_LE(clock.ticks.size(), 10000U);
}

TEST(SequentialEngine, AnInterruptBeforeTheRunHandlesNothing) {
  std::atomic<bool> interrupt = true;
  Clock clock;
  SequentialEngine<Clock> engine(clock, 1);
  engine.as_entity(0).schedule_self({0}, Phase::kArrival, 0);
  EXPECT_EQ(engine.run_until({100}, {.events = 0, .interrupt = &interrupt}), StopReason::kInterrupted);
  EXPECT_TRUE(clock.ticks.empty());
}

// Stopping on the way changes nothing: the same ticks in one call or in several.
RC_GTEST_PROP(SequentialEngine, CallsOnTheWayChangeNothing, ()) {
  const auto stops = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 500));
  Clock whole;
  SequentialEngine<Clock> whole_engine(whole, 1);
  whole_engine.as_entity(0).schedule_self({7}, Phase::kArrival, 0);
  whole_engine.run_until({500});

  Clock parts;
  SequentialEngine<Clock> parts_engine(parts, 1);
  parts_engine.as_entity(0).schedule_self({7}, Phase::kArrival, 0);
  std::int64_t latest = 0;
  for (const int stop : stops) {
    latest = std::max<std::int64_t>(latest, stop);
    parts_engine.run_until({latest});
  }
  parts_engine.run_until({500});
  RC_ASSERT(parts.ticks == whole.ticks);
}

// Entity 0 decides once an instant, in the dispatch phase, about all requests of that instant.
struct Dispatcher {
  std::vector<EntityId> waiting;
  bool dirty = false;
  std::string log;  // "time:a,b; " per decision

  void handle(const Event& event, Scheduler& scheduler) {
    if (event.phase() == Phase::kDispatch) {
      decide(event.time);
      return;
    }
    waiting.push_back(event.sender());
    if (!dirty) scheduler.schedule_self({0}, Phase::kDispatch, 0);
    dirty = true;
  }

  void decide(SimTime now) {
    log += std::to_string(now.ticks) + ":";
    for (const EntityId sender : waiting) log += std::to_string(sender) + ",";
    log += " ";
    waiting.clear();
    dirty = false;
  }
};

struct Request {
  EntityId sender;
  std::int64_t time;
};

std::string decisions(const std::vector<Request>& requests) {
  Dispatcher dispatcher;
  SequentialEngine<Dispatcher> engine(dispatcher, 10);
  for (const Request& request : requests) {
    engine.as_entity(request.sender).send(Channel{0, {0}}, {request.time}, Phase::kRequest, 0);
  }
  engine.run_until({100});
  return dispatcher.log;
}

TEST(SequentialEngine, OneDecisionPerInstantSeesAllRequestsOfTheInstant) {
  EXPECT_EQ(decisions({{3, 5}, {1, 5}, {2, 7}, {9, 5}}), "5:1,3,9, 7:2, ");
}

// Requests of distinct senders may be scheduled in any order: the decisions are the same.
RC_GTEST_PROP(SequentialEngine, DecisionsDoNotDependOnTheOrderOfScheduling, ()) {
  std::vector<Request> requests;
  for (EntityId sender = 1; sender < 10; ++sender) requests.push_back({sender, *rc::gen::inRange(0, 3)});
  const std::string expected = decisions(requests);
  const auto places = *rc::gen::container<std::vector<unsigned>>(10, rc::gen::arbitrary<unsigned>());
  std::sort(requests.begin(), requests.end(),
            [&](const Request& x, const Request& y) { return places[x.sender] < places[y.sender]; });
  RC_ASSERT(decisions(requests) == expected);
}

}  // namespace
}  // namespace des
