// The total order of events, and that the heap keeps it whatever the order of insertion.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "engine/event.h"
#include "engine/event_heap.h"

namespace des {
namespace {

Event make_event(std::int64_t time, Phase phase, EntityId receiver, EntityId sender, std::uint32_t sequence) {
  Event event;
  event.time = SimTime{time};
  event.place = (static_cast<std::uint64_t>(phase) << 32U) | receiver;
  event.origin = (static_cast<std::uint64_t>(sender) << 32U) | sequence;
  return event;
}

// The documented order, written down a second time.
auto documented_key(const Event& event) {
  return std::make_tuple(event.time.ticks, static_cast<int>(event.phase()), event.receiver(), event.sender(),
                         event.sequence());
}

// Few values each, so that ties in every part of the key are common; the sequence makes events distinct.
std::vector<Event> draw_events() {
  using Parts = std::tuple<int, int, int, int>;
  const auto parts = *rc::gen::container<std::vector<Parts>>(rc::gen::tuple(
      rc::gen::inRange(-2, 3), rc::gen::inRange(0, kPhases), rc::gen::inRange(0, 4), rc::gen::inRange(0, 4)));
  std::vector<Event> events;
  for (const auto& [time, phase, receiver, sender] : parts) {
    events.push_back(make_event(time, static_cast<Phase>(phase), static_cast<EntityId>(receiver),
                                static_cast<EntityId>(sender), static_cast<std::uint32_t>(events.size())));
  }
  return events;
}

void sort_as_documented(std::vector<Event>& events) {
  std::sort(events.begin(), events.end(),
            [](const Event& x, const Event& y) { return documented_key(x) < documented_key(y); });
}

auto keys_of(const std::vector<Event>& events) {
  std::vector<decltype(documented_key(Event{}))> keys;
  for (const Event& event : events) keys.push_back(documented_key(event));
  return keys;
}

TEST(Event, PartsAreReadBackAsPutIn) {
  const Event event = make_event(7, Phase::kDispatch, 4000000000U, 3000000000U, 4294967295U);
  EXPECT_EQ(event.phase(), Phase::kDispatch);
  EXPECT_EQ(event.receiver(), 4000000000U);
  EXPECT_EQ(event.sender(), 3000000000U);
  EXPECT_EQ(event.sequence(), 4294967295U);
}

// Each event differs from the one before in one part, from the most to the least significant.
TEST(Event, TimeThenPhaseThenReceiverThenSenderThenSequence) {
  const std::vector<Event> ascending = {
      make_event(-1, Phase::kGrant, 9, 9, 9),     make_event(0, Phase::kArrival, 9, 9, 9),
      make_event(0, Phase::kCompletion, 8, 9, 9), make_event(0, Phase::kCompletion, 9, 8, 9),
      make_event(0, Phase::kCompletion, 9, 9, 8), make_event(0, Phase::kCompletion, 9, 9, 9),
  };
  for (std::size_t i = 0; i + 1 < ascending.size(); ++i) {
    EXPECT_TRUE(ascending[i] < ascending[i + 1]) << i;
    EXPECT_FALSE(ascending[i + 1] < ascending[i]) << i;
  }
}

RC_GTEST_PROP(Event, OrderIsTheDocumentedOne, ()) {
  for (const Event& x : draw_events()) {
    for (const Event& y : draw_events()) RC_ASSERT((x < y) == (documented_key(x) < documented_key(y)));
  }
}

RC_GTEST_PROP(EventHeap, PopsInTheDocumentedOrderWhateverTheOrderOfInsertion, ()) {
  std::vector<Event> events = draw_events();
  const auto places =
      *rc::gen::container<std::vector<unsigned>>(events.size(), rc::gen::arbitrary<unsigned>());
  std::vector<std::size_t> insertion(events.size());
  for (std::size_t i = 0; i < insertion.size(); ++i) insertion[i] = i;
  std::sort(insertion.begin(), insertion.end(),
            [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });

  EventHeap heap;
  for (const std::size_t i : insertion) heap.push(events[i]);
  std::vector<Event> popped;
  while (!heap.empty()) popped.push_back(heap.pop());

  sort_as_documented(events);
  RC_ASSERT(keys_of(popped) == keys_of(events));
}

// Pushes and pops mixed, against a sorted vector.
RC_GTEST_PROP(EventHeap, MixedPushesAndPopsGiveTheLeastEachTime, ()) {
  EventHeap heap;
  std::vector<Event> yardstick;
  for (const Event& event : draw_events()) {
    heap.push(event);
    yardstick.push_back(event);
    sort_as_documented(yardstick);
    if (*rc::gen::inRange(0, 3) == 0) {
      RC_ASSERT(documented_key(heap.least()) == documented_key(yardstick.front()));
      RC_ASSERT(documented_key(heap.pop()) == documented_key(yardstick.front()));
      yardstick.erase(yardstick.begin());
    }
    RC_ASSERT(heap.size() == yardstick.size());
  }
}

TEST(EventHeap, CarriesKindAndPayload) {
  Event event = make_event(1, Phase::kRequest, 2, 3, 4);
  event.kind = 5;
  event.a = 6;
  event.b = 7;
  event.c = 8;
  EventHeap heap;
  heap.push(make_event(2, Phase::kArrival, 0, 0, 0));
  heap.push(event);
  const Event least = heap.pop();
  EXPECT_EQ(least.kind, 5U);
  EXPECT_EQ(least.a, 6U);
  EXPECT_EQ(least.b, 7U);
  EXPECT_EQ(least.c, 8U);
}

}  // namespace
}  // namespace des
