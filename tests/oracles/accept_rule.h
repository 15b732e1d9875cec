// Judges the mean of replications against an exact answer, by the rule of docs/verification.md: at least 30
// replications, |mean - exact| <= 3.3 standard errors, and a standard error of at most 0.5 % of the
// exact value, so that a pass means something.
#pragma once

#include <functional>

#include "tests/support/scenario_runs.h"

namespace oracles {

using support::run;
using support::Runs;

// Of one number per replication.
struct Estimate {
  double mean = 0;
  double standard_error = 0;
};
Estimate estimate(const Runs& runs, const std::function<double(const rail::Observations&)>& number);

// The rule above.
void expect_exact(const Estimate& estimate, double exact);

}  // namespace oracles
