#include "studies/queue_growth.h"

#include <boost/math/distributions/non_central_t.hpp>
#include <cmath>
#include <numbers>

namespace studies {
namespace {

constexpr double kRisk = 0.01;
// Beyond it no doubt is left, and the distribution function would take long.
constexpr double kManySd = 1000;

// Whether mean over standard deviation is more than `ratio`, but for that risk: Student's t is non-central
// then.
bool ratio_is_more(const Summary& summary, double ratio, double risk) {
  const double root = std::sqrt(static_cast<double>(summary.count));
  if (summary.mean * root >= kManySd * summary.sd) return summary.mean > 0;
  const boost::math::non_central_t law(summary.count - 1, ratio * root);
  const double t = summary.mean * root / summary.sd;
  return boost::math::cdf(boost::math::complement(law, t)) < risk;
}

}  // namespace

// |B|, B a Brownian motion: E|B(t)| = sqrt(2 t / pi), E|B(s) B(t)| by the normal law of two variables.
double critical_growth(double from, double until) {
  const double s = from / until;
  const double root = std::sqrt(s);
  const double mean = std::sqrt(2 / std::numbers::pi) * (1 - root);
  const double product = 2 / std::numbers::pi * (std::sqrt(s * (1 - s)) + s * std::asin(root));
  return mean / std::sqrt(1 + s - 2 * product - mean * mean);
}

Carried judge(const QueueGrowth& growth, const Looks& looks) {
  const Summary& grown = growth.grown;
  if (grown.count < 2) return Carried::kUnclear;
  const double risk_of_each_time = kRisk / static_cast<double>(looks.times);
  const double risk = risk_of_each_time / static_cast<double>(looks.queues);
  if (grown.mean - half_width_at(grown, 1 - risk) > growth.untold)
    return ratio_is_more(grown, growth.critical, risk) ? Carried::kNot : Carried::kUnclear;
  // All of them have to be bounded, so each is looked at by itself (intersection and union), and from one
  // side.
  return grown.mean + half_width_at(grown, 1 - 2 * risk_of_each_time) < growth.small ? Carried::kSurely
                                                                                     : Carried::kUnclear;
}

}  // namespace studies
