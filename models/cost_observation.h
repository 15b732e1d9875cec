// Bills that a replication observed. Empty in a scenario without costs.
#pragma once

#include <cstdint>

#include "models/bill.h"
#include "models/model_input.h"

namespace rail {

// Of legs that ended in the counted time. `trains` is the sum of `containers`, item by item.
struct CostObservation {
  Bill trains{};        // with containers
  Bill containers{};    // on them
  Bill empty_trains{};  // which have nobody to share with
};

// Of one container on one leg, if records are asked for.
struct ContainerBill {
  std::uint64_t container = 0;  // identity
  std::uint64_t train = 0;
  std::uint32_t service = kNone;
  std::uint16_t leg = 0;
  Bill bill{};
};

// Of one train on its leg, which is all its life.
struct TrainBill {
  std::uint64_t train = 0;                 // identity
  std::uint32_t pool = kNone;              // that formed it: Model::formed_by()
  std::uint32_t from = kNone, to = kNone;  // points
  int gauge_mm = 0;
  Direction direction = Direction::kWestbound;
  std::int64_t wagons_since = 0, ended = 0;  // seconds after the start of the run
  std::int32_t containers = 0, teu = 0;
  double gross_t = 0;
  double km = 0;
  Bill bill{};
};

}  // namespace rail
