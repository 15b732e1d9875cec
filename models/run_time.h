// How long a train takes over a section as usual, drawn when it asks for it.
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/durations.h"
#include "models/records.h"
#include "models/station_context.h"

namespace rail {

// Without slow orders (models/section_run.h).
inline std::int64_t draw_run_seconds(const StationContext& context, const Train& train,
                                     const StepTable& step) {
  double seconds = step.run_seconds / context.input.train_classes[train.train_class].speed_factor;
  const LineInput& line = context.input.lines[step.line];
  if (line.run_time_factor) {
    const bool random = line.run_time_factor->is_random();
    const double u = random ? context.random.uniform(train.identity, step.hash, 0) : 0.5;
    seconds *= line.run_time_factor->value(u, train.ordinal);
  }
  return std::clamp<std::int64_t>(rounded(seconds), 1, line.longest_run_s);
}

}  // namespace rail
