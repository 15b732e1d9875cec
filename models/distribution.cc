#include "models/distribution.h"

#include <algorithm>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <utility>

namespace rail {
namespace {

constexpr double kZ90 = 1.2815515655446004;  // standard normal quantile at 0.9

// Boost would compute in long double, several times as slowly, for digits that whole seconds do not show.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

// These two apart, so that draws of other laws do not make room on the stack for them.
[[gnu::noinline]] double normal_quantile(double u) {
  return -std::sqrt(2.0) * boost::math::erfc_inv(2.0 * u, InDouble());
}

[[gnu::noinline]] double gamma_quantile(double shape, double scale, double u) {
  return boost::math::quantile(boost::math::gamma_distribution<double>(shape, scale), u);
}

double triangular_quantile(double low, double mode, double high, double u) {
  const double width = high - low;
  const double split = (mode - low) / width;
  if (u < split) return low + std::sqrt(u * width * (mode - low));
  return high - std::sqrt((1 - u) * width * (high - mode));
}

}  // namespace

Distribution Distribution::constant(double value) {
  Distribution d;
  d.a_ = value;
  return d;
}

Distribution Distribution::exponential(double mean) {
  Distribution d;
  d.law_ = Law::kExponential;
  d.a_ = mean;
  return d;
}

Distribution Distribution::lognormal(double mu, double sigma) {
  Distribution d;
  d.law_ = Law::kLognormal;
  d.a_ = mu;
  d.b_ = sigma;
  return d;
}

Distribution Distribution::triangular(double low, double mode, double high) {
  Distribution d;
  d.law_ = Law::kTriangular;
  d.a_ = low;
  d.b_ = mode;
  d.c_ = high;
  return d;
}

Distribution Distribution::uniform(double low, double high) {
  Distribution d;
  d.law_ = Law::kUniform;
  d.a_ = low;
  d.b_ = high;
  return d;
}

Distribution Distribution::gamma(double mean, double scv) {
  Distribution d;
  d.law_ = Law::kGamma;
  d.a_ = 1.0 / scv;   // shape
  d.b_ = mean * scv;  // scale
  return d;
}

Distribution Distribution::weibull(double scale, double shape) {
  Distribution d;
  d.law_ = Law::kWeibull;
  d.a_ = scale;
  d.b_ = shape;
  return d;
}

Distribution Distribution::trace(std::vector<double> values) {
  Distribution d;
  d.law_ = Law::kTrace;
  d.trace_ = std::move(values);
  return d;
}

Distribution Distribution::shifted_and_scaled(double minimum, double seconds_per_unit) const {
  Distribution d = *this;
  d.minimum_ = minimum_ + minimum;
  d.scale_ = scale_ * seconds_per_unit;
  return d;
}

inline double Distribution::raw_value(double u, std::uint64_t ordinal) const {
  switch (law_) {
    case Law::kConstant:
      return a_;
    case Law::kExponential:
      return -a_ * std::log(1 - u);
    case Law::kLognormal:
      return std::exp(a_ + b_ * normal_quantile(u));
    case Law::kTriangular:
      return triangular_quantile(a_, b_, c_, u);
    case Law::kUniform:
      return a_ + (b_ - a_) * u;
    case Law::kGamma:
      return gamma_quantile(a_, b_, u);
    case Law::kWeibull:
      return a_ * std::pow(-std::log(1 - u), 1 / b_);
    case Law::kTrace:
      return trace_[ordinal % trace_.size()];
  }
  return 0;
}

double Distribution::value(double u, std::uint64_t ordinal) const {
  return std::max(0.0, scale_ * (minimum_ + raw_value(u, ordinal)));
}

double Distribution::raw_mean() const {
  double raw = a_;  // constant, exponential
  if (law_ == Law::kLognormal) raw = std::exp(a_ + b_ * b_ / 2);
  if (law_ == Law::kTriangular) raw = (a_ + b_ + c_) / 3;
  if (law_ == Law::kUniform) raw = (a_ + b_) / 2;
  if (law_ == Law::kGamma) raw = a_ * b_;
  if (law_ == Law::kWeibull) raw = a_ * std::tgamma(1 + 1 / b_);
  if (law_ == Law::kTrace) {
    raw = 0;
    for (const double v : trace_) raw += v / static_cast<double>(trace_.size());
  }
  return raw;
}

double Distribution::raw_second_moment() const {
  double raw = a_ * a_;  // constant
  if (law_ == Law::kExponential) raw = 2 * a_ * a_;
  if (law_ == Law::kLognormal) raw = std::exp(2 * a_ + 2 * b_ * b_);
  if (law_ == Law::kTriangular) raw = (a_ * a_ + b_ * b_ + c_ * c_ + a_ * b_ + a_ * c_ + b_ * c_) / 6;
  if (law_ == Law::kUniform) raw = (a_ * a_ + a_ * b_ + b_ * b_) / 3;
  if (law_ == Law::kGamma) raw = a_ * (a_ + 1) * b_ * b_;
  if (law_ == Law::kWeibull) raw = a_ * a_ * std::tgamma(1 + 2 / b_);
  if (law_ == Law::kTrace) {
    raw = 0;
    for (const double v : trace_) raw += v * v / static_cast<double>(trace_.size());
  }
  return raw;
}

double Distribution::mean() const { return scale_ * (minimum_ + raw_mean()); }

double Distribution::second_moment() const {
  return scale_ * scale_ * (minimum_ * minimum_ + 2 * minimum_ * raw_mean() + raw_second_moment());
}

double Distribution::lower_bound() const {
  double raw = 0;
  if (law_ == Law::kConstant || law_ == Law::kTriangular || law_ == Law::kUniform) raw = a_;
  if (law_ == Law::kTrace) raw = *std::min_element(trace_.begin(), trace_.end());
  return scale_ * (minimum_ + raw);
}

LognormalParameters lognormal_from_mean_scv(double mean, double scv) {
  const double sigma = std::sqrt(std::log1p(scv));
  return {std::log(mean) - sigma * sigma / 2, sigma};
}

LognormalParameters lognormal_from_median_p90(double median, double p90) {
  return {std::log(median), std::log(p90 / median) / kZ90};
}

bool lognormal_exists(double mean, double p90) {
  return p90 > mean && std::log(p90 / mean) <= kZ90 * kZ90 / 2;
}

// ln(p90/mean) = z sigma - sigma^2/2.
LognormalParameters lognormal_from_mean_p90(double mean, double p90) {
  const double sigma = kZ90 - std::sqrt(kZ90 * kZ90 - 2 * std::log(p90 / mean));
  return {std::log(mean) - sigma * sigma / 2, sigma};
}

}  // namespace rail
