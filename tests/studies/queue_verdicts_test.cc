// How often verdicts on queues are wrong, and which growth they find: twenty queues, looked at after 5, 10,
// 20 and 40 replications, as `landbridge capacity` does.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

#include "studies/queue_growth.h"

namespace studies {
namespace {

constexpr std::size_t kQueues = 20, kTimes = 4;
constexpr int kFirst = 5, kMost = 40;

// As soon as it is clear, else after the last replication.
Carried verdict(const std::vector<double>& grown, double small, double critical, const Looks& looks) {
  for (int replications = kFirst;; replications *= 2) {
    const Summary so_far = summarise({grown.begin(), grown.begin() + replications});
    const Carried said = judge({"q", so_far, 1, small, critical}, looks);
    if (said != Carried::kUnclear || replications == kMost) return said;
  }
}

std::vector<double> replicated(const std::function<double()>& grown) {
  std::vector<double> all(kMost);
  std::generate(all.begin(), all.end(), grown);
  return all;
}

// M/M/1 as many come as go, seen at each of them: up or down by one, held above zero. Begun empty, a tenth of
// 640 is the spin-up.
double grown_at_capacity(std::mt19937_64& draws) {
  constexpr int kWords = 10;
  int queue = 0, before = 0;
  for (int word = 0; word < kWords; ++word) {
    if (word == 1) before = queue;
    std::uint64_t bits = draws();
    for (int i = 0; i < 64; ++i, bits >>= 1) queue = (bits & 1) != 0 ? queue + 1 : std::max(0, queue - 1);
  }
  return queue - before;
}

bool some_is_taken_for_growing(const std::vector<std::vector<double>>& queues, const Looks& looks) {
  return std::any_of(queues.begin(), queues.end(), [&](const std::vector<double>& grown) {
    return verdict(grown, 2, critical_growth(1, 10), looks) == Carried::kNot;
  });
}

// Of 1,000 railways with twenty queues at capacity ten may be called overloaded, at a risk of 1 %; two are.
// Were each look at each queue taken by itself, at 1 %, it were 149.
TEST(Verdicts, TakeSomeOfTwentyQueuesAtCapacityForGrowingInOneOfAHundredCasesAtMost) {
  std::mt19937_64 draws(20171231);
  int wrong = 0, wrong_alone = 0;
  for (int railway = 0; railway < 1000; ++railway) {
    std::vector<std::vector<double>> queues;
    for (std::size_t q = 0; q < kQueues; ++q)
      queues.push_back(replicated([&] { return grown_at_capacity(draws); }));
    wrong += some_is_taken_for_growing(queues, {kQueues, kTimes}) ? 1 : 0;
    wrong_alone += some_is_taken_for_growing(queues, {1, 1}) ? 1 : 0;
  }
  EXPECT_LE(wrong, 10);
  EXPECT_GT(wrong_alone, 80) << "what the division is for";
}

// M/M/1 to which 2 % more trains come than go, `trains` of them in the counted time, a tenth as many before.
double grown_overloaded(std::mt19937_64& draws, int trains) {
  constexpr double kComes = 1.02 / 2.02;
  const int counted = 2 * trains, spin_up = counted / 10;
  std::uniform_real_distribution<double> chance;
  int queue = 0, before = 0;
  for (int i = 0; i < spin_up + counted; ++i) {
    if (i == spin_up) before = queue;
    queue = chance(draws) < kComes ? queue + 1 : std::max(0, queue - 1);
  }
  return queue - before;
}

// Of `railways`, how many verdicts on one of their twenty queues are as `said`.
int count(Carried said, int railways, double small, const std::function<double()>& grown) {
  int count = 0;
  for (int railway = 0; railway < railways; ++railway) {
    const Carried one = verdict(replicated(grown), small, critical_growth(1, 11), {kQueues, kTimes});
    count += one == said ? 1 : 0;
  }
  return count;
}

// As random as can be: a hundred a day for a year are enough, ten a day are not, and are not called carried.
TEST(Verdicts, FindTwoPerCentTooManyOfTrainsThatComeAndGoAtRandom) {
  std::mt19937_64 draws(1);
  EXPECT_EQ(count(Carried::kNot, 20, 182, [&] { return grown_overloaded(draws, 36'500); }), 20);
  EXPECT_LE(count(Carried::kSurely, 50, 18, [&] { return grown_overloaded(draws, 3'650); }), 0);
}

// Trains of 40 containers, which come at random; one leaves in each of so many slots. 2 % too many come.
double grown_of_full_trains(std::mt19937_64& draws, int slots) {
  constexpr double kContainers = 40;
  std::poisson_distribution<int> come(1.02 * kContainers);
  double queue = 0, before = 0;
  for (int slot = 0; slot < slots + slots / 10; ++slot) {
    if (slot == slots / 10) before = queue;
    queue = std::max(0.0, queue + come(draws) - kContainers);
  }
  return (queue - before) / kContainers;
}

// As railways mostly are: one or two trains a day for a year are enough.
TEST(Verdicts, FindTwoPerCentTooManyOfTrainsThatContainersFill) {
  std::mt19937_64 draws(2);
  EXPECT_EQ(count(Carried::kNot, 100, 2, [&] { return grown_of_full_trains(draws, 500); }), 100);
}

// It grows by what is `small`: of 3,000 cases 30 may be called bounded, 46 with three standard deviations of
// a binomial law; 31 are.
TEST(Verdicts, TakeAQueueThatGrowsForBoundedInOneOfAHundredCasesAtMost) {
  std::mt19937_64 draws(3);
  std::normal_distribution<double> grown(2, 3);
  EXPECT_LE(count(Carried::kSurely, 3000, 2, [&] { return grown(draws); }), 46);
}

}  // namespace
}  // namespace studies
