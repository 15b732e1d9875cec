// What one container did from its release to its arrival, step by step: where it stood or ran, and for which
// cause. Made of the records of its legs, and of the stops of the trains that carried it.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "models/observations.h"

namespace studies {

// Recorded stops by train, in their order.
class TrainStops {
 public:
  using Stops = std::vector<const rail::TrainStop*>;

  explicit TrainStops(const std::vector<rail::TrainStop>& stops);
  // Of a train from where it was made to where it ended. Empty: not recorded, or it came to some point twice.
  const Stops& of(std::uint64_t train) const;

 private:
  std::map<std::uint64_t, Stops> stops_;
};

struct ContainerStep {
  std::uint32_t from = rail::kNone, to = rail::kNone;  // points; equal: it stood there
  std::uint8_t cause = 0;                              // rail::Cause
  std::int64_t seconds = 0;
};

// Stays at points on the way that are shorter are part of the way.
constexpr std::int64_t kLongStay_s = 3600;

// `legs`: of one container, from its first to its last one. The seconds add up to all that the legs account
// for: its journey.
//
// Stays where a leg begins and ends, and long ones between, are split by the waits that the train had there;
// the rest of a stay is handling. What the leg accounts for besides is of the way. Where on it a train stood
// at passing places or was slowed is in no record: if stays cut it, it is spread over its pieces by their
// length. Causes of one stay or piece stand in the order in which trains usually meet them. Of a train whose
// stops are not known the leg is one piece, but for the time before the train was formed.
std::vector<ContainerStep> container_steps(const std::vector<const rail::ContainerLeg*>& legs,
                                           const TrainStops& trains);

}  // namespace studies
