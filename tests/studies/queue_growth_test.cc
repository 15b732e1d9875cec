// Queues of which it is known whether they grow: random walks held above zero.
#include "studies/queue_growth.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace studies {
namespace {

constexpr int kFrom = 200, kUntil = 2000;  // steps since the queue was empty

// By how much it grew between the two: each step two-sided, in the mean `drift`, of variance 1.
double grown(std::mt19937_64& draws, double drift) {
  std::uniform_real_distribution<double> step(drift - std::sqrt(3.0), drift + std::sqrt(3.0));
  double queue = 0, before = 0;
  for (int i = 0; i < kUntil; ++i) {
    if (i == kFrom) before = queue;
    queue = std::max(0.0, queue + step(draws));
  }
  return queue - before;
}

std::vector<double> grown(std::uint64_t seed, double drift, int replications) {
  std::mt19937_64 draws(seed);
  std::vector<double> all;
  for (int i = 0; i < replications; ++i) all.push_back(grown(draws, drift));
  return all;
}

Carried said(std::uint64_t seed, double drift, int replications, double small = 40) {
  const QueueGrowth growth = {"q", summarise(grown(seed, drift, replications)), 1, small,
                              critical_growth(kFrom, kUntil)};
  return judge(growth, {5, 1});
}

// 20,000 walks: the ratio has a standard error of some 0.01; steps, unlike Brownian motion, stop a little
// short.
TEST(CriticalGrowth, IsThatOfARandomWalkHeldAboveZero) {
  const Summary walks = summarise(grown(1, 0, 20'000));
  EXPECT_NEAR(walks.mean / walks.sd, critical_growth(kFrom, kUntil), 0.04);
}

// From empty: sqrt(2 / pi) / sqrt(1 - 2 / pi).
TEST(CriticalGrowth, FromTheBeginningIsThatOfHalfANormalLaw) {
  EXPECT_NEAR(critical_growth(0, 50), 1.3236, 1e-4);
  EXPECT_NEAR(critical_growth(0, 7), critical_growth(0, 50), 1e-12) << "no matter in what unit";
}

// At 1 % ten of 1,000 are called growing though they are at capacity, 20 with 3 sd of a binomial. Against
// zero, as a slope is usually tested, most would be.
TEST(Judge, DoesNotTakeAQueueAtCapacityForGrowing) {
  int wrong = 0, above_zero = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    wrong += said(seed, 0, 10) == Carried::kNot ? 1 : 0;
    const Summary plain = summarise(grown(seed, 0, 10));
    above_zero += plain.mean - half_width_at(plain, 0.98) > 0 ? 1 : 0;
  }
  EXPECT_LE(wrong, 20);
  EXPECT_GT(above_zero, 300);
}

// It gains 0.1 of a standard deviation a step: some 180 until the end, more than 40 that a queue at capacity
// has.
TEST(Judge, SeesWhatGrowsAndWhatDoesNot) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    EXPECT_EQ(said(seed, 0.1, 20), Carried::kNot) << seed;
    EXPECT_EQ(said(seed, -0.1, 20), Carried::kSurely) << seed;
  }
}

// Surely more than 0, and not surely less than what is small.
TEST(Judge, LeavesUnclearWhatMayBeEither) {
  const QueueGrowth noisy = {"q", summarise({-30, 40, 10, -20, 50}), 1, 2, 1};
  EXPECT_EQ(judge(noisy, {}), Carried::kUnclear);
  const QueueGrowth one = {"q", summarise({500}), 1, 2, 1};
  EXPECT_EQ(judge(one, {}), Carried::kUnclear) << "one replication says nothing";
}

std::vector<double> equal(int replications, double grown) {
  return std::vector<double>(static_cast<std::size_t>(replications), grown);
}

Carried said_of(const std::vector<double>& grown, double untold = 1, double small = 2) {
  return judge({"q", summarise(grown), untold, small, 1}, {9, 4});
}

// The same each time, as in a railway without chance: ten are no chance, and less than a train is told from
// none in no case.
TEST(Judge, KnowsQueuesWithoutChance) {
  EXPECT_EQ(said_of(equal(10, 3)), Carried::kNot);
  EXPECT_EQ(said_of(equal(3, 0.5)), Carried::kSurely);
  EXPECT_EQ(said_of(equal(3, -3)), Carried::kSurely);
}

// Of whole numbers with a standard deviation of 3 two agree in one of ten cases, five in one of 3,200.
TEST(Judge, DoesNotTakeFewThatAgreeForCertain) {
  EXPECT_EQ(said_of(equal(2, 3)), Carried::kUnclear);
  EXPECT_EQ(said_of(equal(2, 300)), Carried::kUnclear);
  EXPECT_EQ(said_of(equal(3, 3)), Carried::kUnclear);
  EXPECT_EQ(said_of(equal(3, 300)), Carried::kNot);
  EXPECT_EQ(said_of(equal(5, 3)), Carried::kUnclear);
  EXPECT_EQ(said_of(equal(5, 30)), Carried::kNot);
}

// Two trains more on average: of two replications every fifth pair agrees, on whatever number.
TEST(Judge, TakesWholeTrainsThatAgreeForGrowingInOneOfAHundredCasesAtMost) {
  std::mt19937_64 draws(4);
  std::poisson_distribution<int> trains(2);
  for (const int replications : {2, 3, 5}) {
    int wrong = 0;
    for (int i = 0; i < 2000; ++i) {
      std::vector<double> grown;
      for (int r = 0; r < replications; ++r) grown.push_back(trains(draws));
      wrong += said_of(grown) == Carried::kNot ? 1 : 0;
    }
    EXPECT_LE(wrong, 20 + 13) << replications;
  }
}

// A step of a group of trains, the same each time: less than half a per cent of what comes is no growth,
// however surely it is more than none, and in a short run it is not told from growth.
TEST(Judge, DoesNotTakeAStepForGrowth) {
  EXPECT_EQ(said_of(equal(40, 2), 1, 17), Carried::kSurely);
  EXPECT_EQ(said_of(equal(40, 3), 7, 2), Carried::kUnclear);
  EXPECT_EQ(said_of(equal(40, 20), 7, 17), Carried::kNot);
}

// 10 ± 1.6: told from 1 alone, not among a thousand looks (t of 4 degrees is 4.6 at 99 %, 22 at 99.999 %).
TEST(Judge, AsksForMoreWhereItLooksAtManyOrOften) {
  const QueueGrowth growth = {"q", summarise({8, 12, 10, 9, 11}), 1, 2, 1};
  EXPECT_EQ(judge(growth, {1, 1}), Carried::kNot);
  EXPECT_EQ(judge(growth, {100'000, 1}), Carried::kUnclear);
  EXPECT_EQ(judge(growth, {1, 100'000}), Carried::kUnclear);
}

// -0.4 ± 0.7 are surely less than two trains, though not if that was to be seen at any of a hundred times. Of
// how many queues makes no difference: all of them have to be bounded.
TEST(Judge, AsksForMoreOfWhatIsBoundedWhereItLooksOften) {
  const QueueGrowth growth = {"q", summarise({-1, 0.5, -1, 0, -0.5}), 1, 2, 1};
  EXPECT_EQ(judge(growth, {1, 1}), Carried::kSurely);
  EXPECT_EQ(judge(growth, {1000, 1}), Carried::kSurely);
  EXPECT_EQ(judge(growth, {1, 100}), Carried::kUnclear);
}

}  // namespace
}  // namespace studies
