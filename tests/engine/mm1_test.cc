// One server with a queue, written directly on the kernel, against queueing theory.
#include "bench/mm1.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

double mean_wait_of_replication(std::uint64_t replication) {
  bench::Mm1 model(replication, 400'000);
  model.run();
  return model.mean_wait_h();
}

// Wq = rho / (mu - lambda) = 1.6 h. Accepted within 3.3 standard errors, which must be below 0.5 %:
// 30 replications of 400,000 customers.
TEST(SingleServer, MeanWaitIsThatOfTheory) {
  const int replications = 30;
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < replications; ++i) {
    const double wait = mean_wait_of_replication(static_cast<std::uint64_t>(i));
    sum += wait;
    squares += wait * wait;
  }
  const double mean = sum / replications;
  const double error = std::sqrt((squares / replications - mean * mean) / (replications - 1));
  EXPECT_LT(error, 0.005 * 1.6);
  EXPECT_NEAR(mean, 1.6, 3.3 * error);
}

}  // namespace
