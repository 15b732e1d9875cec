// A seeded renumbering of the entities, for events that differ in nothing but their ids.
//
// Ids break ties the same way in every run, which is repeatable but arbitrary: results that lean on it
// change under another numbering (McGlohon & Carothers 2021). Runs with several seeds show how much.
#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/event.h"
#include "engine/random_stream.h"

namespace des {

class TieBreak {
 public:
  TieBreak(std::size_t entities, std::uint64_t seed) : entity_(entities), rank_(entities) {
    std::iota(entity_.begin(), entity_.end(), EntityId{0});
    const RandomStream random(seed, 0);
    for (std::size_t i = entities; i > 1; --i) {
      std::swap(entity_[i - 1], entity_[random.words(i, 0, 0)[0] % i]);
    }
    for (std::size_t i = 0; i < entities; ++i) rank_[entity_[i]] = static_cast<EntityId>(i);
  }

  // The event as it is ordered, and back.
  Event ranked(Event event) const { return renumbered(event, rank_); }
  Event restored(Event event) const { return renumbered(event, entity_); }

 private:
  static Event renumbered(Event event, const std::vector<EntityId>& to) {
    constexpr std::uint64_t kHigh = 0xffffffff00000000U;
    event.place = (event.place & kHigh) | to[event.receiver()];
    event.origin = static_cast<std::uint64_t>(to[event.sender()]) << 32U | event.sequence();
    return event;
  }

  std::vector<EntityId> entity_, rank_;
};

}  // namespace des
