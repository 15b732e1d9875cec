// Journeys of containers as they were recorded, leg by leg.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "models/model.h"
#include "models/observations.h"

namespace studies {

// Containers of one origin and destination that arrived, and were recorded from their first leg on.
struct RecordedJourneys {
  struct Leg {
    std::uint32_t from = rail::kNone, to = rail::kNone;  // points
    rail::Account account{};                             // container-seconds
  };
  std::vector<std::int64_t> transit_s;  // first departure to arrival, ascending
  // Of each its legs, in their order; by time from release to arrival, then by identity.
  std::vector<std::vector<const rail::ContainerLeg*>> each;
  // Of the sequence of legs that most of them took.
  std::vector<Leg> legs;
  std::int64_t containers = 0;
};

// By origin and destination (points).
std::map<std::pair<std::uint32_t, std::uint32_t>, RecordedJourneys> recorded_journeys(
    const rail::ModelInput& input, const std::vector<rail::ContainerLeg>& legs);

}  // namespace studies
