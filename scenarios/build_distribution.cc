#include "scenarios/build.h"

namespace scenarios {
namespace {

using landbridge::v1::Distribution;

rail::LognormalParameters parameters_of(const Distribution::Lognormal& law) {
  if (law.has_scv()) return rail::lognormal_from_mean_scv(law.mean(), law.scv());
  if (law.has_median()) return rail::lognormal_from_median_p90(law.median(), law.p90());
  return rail::lognormal_from_mean_p90(law.mean(), law.p90());
}

rail::Distribution variable_part(const Distribution& law) {
  switch (law.law_case()) {
    case Distribution::kExponential:
      return rail::Distribution::exponential(law.exponential().mean());
    case Distribution::kLognormal: {
      const rail::LognormalParameters p = parameters_of(law.lognormal());
      return rail::Distribution::lognormal(p.mu, p.sigma);
    }
    case Distribution::kTriangular:
      return rail::Distribution::triangular(law.triangular().low(), law.triangular().mode(),
                                            law.triangular().high());
    case Distribution::kUniform:
      return rail::Distribution::uniform(law.uniform().low(), law.uniform().high());
    case Distribution::kGamma:
      return rail::Distribution::gamma(law.gamma().mean(), law.gamma().scv());
    case Distribution::kWeibull:
      return rail::Distribution::weibull(law.weibull().scale(), law.weibull().shape());
    case Distribution::kTrace:
      return rail::Distribution::trace({law.trace().values().begin(), law.trace().values().end()});
    default:
      return rail::Distribution::constant(law.constant());
  }
}

}  // namespace

double seconds_per_unit(Distribution::Unit unit) {
  switch (unit) {
    case Distribution::MINUTES:
      return 60;
    case Distribution::HOURS:
      return 3600;
    case Distribution::DAYS:
      return 86400;
    default:
      return 1;
  }
}

std::string_view unit_name(Distribution::Unit unit) {
  switch (unit) {
    case Distribution::SECONDS:
      return "s";
    case Distribution::MINUTES:
      return "min";
    case Distribution::HOURS:
      return "h";
    case Distribution::DAYS:
      return "d";
    default:
      return "";
  }
}

rail::Distribution build_distribution(const Distribution& law) {
  return variable_part(law).shifted_and_scaled(law.minimum(), seconds_per_unit(law.unit()));
}

}  // namespace scenarios
