// Queues with exact answers (docs/verification.md: A01-A04, A06-A08, A20, A25), through ordinary scenario
// files.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tests/oracles/accept_rule.h"

namespace oracles {
namespace {

using rail::Observations;

double counted_h(const Observations& seen) { return static_cast<double>(seen.counted_seconds) / 3600; }
double wait_h(const rail::WaitSum& wait) {
  return static_cast<double>(wait.seconds) / static_cast<double>(wait.visits) / 3600;
}
double first_wait_h(const Observations& seen) { return wait_h(seen.resources[0].wait); }
double first_queue(const Observations& seen) {
  return static_cast<double>(seen.resources[0].queue_seconds) / 3600 / counted_h(seen);
}
double share_waiting(const Observations& seen) {
  return static_cast<double>(seen.resources[0].wait.visits_waiting) /
         static_cast<double>(seen.resources[0].wait.visits);
}
// Bins from 1024 to 2047 s are 4 s wide; the one of 1800 s is number 2 * 256 + 1800 / 4.
double share_above_half_an_hour(const Observations& seen) {
  const rail::DurationHistogram& waits = seen.resources[0].wait_histogram;
  const std::vector<std::int64_t> bins = waits.bins();
  const auto from = std::min<std::size_t>(2 * 256 + 1800 / 4 + 1, bins.size());
  const auto above =
      std::accumulate(bins.begin() + static_cast<std::ptrdiff_t>(from), bins.end(), std::int64_t{0});
  return static_cast<double>(above) / static_cast<double>(waits.count());
}
double trains_at(const Observations& seen, std::size_t point) {
  return static_cast<double>(seen.points[point].occupancy_seconds) / 3600 / counted_h(seen);
}

TEST(Oracle, A01OneBay) {
  const Runs runs = run("tests/oracles/a01_m_m_1.txtpb", 400);
  expect_exact(estimate(runs, first_wait_h), 1.6);
  expect_exact(estimate(runs, [](const Observations& seen) { return trains_at(seen, 0); }), 4);
  expect_exact(
      estimate(runs, [](const Observations& seen) { return seen.points[0].sojourn.quantile(0.9) / 3600; }),
      4.60517018599);
}

// Var(mean of n waits) ~ 316.16 h^2 / n. A variance from 400 replications has a standard error of 7 %,
// so the precision clause cannot hold; the verdict is that of the chi-square law.
TEST(Oracle, A01VarianceConstant) {
  const Runs runs = run("tests/oracles/a01_m_m_1.txtpb", 400);
  const Estimate wait = estimate(runs, first_wait_h);
  const Estimate trains = estimate(
      runs, [](const Observations& seen) { return static_cast<double>(seen.resources[0].wait.visits); });
  const double constant = wait.standard_error * wait.standard_error * 400 * trains.mean;
  EXPECT_NEAR(constant / 316.16, 1, 3.3 * std::sqrt(2.0 / 399));
}

TEST(Oracle, A02FourPosts) {
  const Runs runs = run("tests/oracles/a02_m_m_4.txtpb", 180);
  expect_exact(estimate(runs, share_waiting), 0.509433962264);
  expect_exact(estimate(runs, first_wait_h), 0.254716981132);
  expect_exact(estimate(runs, first_queue), 1.52830188679);
  expect_exact(estimate(runs, share_above_half_an_hour), 0.187410281351);
}

TEST(Oracle, A03FixedServiceTime) {
  const Runs runs = run("tests/oracles/a03_m_d_1.txtpb", 60);
  expect_exact(estimate(runs, first_wait_h), 0.375);
  expect_exact(estimate(runs, first_queue), 1.125);
  expect_exact(estimate(runs,
                        [](const Observations& seen) {
                          const rail::PointObservation& point = seen.points[0];
                          const auto n = static_cast<double>(point.departure_gaps);
                          const double mean = static_cast<double>(point.departure_gap_sum) / n;
                          return static_cast<double>(point.departure_gap_square_sum) / n / (mean * mean) - 1;
                        }),
               0.4375);
}

TEST(Oracle, A04LognormalServiceTime) {
  const Runs runs = run("tests/oracles/a04_m_g_1.txtpb", 60);
  expect_exact(estimate(runs, first_wait_h), 17.4436363636);
  expect_exact(estimate(runs, first_queue), 2.26767272727);
}

// Wait of a class: release to arrival, less the mean service time and one minute of running.
TEST(Oracle, A06Priority) {
  const Runs runs = run("tests/oracles/a06_priority.txtpb", 60);
  const auto wait = [](std::size_t service, double service_h) {
    return [=](const Observations& seen) {
      return seen.services[service].total.mean() / 3600 - service_h - 1.0 / 60;
    };
  };
  expect_exact(estimate(runs, wait(0, 1 / 1.2)), 0.744444444444);
  expect_exact(estimate(runs, wait(1, 1.0)), 1.86111111111);
}

TEST(Oracle, A07StagesInARow) {
  const Runs runs = run("tests/oracles/a07_tandem.txtpb", 120);
  expect_exact(estimate(runs, [](const Observations& seen) { return seen.points[1].sojourn.mean() / 3600; }),
               8.9696969697);
  expect_exact(estimate(runs, [](const Observations& seen) { return trains_at(seen, 1); }), 13.4545454545);
}

TEST(Oracle, A08Batching) {
  const Runs runs = run("tests/oracles/a08_batching.txtpb", 120);
  expect_exact(estimate(runs, [](const Observations& seen) { return wait_h(seen.formations[0].wait); }),
               0.25);
  expect_exact(estimate(runs, share_waiting), 0.630027961634);
  expect_exact(estimate(runs, first_wait_h), 0.946059425968);
}

TEST(Oracle, A20LindleyTrace) {
  const Runs runs = run("tests/oracles/a20_trace.txtpb", 1, true);
  const std::int64_t waits_min[] = {0, 10, 15, 50, 0, 55, 75, 40};
  std::vector<rail::TrainStop> stops;
  for (const rail::TrainStop& stop : runs.replications.at(0).train_stops) {
    if (stop.point == 0) stops.push_back(stop);
  }
  ASSERT_EQ(stops.size(), std::size(waits_min));
  for (std::size_t i = 0; i < stops.size(); ++i) {
    EXPECT_EQ(stops[i].wait[static_cast<std::size_t>(rail::Cause::kServer)], waits_min[i] * 60)
        << "train " << i;
  }
  EXPECT_EQ(stops.back().departed, 335 * 60);
}

TEST(Oracle, A25FillUpFromEmpty) {
  const Runs runs = run("tests/oracles/a25_fill_up.txtpb", 40000);
  const auto present = [](std::size_t census) {
    return [=](const Observations& seen) { return static_cast<double>(seen.points[0].census[census]); };
  };
  expect_exact(estimate(runs, present(0)), 6.32120558829);
  expect_exact(estimate(runs, present(1)), 9.81684361111);
}

}  // namespace
}  // namespace oracles
