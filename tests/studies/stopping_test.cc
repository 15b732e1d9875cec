// When there are enough replications, and whether intervals hold what they promise.
#include "studies/stopping.h"

#include <gtest/gtest.h>

#include <cmath>

#include "studies/replications.h"
#include "tests/studies/draws.h"
#include "tests/studies/toy_models.h"

namespace studies {
namespace {

Summary of(int count, double mean, double half_width) { return {count, mean, 1, half_width}; }

TEST(IsPrecise, AsksForASmallShareOfTheMean) {
  EXPECT_TRUE(is_precise(of(10, 101, 1), 101, 0.01)) << "1 / 1.01 of 1 %";
  EXPECT_FALSE(is_precise(of(10, 100, 1), 100, 0.01));
  EXPECT_FALSE(is_precise(of(9, 1000, 1), 1000, 0.01)) << "nine are too few";
  EXPECT_TRUE(is_precise(of(10, -101, 1), -101, 0.01));
  EXPECT_TRUE(is_precise(of(10, 0, 0), 0, 0.01)) << "always zero";
  EXPECT_FALSE(is_precise(of(10, 0, 1), 0, 0.01));
  EXPECT_TRUE(is_precise(of(10, 0, 1), 101, 0.01)) << "a difference, as a share of its base";
  EXPECT_FALSE(is_precise(Summary{}, 0, 0.01));
}

// Trains leave at random times, one in ten hours: their number in 30 days is Poisson with mean 72.
TEST(Interval, CoversTheTruthOfATerminatingModelAsOftenAsItSays) {
  constexpr double kTruth = 72;
  constexpr int kStudies = 1000;
  const auto model = toys::two_points();
  ReplicationsOptions options;
  options.replications = 10;
  options.backend = Backend::kSerial;
  options.engine = rail::EngineChoice::kSequential;
  int covered = 0;
  double mean = 0;
  for (int study = 0; study < kStudies; ++study) {
    options.seed = static_cast<std::uint64_t>(study);
    const Summary trains = run_replications(*model, options).kpis.find("total/both/trains_departed");
    covered += trains.low() <= kTruth && kTruth <= trains.high() ? 1 : 0;
    mean += trains.mean / kStudies;
  }
  EXPECT_NEAR(mean, kTruth, 3.3 * std::sqrt(kTruth / (10.0 * kStudies)));
  EXPECT_GE(covered, 930);
  EXPECT_LE(covered, 970);
}

// Normal with mean 100 and sd 20, asked for 5 %: some 70 observations each. Stopping as soon as the interval
// is narrow favours samples that vary little, so it covers a little less than 95 %; the error is still below
// 5 % of the truth as often as promised.
TEST(Stopping, ReachesTheErrorItPromises) {
  constexpr int kStudies = 1000;
  draws::Draws draw(7);
  int within = 0;
  double count = 0;
  for (int study = 0; study < kStudies; ++study) {
    std::vector<double> values;
    Summary summary;
    while (!is_precise(summary, summary.mean, 0.05)) {
      values.push_back(100 + 20 * draw.normal());
      summary = summarise(values);
    }
    within += std::abs(summary.mean - 100) <= 5 ? 1 : 0;
    count += static_cast<double>(values.size()) / kStudies;
  }
  EXPECT_GE(within, 930);
  // As many as the variance asks for: (1.96 * 20 / (100 * 0.05 / 1.05))^2 = 68, and a few for not knowing it.
  EXPECT_NEAR(count, 68, 5);
}

}  // namespace
}  // namespace studies
