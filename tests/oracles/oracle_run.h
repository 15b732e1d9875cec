// Runs a tiny scenario file many times and judges a mean against an exact answer.
//
// The rule of METHODS: at least 30 replications, |mean - exact| <= 3.3 standard errors, and a standard
// error of at most 0.5 % of the exact value, so that a pass means something.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/model.h"
#include "models/observations.h"

namespace oracles {

struct Runs {
  std::shared_ptr<const rail::Model> model;
  std::vector<rail::Observations> replications;
};

// `file` is a name in tests/oracles. Fails the test and returns nothing if the scenario is not valid.
Runs run(const std::string& file, int replications, bool record_trains = false);

// Of one number per replication.
struct Estimate {
  double mean = 0;
  double standard_error = 0;
};
Estimate estimate(const Runs& runs, const std::function<double(const rail::Observations&)>& number);

// The rule above. The second form relaxes the precision clause, for METHODS' few exceptions.
void expect_exact(const Estimate& estimate, double exact, double most_relative_error = 0.005);

}  // namespace oracles
