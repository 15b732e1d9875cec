// How a year's containers are spread over it: a clock that runs fast in months when many come.
//
// Releases are drawn at an even rate by this clock, and happen when it shows their time. Each draw still
// makes one container, so a year that begins and ends by both clocks alike has the containers it has without
// seasons, at other times. Immutable.
#pragma once

#include <vector>

namespace rail {

// Seconds after the start of the run, by the even clock and as time goes.
struct SeasonPoint {
  double even = 0, real = 0;
};

class SeasonClock {
 public:
  // From {0, 0} on; both ascend, either may stand still. Between points time goes evenly, after the last one
  // both clocks run alike.
  explicit SeasonClock(std::vector<SeasonPoint> points);
  // When the even clock shows `even`, >= 0; the last instant of those where it stands still.
  double real_time(double even) const;
  // What the even clock shows at `real`, >= 0; the first instant where it leaps.
  double even_time(double real) const;
  // The same, but of what it releases from `from` to `to`, real time, `factor` times as much.
  SeasonClock surged(double from, double to, double factor) const;

 private:
  std::vector<SeasonPoint> points_;
};

}  // namespace rail
