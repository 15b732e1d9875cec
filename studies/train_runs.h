// Stops of trains as they were recorded, put together to trains.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "models/model.h"
#include "models/observations.h"

namespace studies {

// Of one train, from where it was made or first seen to where it ended or was last seen.
struct TrainRun {
  std::vector<const rail::TrainStop*> stops;  // in its order
  // When it came or was made; what it waited before that, for wagons or a track, is part of its stop.
  std::int64_t start() const;
};

// By start, then identity. Stops without any time are left out.
std::vector<TrainRun> train_runs(const std::vector<rail::TrainStop>& stops);

// Which line of a gauge leads from one point to another; of several the first one that is open.
class LineFinder {
 public:
  explicit LineFinder(const rail::ModelInput& input);
  // kNone if there is none.
  std::uint32_t line(std::uint32_t from, std::uint32_t to, int gauge_mm) const;

 private:
  std::map<std::tuple<std::uint32_t, std::uint32_t, int>, std::uint32_t> lines_;
};

}  // namespace studies
