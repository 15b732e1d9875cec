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

double SeasonClock::even_time(double real) const {
  const auto after =
      std::lower_bound(points_.begin() + 1, points_.end(), real,
                       [](const SeasonPoint& point, double value) { return point.real < value; });
  const SeasonPoint& before = *(after - 1);
  if (after == points_.end()) return before.even + (real - before.real);
  if (after->real == before.real) return before.even;
  return before.even + (real - before.real) / (after->real - before.real) * (after->even - before.even);
}

SeasonClock SeasonClock::surged(double from, double to, double factor) const {
  from = std::max(0.0, from);
  if (to <= from) return *this;
  std::vector<SeasonPoint> cut = points_;
  cut.push_back({even_time(from), from});
  cut.push_back({even_time(to), to});
  std::sort(cut.begin(), cut.end(), [](const SeasonPoint& x, const SeasonPoint& y) {
    return x.real != y.real ? x.real < y.real : x.even < y.even;
  });
  std::vector<SeasonPoint> points{cut.front()};
  for (std::size_t i = 1; i < cut.size(); ++i) {
    const bool inside = cut[i - 1].real >= from && cut[i].real <= to;
    const double gained = (cut[i].even - cut[i - 1].even) * (inside ? factor : 1);
    points.push_back({points.back().even + gained, cut[i].real});
  }
  return SeasonClock(std::move(points));
}

}  // namespace rail
