// Random numbers for tests of statistics: by inversion, the same on every machine.
#pragma once

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <cstdint>
#include <random>

namespace draws {

class Draws {
 public:
  explicit Draws(std::uint64_t seed) : bits_(seed) {}

  double uniform() { return (static_cast<double>(bits_() >> 11U) + 0.5) * 0x1p-53; }
  double normal() { return boost::math::quantile(boost::math::normal(), uniform()); }
  double exponential(double mean) { return -mean * std::log(uniform()); }

 private:
  std::mt19937_64 bits_;
};

}  // namespace draws
