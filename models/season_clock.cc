#include "models/season_clock.h"

#include <algorithm>

namespace rail {

SeasonClock::SeasonClock(std::vector<SeasonPoint> points) : points_(std::move(points)) {}

double SeasonClock::real_time(double even) const {
  const auto after =
      std::upper_bound(points_.begin() + 1, points_.end(), even,
                       [](double value, const SeasonPoint& point) { return value < point.even; });
  const SeasonPoint& before = *(after - 1);
  if (after == points_.end()) return before.real + (even - before.even);
  return before.real + (even - before.even) / (after->even - before.even) * (after->real - before.real);
}

}  // namespace rail
