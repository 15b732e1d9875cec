// PHOLD (Fujimoto 1990) as the peers were measured with: 16 events an entity; each one sends one on to
// itself or to a random entity, after lookahead + Exp(1 - lookahead) units of time.
#pragma once

#include <cstdint>
#include <vector>

#include "bench/delays.h"
#include "engine/channel.h"
#include "engine/partition_plan.h"
#include "engine/scheduler.h"

namespace bench {

constexpr std::int64_t kUnit = 1000;  // ticks
constexpr int kEventsEach = 16;

struct PholdCase {
  des::EntityId entities = 1000;
  std::uint64_t remote_percent = 100;
  std::int64_t lookahead = 100;  // ticks
};

// What an event does next; the same work in every loop. One stream of numbers per entity.
class PholdDraws {
 public:
  explicit PholdDraws(const PholdCase& which) : which_(which), state_(which.entities) {
    for (des::EntityId e = 0; e < which.entities; ++e) state_[e] = des::mix(e, 1);
  }

  struct Next {
    des::EntityId receiver;
    std::int64_t delay;
  };
  Next next(des::EntityId self) {
    const std::uint64_t word = state_[self] = state_[self] * 6364136223846793005U + 1442695040888963407U;
    const bool remote = (word >> 33U) % 100 < which_.remote_percent;
    const auto other = static_cast<des::EntityId>(((word >> 32U) * which_.entities) >> 32U);
    const std::int64_t extra = delays_.at(word >> 20U) * (kUnit - which_.lookahead) / kUnit;
    return {remote ? other : self, which_.lookahead + extra};
  }

 private:
  PholdCase which_;
  Delays delays_;
  std::vector<std::uint64_t> state_;
};

class Phold {
 public:
  explicit Phold(const PholdCase& which) : which_(which), draws_(which) {}

  template <class Engine>
  void begin(Engine& engine) {
    for (des::EntityId entity = 0; entity < which_.entities; ++entity) {
      for (int i = 0; i < kEventsEach; ++i) send_on(entity, engine.as_entity(entity));
    }
  }
  void handle(const des::Event& event, des::Scheduler& scheduler) { send_on(event.receiver(), scheduler); }

 private:
  void send_on(des::EntityId self, des::Scheduler& scheduler) {
    const PholdDraws::Next next = draws_.next(self);
    scheduler.send({next.receiver, des::Duration{which_.lookahead}, "phold"}, des::Duration{next.delay},
                   des::Phase::kCompletion, 0);
  }

  PholdCase which_;
  PholdDraws draws_;
};

// Consecutive entities in equal parts. Of the channels, which join everybody to everybody, one per pair of
// partitions is enough to declare.
inline des::PartitionPlan equal_parts(const PholdCase& which, std::uint32_t partitions) {
  std::vector<std::uint32_t> partition_of(which.entities);
  std::vector<des::EntityId> one_of(partitions);
  for (des::EntityId e = 0; e < which.entities; ++e) {
    partition_of[e] = static_cast<std::uint32_t>(static_cast<std::uint64_t>(e) * partitions / which.entities);
    one_of[partition_of[e]] = e;
  }
  std::vector<des::DeclaredChannel> channels;
  for (const des::EntityId from : one_of) {
    for (const des::EntityId to : one_of)
      if (from != to) channels.push_back({from, {to, des::Duration{which.lookahead}, "phold"}});
  }
  return {partition_of, partitions, channels};
}

}  // namespace bench
