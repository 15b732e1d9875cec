#include "studies/queue_growth.h"

#include <algorithm>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
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

bool are_equal(const Summary& summary) { return summary.sd <= 1e-9 * std::max(1.0, std::abs(summary.mean)); }

// The largest standard deviation of whole numbers, normal otherwise, with which so many of them agree by a
// chance of `risk`: none of them is more likely than 1 / (sqrt(2 pi) sd), and all but the first have to be
// it.
double most_sd_of_equal(int count, double risk) {
  return std::pow(risk, -1.0 / (count - 1)) / std::sqrt(2 * std::numbers::pi);
}

// Of growth that is the same in all replications: more than `untold`, and than that of a queue at capacity,
// with the largest standard deviation that this allows. One half of the risk is for each.
bool equal_ones_grow(const QueueGrowth& growth, double risk) {
  const double sd = most_sd_of_equal(growth.grown.count, risk / 2);
  const double error = boost::math::quantile(boost::math::complement(boost::math::normal(), risk / 2)) * sd /
                       std::sqrt(static_cast<double>(growth.grown.count));
  return growth.grown.mean > std::max(growth.untold, growth.critical * sd) + error;
}

bool surely_grows(const QueueGrowth& growth, double risk) {
  if (are_equal(growth.grown)) return equal_ones_grow(growth, risk);
  return growth.grown.mean - half_width_at(growth.grown, 1 - risk) > growth.untold &&
         ratio_is_more(growth.grown, growth.critical, risk);
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
  // All of them have to be bounded, so each is looked at by itself (intersection and union), and from one
  // side. It comes first: what is less than `small` is no growth, however surely it is more than none.
  if (grown.mean + half_width_at(grown, 1 - 2 * risk_of_each_time) < growth.small) return Carried::kSurely;
  return surely_grows(growth, risk) ? Carried::kNot : Carried::kUnclear;
}

}  // namespace studies
