#include "models/balance.h"

#include <gtest/gtest.h>

#include <numeric>

namespace rail {
namespace {

// Origins A, B; destinations C, D; a service for each pair, in the order AC, AD, BC, BD.
ModelInput two_by_two(const std::vector<double>& weights, double a, double b, double c, double d) {
  ModelInput input;
  for (const char* id : {"A", "B", "C", "D"}) input.points.push_back({id, id, "", {}});
  MatrixInput matrix;
  matrix.origins = {{0, a}, {1, b}};
  matrix.destinations = {{2, c}, {3, d}};
  matrix.kinds = {{ContainerKind::kDryLaden, 1.0}};
  for (const std::uint32_t origin : {0U, 1U}) {
    for (const std::uint32_t destination : {2U, 3U}) {
      ServiceInput service;
      service.origin = origin;
      service.destination = destination;
      const auto index = static_cast<std::uint32_t>(input.services.size());
      if (weights[index] > 0) matrix.seeds.push_back({index, weights[index]});
      input.services.push_back(service);
    }
  }
  input.matrices = {matrix};
  return input;
}

double containers(const BalanceResult& result, std::uint32_t service) {
  double sum = 0;
  for (const BalancedFlow& cell : result.cells) {
    if (cell.service == service) sum += cell.containers_per_year;
  }
  return sum;
}

// Equal weights: the product of shares. 30 : 70 and 40 : 60 of 100.
TEST(Balance, EqualWeightsGiveTheProductOfShares) {
  const BalanceResult result = balance(two_by_two({1, 1, 1, 1}, 30, 70, 40, 60), 0);
  EXPECT_NEAR(containers(result, 0), 12, 1e-7);
  EXPECT_NEAR(containers(result, 1), 18, 1e-7);
  EXPECT_NEAR(containers(result, 2), 28, 1e-7);
  EXPECT_NEAR(containers(result, 3), 42, 1e-7);
}

// The invariant of proportional fitting: AC * BD / (AD * BC) stays that of the seed.
TEST(Balance, TheCrossProductRatioIsTheSeeds) {
  const BalanceResult result = balance(two_by_two({2, 1, 1, 3}, 30, 70, 40, 60), 0);
  const double ac = containers(result, 0), ad = containers(result, 1);
  const double bc = containers(result, 2), bd = containers(result, 3);
  EXPECT_NEAR(ac + ad, 30, 1e-7);
  EXPECT_NEAR(bc + bd, 70, 1e-7);
  EXPECT_NEAR(ac + bc, 40, 1e-7);
  EXPECT_NEAR(ac * bd / (ad * bc), 6, 1e-6);
}

TEST(Balance, DestinationsAreScaledToTheOrigins) {
  const BalanceResult result = balance(two_by_two({1, 1, 1, 1}, 30, 70, 4, 6), 0);
  EXPECT_NEAR(containers(result, 0) + containers(result, 2), 40, 1e-7);
}

TEST(Balance, KindsAndServicesOfOnePairShareItsCell) {
  ModelInput input = two_by_two({1, 1, 1, 1}, 30, 70, 40, 60);
  input.services.push_back(input.services[0]);
  input.matrices[0].seeds[0].weight = 0.75;
  input.matrices[0].seeds.push_back({4, 0.25});
  input.matrices[0].kinds = {{ContainerKind::kDryLaden, 0.9}, {ContainerKind::kEmpty, 0.1}};
  const BalanceResult result = balance(input, 0);
  EXPECT_NEAR(containers(result, 0), 9, 1e-7);
  EXPECT_NEAR(containers(result, 4), 3, 1e-7);
  EXPECT_NEAR(result.cells[1].containers_per_year, 0.9, 1e-7);
  EXPECT_EQ(result.cells[1].kind, ContainerKind::kEmpty);
}

TEST(Balance, AnOriginWithoutSeedIsNamed) {
  const BalanceResult result = balance(two_by_two({0, 0, 1, 1}, 30, 70, 40, 60), 0);
  EXPECT_TRUE(result.cells.empty());
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_NE(result.problems[0].find("origin A"), std::string::npos);
}

// A serves C only and B serves D only: 30 and 70 cannot become 40 and 60.
TEST(Balance, UnconnectedBlocksThatDoNotAgreeAreNamed) {
  const BalanceResult result = balance(two_by_two({1, 0, 0, 1}, 30, 70, 40, 60), 0);
  EXPECT_TRUE(result.cells.empty());
  EXPECT_GE(result.problems.size(), 2U);
}

}  // namespace
}  // namespace rail
