#include "studies/latin_hypercube.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace studies {
namespace {

RC_GTEST_PROP(LatinHypercube, MeetsEveryPartOnce, ()) {
  const int points = *rc::gen::inRange(1, 500);
  const auto seed = *rc::gen::arbitrary<std::uint64_t>();
  std::set<int> parts;
  for (const double place : latin_hypercube(points, seed, *rc::gen::arbitrary<std::string>())) {
    RC_ASSERT(place > 0);
    RC_ASSERT(place < 1);
    parts.insert(static_cast<int>(std::floor(place * points)));
  }
  RC_ASSERT(parts.size() == static_cast<std::size_t>(points));
}

// Two factors of 100 points are as good as independent: sd of the correlation of ranks is 1 / sqrt(99).
TEST(LatinHypercube, FactorsAreDrawnApart) {
  double sum = 0, greatest = 0;
  constexpr int kSeeds = 200;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const std::vector<double> x = latin_hypercube(100, seed, "x"), y = latin_hypercube(100, seed, "y");
    double covariance = 0;
    for (std::size_t i = 0; i < x.size(); ++i) covariance += (x[i] - 0.5) * (y[i] - 0.5);
    const double correlation = 12 * covariance / 100;
    sum += correlation;
    greatest = std::max(greatest, std::abs(correlation));
  }
  EXPECT_LT(std::abs(sum / kSeeds), 4 * 0.1005 / std::sqrt(kSeeds));
  EXPECT_GT(greatest, 0.1) << "drawn, not made to be uncorrelated";
  EXPECT_LT(greatest, 0.5);
}

// The mean over a stratified sample varies far less than that over an independent one, whose sd is 0.029.
TEST(LatinHypercube, IsStratified) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    double sum = 0;
    for (const double place : latin_hypercube(100, seed, "x")) sum += place;
    EXPECT_NEAR(sum / 100, 0.5, 0.0015) << "sd of jitter alone: 0.01 / sqrt(12 * 100)";
  }
}

}  // namespace
}  // namespace studies
