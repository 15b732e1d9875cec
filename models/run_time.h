// How long a train takes over a section, drawn when it asks for it.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "models/records.h"
#include "models/station_context.h"

namespace rail {

// `ready`: when it can leave, for slow orders.
inline std::int64_t draw_run_seconds(const StationContext& context, const Train& train, const StepTable& step,
                                     std::int64_t ready) {
  double seconds = step.run_seconds / context.input.train_classes[train.train_class].speed_factor;
  const LineInput& line = context.input.lines[context.tables.tracks[step.track].line];
  if (line.run_time_factor) {
    const bool random = line.run_time_factor->is_random();
    const double u = random ? context.random.uniform(train.identity, step.hash, 0) : 0.5;
    seconds *= line.run_time_factor->value(u, train.ordinal);
  }
  if (!line.slow_orders.empty()) seconds *= line.slow_orders.at(ready, 1.0);
  return std::clamp<std::int64_t>(std::llround(seconds), 1, line.longest_run_s);
}

}  // namespace rail
