#include <fmt/format.h>

#include "scenarios/build.h"
#include "scenarios/explain.h"

namespace scenarios {
namespace {

using landbridge::v1::Distribution;

// With the digits that people write, without those that computing adds, as all values (value_text.cc).

std::string lognormal_text(const Distribution::Lognormal& law) {
  if (law.has_scv()) return fmt::format("lognormal(mean {:.15g}, scv {:.15g})", law.mean(), law.scv());
  if (law.has_median()) return fmt::format("lognormal(median {:.15g}, p90 {:.15g})", law.median(), law.p90());
  return fmt::format("lognormal(mean {:.15g}, p90 {:.15g})", law.mean(), law.p90());
}

std::string variable_part(const Distribution& law) {
  switch (law.law_case()) {
    case Distribution::kExponential:
      return fmt::format("exponential({:.15g})", law.exponential().mean());
    case Distribution::kLognormal:
      return lognormal_text(law.lognormal());
    case Distribution::kTriangular:
      return fmt::format("triangular({:.15g}, {:.15g}, {:.15g})", law.triangular().low(),
                         law.triangular().mode(), law.triangular().high());
    case Distribution::kUniform:
      return fmt::format("uniform({:.15g}, {:.15g})", law.uniform().low(), law.uniform().high());
    case Distribution::kGamma:
      return fmt::format("gamma(mean {:.15g}, scv {:.15g})", law.gamma().mean(), law.gamma().scv());
    case Distribution::kWeibull:
      return fmt::format("weibull(scale {:.15g}, shape {:.15g})", law.weibull().scale(),
                         law.weibull().shape());
    case Distribution::kTrace:
      return fmt::format("trace of {} values", law.trace().values_size());
    default:
      return fmt::format("{:.15g}", law.constant());
  }
}

}  // namespace

std::string describe_law(const Distribution& law) {
  std::string text = variable_part(law);
  if (law.minimum() > 0) text = fmt::format("{:.15g} + {}", law.minimum(), text);
  const std::string_view unit = unit_name(law.unit());
  return unit.empty() ? text : fmt::format("{} {}", text, unit);
}

}  // namespace scenarios
