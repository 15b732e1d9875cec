// Closed networks with exact answers (methods/oracles.csv A10, A11): locomotives and wagon sets that go
// round. At both ends more trains are formed than can run, so that a unit never stands idle.
#include <gtest/gtest.h>

#include "tests/oracles/accept_rule.h"

namespace oracles {
namespace {

using rail::Observations;

constexpr double kHour_s = 3600;

// Services completed per hour.
double throughput(const Observations& seen, std::size_t resource) {
  return static_cast<double>(seen.resources[resource].wait.visits) * kHour_s /
         static_cast<double>(seen.counted_seconds);
}

double trains_at(const Observations& seen, std::size_t point) {
  return static_cast<double>(seen.points[point].occupancy_seconds) /
         static_cast<double>(seen.counted_seconds);
}

// Mean stay of arriving trains, by Little's law: made ones leave at the instant they are made.
double residence_h(const Observations& seen, std::size_t point) {
  return static_cast<double>(seen.points[point].occupancy_seconds) / kHour_s /
         static_cast<double>(seen.points[point].arrived);
}

void expect_nothing_idle(const Runs& runs) {
  for (const Observations& seen : runs.replications) {
    for (const rail::StockObservation& stock : seen.stocks) EXPECT_EQ(stock.idle_seconds, 0);
  }
}

TEST(Oracle, A10LocomotivesOfOneDistrict) {
  const Runs runs = run("tests/oracles/a10_locomotives.txtpb", 120);
  expect_nothing_idle(runs);
  expect_exact(estimate(runs, [](const Observations& seen) { return throughput(seen, 0); }), 0.202038185278);
  expect_exact(estimate(runs, [](const Observations& seen) { return trains_at(seen, 1); }), 1.95923629443);
  expect_exact(estimate(runs, [](const Observations& seen) { return 6 - trains_at(seen, 1); }),
               4.04076370557);
}

TEST(Oracle, A11WagonSetsBetweenTwoBorders) {
  const Runs runs = run("tests/oracles/a11_wagon_sets.txtpb", 120);
  expect_nothing_idle(runs);
  expect_exact(estimate(runs, [](const Observations& seen) { return throughput(seen, 0); }), 0.0483294858328);
  expect_exact(estimate(runs, [](const Observations& seen) { return throughput(seen, 1); }), 0.0483294858328);
  expect_exact(estimate(runs, [](const Observations& seen) { return residence_h(seen, 1); }), 3.45300243091);
  expect_exact(estimate(runs, [](const Observations& seen) { return residence_h(seen, 0); }), 4.84262482911);
}

}  // namespace
}  // namespace oracles
