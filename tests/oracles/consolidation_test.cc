// Part loads of one size that come as a Poisson process (docs/verification.md: A26).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/oracles/accept_rule.h"

namespace oracles {
namespace {

using rail::Observations;

constexpr int kLoads = 5;  // of a full container
constexpr double kPerHour = 4.0 / 24;
constexpr double kLongest_h = 24;  // of "timed"

double gathering_h(const rail::PartLoadObservation& seen) {
  return static_cast<double>(seen.gathering.sum()) / static_cast<double>(seen.gathering.count()) / 3600;
}
double fill(const rail::PartLoadObservation& seen) {
  return static_cast<double>(seen.filled) / rail::kPartsOfContainer / static_cast<double>(seen.containers);
}
double sent_early(const rail::PartLoadObservation& seen) {
  return static_cast<double>(seen.sent_early) / static_cast<double>(seen.containers);
}

// P(N = k) of N further loads within the longest wait.
double poisson(int k) {
  const double mean = kPerHour * kLongest_h;
  return std::exp(-mean + k * std::log(mean) - std::lgamma(k + 1.0));
}

// P(N > k).
double more_than(int k) {
  double rest = 1;
  for (int i = 0; i <= k; ++i) rest -= poisson(i);
  return rest;
}

// The j-th of n loads waits for n - j more: (n - 1) / (2 lambda) in the mean.
TEST(Oracle, A26PartLoadsUntilTheContainerIsFull) {
  const Runs runs = run("tests/oracles/a26_part_loads.txtpb", 30);
  expect_exact(estimate(runs, [](const Observations& seen) { return gathering_h(seen.part_loads[0]); }),
               (kLoads - 1) / (2 * kPerHour));
  for (const Observations& seen : runs.replications) {
    EXPECT_EQ(seen.part_loads[0].filled, seen.part_loads[0].containers * rail::kPartsOfContainer);
    EXPECT_EQ(seen.part_loads[0].sent_early, 0);
  }
}

// N further loads come within the longest wait after the first one; the container leaves with min(N + 1, n).
// With k + 1 loads in it, it stands for (P(N > k)) / lambda: the mean time that a Poisson process is at k
// within the longest wait.
TEST(Oracle, A26PartLoadsUntilTheFirstHasWaitedLongest) {
  const Runs runs = run("tests/oracles/a26_part_loads.txtpb", 30);
  double loads = 0, waited_h = 0, early = 0;  // of a container
  for (int k = 0; k + 1 < kLoads; ++k) {
    loads += (k + 1) * poisson(k);
    early += poisson(k);
    waited_h += (k + 1) * more_than(k) / kPerHour;
  }
  loads += kLoads * (1 - early);
  expect_exact(estimate(runs, [](const Observations& seen) { return gathering_h(seen.part_loads[1]); }),
               waited_h / loads);
  expect_exact(estimate(runs, [](const Observations& seen) { return fill(seen.part_loads[1]); }),
               loads / kLoads);
  expect_exact(estimate(runs, [](const Observations& seen) { return sent_early(seen.part_loads[1]); }),
               early);
}

}  // namespace
}  // namespace oracles
