// Laws of random times and factors.
#include <cmath>

#include "models/distribution.h"
#include "scenarios/build.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using v1::Distribution;

constexpr double kGreatestFactor = 1000;
constexpr double kLongestTime_s = 10 * kYear_s;

// What a parameter in the law's unit may be.
Range parameter(const Distribution& law, bool low_open) {
  const bool factor = law.unit() == Distribution::FACTOR;
  const double greatest =
      factor ? kGreatestFactor : std::floor(kLongestTime_s / seconds_per_unit(law.unit()));
  return {0, greatest, factor ? "" : unit_name(law.unit()), low_open};
}

constexpr Range kScv{1e-6, 1e4};

bool check_unit(Checks& checks, const Distribution& law, Quantity quantity) {
  if (law.unit() == Distribution::UNIT_UNSPECIFIED) {
    checks.report_missing(law, "unit",
                          quantity == Quantity::kTime ? "SECONDS, MINUTES, HOURS or DAYS" : "FACTOR");
    return false;
  }
  if ((law.unit() == Distribution::FACTOR) == (quantity == Quantity::kFactor)) return true;
  if (quantity == Quantity::kTime) {
    checks.report(law, "unit", "this is a time; its unit cannot be FACTOR",
                  "use SECONDS, MINUTES, HOURS or DAYS");
  } else {
    checks.report(law, "unit", "this is a factor; its unit cannot be a time", "use FACTOR");
  }
  return false;
}

bool check_lognormal_pair(Checks& checks, const Distribution::Lognormal& law) {
  const bool pair = (law.has_mean() && law.has_scv() && !law.has_median() && !law.has_p90()) ||
                    (law.has_median() && law.has_p90() && !law.has_mean() && !law.has_scv()) ||
                    (law.has_mean() && law.has_p90() && !law.has_median() && !law.has_scv());
  if (!pair) {
    checks.report(law, "", "a lognormal law is given by exactly two figures",
                  "give mean and scv, or median and p90, or mean and p90");
  }
  return pair;
}

bool check_lognormal(Checks& checks, const Distribution& whole) {
  const Distribution::Lognormal& law = whole.lognormal();
  bool good = check_lognormal_pair(checks, law);
  for (const char* field : {"mean", "median", "p90"})
    good = checks.number(law, field, parameter(whole, true)) && good;
  good = checks.number(law, "scv", kScv) && good;
  if (!good) return false;
  if (law.has_median() && law.p90() <= law.median()) {
    checks.report(law, "p90",
                  fmt::format("`p90` is {}; it must be above the median, {}", law.p90(), law.median()));
    return false;
  }
  if (law.has_mean() && law.has_p90() && law.p90() <= law.mean()) {
    checks.report(law, "p90",
                  fmt::format("`p90` is {}; it must be above the mean, {}", law.p90(), law.mean()));
    return false;
  }
  if (law.has_mean() && law.has_p90() && !rail::lognormal_exists(law.mean(), law.p90())) {
    checks.report(law, "p90",
                  fmt::format("no lognormal law has a mean of {} and a p90 of {}", law.mean(), law.p90()),
                  fmt::format("p90 can be at most 2.273 times the mean, {:.6g}", 2.273 * law.mean()));
    return false;
  }
  return true;
}

bool check_triangular(Checks& checks, const Distribution& whole) {
  const Distribution::Triangular& law = whole.triangular();
  bool good = true;
  for (const char* field : {"low", "mode", "high"})
    good = checks.number(law, field, parameter(whole, false)) && good;
  if (!good || (law.low() <= law.mode() && law.mode() <= law.high() && law.low() < law.high())) return good;
  checks.report(law, "", "a triangular law needs low <= mode <= high and low < high",
                fmt::format("it is {}, {}, {}", law.low(), law.mode(), law.high()));
  return false;
}

bool check_uniform(Checks& checks, const Distribution& whole) {
  const Distribution::Uniform& law = whole.uniform();
  bool good = checks.number(law, "low", parameter(whole, false));
  good = checks.number(law, "high", parameter(whole, false)) && good;
  if (!good || law.low() < law.high()) return good;
  checks.report(law, "", "a uniform law needs low < high",
                fmt::format("it is {}, {}", law.low(), law.high()));
  return false;
}

bool check_trace(Checks& checks, const Distribution& whole) {
  const Distribution::Trace& law = whole.trace();
  if (law.values().empty()) {
    checks.report_missing(law, "values", "give at least one value");
    return false;
  }
  const Range range = parameter(whole, false);
  for (int i = 0; i < law.values_size(); ++i) {
    const double value = law.values(i);
    if (!std::isfinite(value)) return false;
    if (value >= 0 && value <= range.high) continue;
    checks.report(
        law, "values",
        fmt::format("{} is no possible value; it must be 0 to {} {}", value, range.high, range.unit), {}, i);
    return false;
  }
  return true;
}

bool check_gamma(Checks& checks, const Distribution& whole) {
  const bool good = checks.number(whole.gamma(), "mean", parameter(whole, true));
  return checks.number(whole.gamma(), "scv", kScv) && good;
}

bool check_weibull(Checks& checks, const Distribution& whole) {
  const bool good = checks.number(whole.weibull(), "scale", parameter(whole, true));
  return checks.number(whole.weibull(), "shape", {0.1, 1000}) && good;
}

bool check_law(Checks& checks, const Distribution& law) {
  switch (law.law_case()) {
    case Distribution::kConstant:
      return checks.number(law, "constant", parameter(law, false));
    case Distribution::kExponential:
      return checks.number(law.exponential(), "mean", parameter(law, true));
    case Distribution::kLognormal:
      return check_lognormal(checks, law);
    case Distribution::kTriangular:
      return check_triangular(checks, law);
    case Distribution::kUniform:
      return check_uniform(checks, law);
    case Distribution::kGamma:
      return check_gamma(checks, law);
    case Distribution::kWeibull:
      return check_weibull(checks, law);
    case Distribution::kTrace:
      return check_trace(checks, law);
    case Distribution::LAW_NOT_SET:
      break;
  }
  checks.report_absent(
      law, "", "no law is given",
      "give one of constant, exponential, lognormal, triangular, uniform, gamma, weibull, trace");
  return false;
}

}  // namespace

bool validate_distribution(Checks& checks, const Distribution& law, Quantity quantity) {
  if (!check_unit(checks, law, quantity)) return false;
  if (!Distribution::Unit_IsValid(law.unit())) return false;
  const bool good = checks.number(law, "minimum", parameter(law, false));
  return check_law(checks, law) && good;
}

}  // namespace scenarios
