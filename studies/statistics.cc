#include "studies/statistics.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace studies {
namespace {

constexpr double kConfidence = 0.95;
constexpr double kRounding = 1e-9;  // of the mean: numbers that vary by less are equal

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double squares_about(const std::vector<double>& values, double mean) {
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum;
}

}  // namespace

Summary summarise(const std::vector<double>& values) {
  Summary summary;
  summary.count = static_cast<int>(values.size());
  if (values.empty()) return summary;
  summary.mean = mean_of(values);
  if (values.size() < 2) return summary;
  summary.sd = std::sqrt(squares_about(values, summary.mean) / static_cast<double>(values.size() - 1));
  if (summary.sd <= kRounding * std::abs(summary.mean)) summary.sd = 0;
  summary.half_width = half_width_at(summary, kConfidence);
  return summary;
}

double half_width_at(const Summary& summary, double confidence) {
  if (summary.count < 2) return 0;
  const double n = summary.count;
  const boost::math::students_t law(n - 1);
  return boost::math::quantile(law, 0.5 + confidence / 2) * summary.sd / std::sqrt(n);
}

}  // namespace studies
