#include "tests/oracles/accept_rule.h"

#include <gtest/gtest.h>

#include <cmath>

namespace oracles {

Estimate estimate(const Runs& runs, const std::function<double(const rail::Observations&)>& number) {
  EXPECT_GE(runs.replications.size(), 30U);
  const auto n = static_cast<double>(runs.replications.size());
  double sum = 0, squares = 0;
  for (const rail::Observations& seen : runs.replications) sum += number(seen);
  const double mean = sum / n;
  for (const rail::Observations& seen : runs.replications) squares += std::pow(number(seen) - mean, 2);
  return {mean, std::sqrt(squares / (n - 1) / n)};
}

void expect_exact(const Estimate& estimate, double exact) {
  EXPECT_LE(estimate.standard_error, 0.005 * exact) << "too few customers for a verdict";
  EXPECT_LE(std::abs(estimate.mean - exact), 3.3 * estimate.standard_error)
      << "mean " << estimate.mean << " +- " << estimate.standard_error << ", exact " << exact;
}

}  // namespace oracles
