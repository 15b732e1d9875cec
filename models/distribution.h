// The law of a random duration or factor, drawn by inversion: one uniform number, one value.
//
// Parameters are kept in the law's own unit; seconds_per_unit turns a draw into seconds (1 for
// factors). All members are const after construction and safe to share between threads.
#pragma once

#include <cstdint>
#include <vector>

#include "models/durations.h"

namespace rail {

class Distribution {
 public:
  static Distribution constant(double value);
  static Distribution exponential(double mean);
  // mu, sigma of the logarithm.
  static Distribution lognormal(double mu, double sigma);
  static Distribution triangular(double low, double mode, double high);
  static Distribution uniform(double low, double high);
  static Distribution gamma(double mean, double scv);
  static Distribution weibull(double scale, double shape);
  static Distribution trace(std::vector<double> values);

  // The same law with every draw raised by `minimum` and then multiplied by `seconds_per_unit`.
  Distribution shifted_and_scaled(double minimum, double seconds_per_unit) const;

  // The value at probability u in (0, 1), >= 0; `ordinal` is used by traces only.
  double value(double u, std::uint64_t ordinal) const;
  // The value rounded to whole seconds.
  std::int64_t seconds(double u, std::uint64_t ordinal) const { return rounded(value(u, ordinal)); }

  double mean() const;
  double second_moment() const;  // mean of the squares
  // Greatest lower bound of all draws.
  double lower_bound() const;
  // False for constants and traces: no random number is needed.
  bool is_random() const { return law_ != Law::kConstant && law_ != Law::kTrace; }

 private:
  enum class Law : std::uint8_t {
    kConstant,
    kExponential,
    kLognormal,
    kTriangular,
    kUniform,
    kGamma,
    kWeibull,
    kTrace
  };
  inline double raw_value(double u, std::uint64_t ordinal) const;
  double raw_mean() const;
  double raw_second_moment() const;

  Law law_ = Law::kConstant;
  double a_ = 0, b_ = 0, c_ = 0;
  double minimum_ = 0, scale_ = 1;
  std::vector<double> trace_;
};

// sigma and mu of a lognormal law from two published statistics (docs/verification.md, A21).
struct LognormalParameters {
  double mu = 0;
  double sigma = 0;
};
LognormalParameters lognormal_from_mean_scv(double mean, double scv);
LognormalParameters lognormal_from_median_p90(double median, double p90);
// Requires lognormal_exists(mean, p90); takes the smaller of the two roots.
LognormalParameters lognormal_from_mean_p90(double mean, double p90);
bool lognormal_exists(double mean, double p90);

}  // namespace rail
