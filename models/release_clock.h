// When things of one kind come: a Poisson process by the clock of a season.
#pragma once

#include <cmath>
#include <cstdint>

#include "engine/random_stream.h"
#include "models/season_clock.h"

namespace rail {

class ReleaseClock {
 public:
  // `season` nullptr: evenly. `hash` names the draws.
  ReleaseClock(double mean_gap_s, std::uint64_t hash, const SeasonClock* season)
      : mean_gap_s_(mean_gap_s), hash_(hash), season_(season) {}

  // The first one comes a gap after `phase_s`.
  void begin(double phase_s, const des::RandomStream& random) { next_s_ = phase_s + gap(random); }
  // Of the next one, after the start of the run.
  double next_s() const { return season_ == nullptr ? next_s_ : season_->real_time(next_s_); }
  bool is_due(std::int64_t now) const { return std::llround(next_s()) <= now; }
  // It has come. Returns its number, from 1.
  std::uint64_t advance(const des::RandomStream& random) {
    ++came_;
    next_s_ += gap(random);
    return came_;
  }

 private:
  static constexpr std::uint64_t kReleaseDraw = des::stable_hash("release");

  double gap(const des::RandomStream& random) const {
    const double u = random.uniform(hash_, kReleaseDraw, came_);
    return -mean_gap_s_ * std::log(u);
  }

  double mean_gap_s_;
  std::uint64_t hash_;
  const SeasonClock* season_;
  double next_s_ = 0;  // by the clock of the season; real-valued, so that rounding adds no bias
  std::uint64_t came_ = 0;
};

}  // namespace rail
