// Optional records of a replication: where trains stood, and how containers travelled leg by leg.
#pragma once

#include <cstdint>

#include "models/cause.h"
#include "models/model_input.h"

namespace rail {

struct TrainStop {
  std::uint64_t train = 0;  // identity
  std::uint32_t point = kNone;
  std::uint32_t pool = kNone;  // that formed the train: Model::formed_by()
  // Seconds after the start of the run; -1: none. A train comes to a point or is made there, and leaves it or
  // ends there: of each pair there is one.
  std::int64_t arrived = 0, departed = 0;
  std::int64_t made = -1, ended = -1;
  // At the origin of a service that goes by a timetable or list: when that says it departs. The train is
  // formed then; what it waits for and what is done with it there come after that.
  std::int64_t planned = -1;
  std::int32_t containers = 0, teu = 0;
  std::int32_t gauge_mm = 0;
  Direction direction = Direction::kWestbound;
  Waits wait{};
};

// A train at a passing place of a line; it may run through without a stop.
struct TrainPassing {
  std::uint64_t train = 0;  // identity
  std::uint32_t line = kNone;
  std::uint32_t place = 0;                 // the n-th from the line's `from`, from 1
  std::int64_t arrived = 0, departed = 0;  // seconds after the start of the run
};

struct ContainerLeg {
  std::uint64_t container = 0;  // identity
  std::uint32_t service = kNone;
  std::uint16_t leg = 0;
  ContainerKind kind = ContainerKind::kDryLaden;
  std::uint8_t commodity = kNoCommodity;
  std::int32_t part_loads = 0;  // in it
  std::uint64_t train = 0;
  std::uint32_t from = kNone, to = kNone;
  // Seconds after the start of the run; `ready` of one that was filled with part loads: when the first one
  // came.
  std::int64_t ready = 0, departed = 0, arrived = 0;
  Account account{};  // from ready until ready for the next leg, or until arrival at the destination
};

}  // namespace rail
