// The search for a capacity, where it is known.
#include "studies/capacity_search.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "studies/capacity_words.h"

namespace studies {
namespace {

// Carries what is below `capacity`; within `unclear` of it (a share) nothing can be said.
CapacityTrial trial_of(double demand, double capacity, double unclear) {
  CapacityTrial trial;
  trial.demand = demand;
  if (demand < capacity * (1 - unclear)) trial.carried = Carried::kSurely;
  if (demand > capacity * (1 + unclear)) trial.carried = Carried::kNot;
  return trial;
}

CapacityInterval find(double capacity, double unclear, CapacitySearch search = {}) {
  return find_capacity(search, [&](double demand) -> std::optional<CapacityTrial> {
    return trial_of(demand, capacity, unclear);
  });
}

RC_GTEST_PROP(CapacitySearch, EnclosesTheCapacity, ()) {
  const double capacity = *rc::gen::inRange(20, 60'000) / 1000.0;
  const CapacityInterval found = find(capacity, 0);
  RC_ASSERT(found.carried.has_value());
  RC_ASSERT(found.not_carried.has_value());
  RC_ASSERT(*found.carried <= capacity);
  RC_ASSERT(*found.not_carried >= capacity);
  RC_ASSERT(found.is_precise(0.02));
  RC_ASSERT(found.trials.size() <= 16u);
}

// Between the ends there is then what cannot be told, and hardly more.
RC_GTEST_PROP(CapacitySearch, EndsWhereNothingCanBeTold, ()) {
  const double capacity = *rc::gen::inRange(100, 10'000) / 1000.0;
  const CapacityInterval found = find(capacity, 0.05);
  RC_ASSERT(*found.carried <= capacity * 0.95);
  RC_ASSERT(*found.not_carried >= capacity * 1.05);
  RC_ASSERT(*found.not_carried / *found.carried <= 1.05 / 0.95 * 1.02 * 1.02 * 1.001);
  RC_ASSERT(!found.is_precise(0.02));
}

TEST(CapacitySearch, SaysIfEvenTheMostIsCarriedOrNotEvenTheLeast) {
  const CapacityInterval ample = find(1000, 0, {0.25, 8, 1, 0.02});
  EXPECT_DOUBLE_EQ(ample.carried.value(), 8);
  EXPECT_FALSE(ample.not_carried);
  const CapacityInterval none = find(0.001, 0, {0.25, 8, 1, 0.02});
  EXPECT_FALSE(none.carried);
  EXPECT_DOUBLE_EQ(none.not_carried.value(), 0.25);
}

TEST(CapacitySearch, BeginsWhereItIsTold) {
  CapacitySearch search;
  search.start = 5;
  const CapacityInterval found = find(6, 0, search);
  EXPECT_DOUBLE_EQ(found.trials.at(0).demand, 5);
  EXPECT_DOUBLE_EQ(found.trials.at(1).demand, 10);
  EXPECT_LE(found.carried.value(), 6);
  EXPECT_GE(found.not_carried.value(), 6);
}

TEST(CapacitySearch, KeepsWhatIsKnownWhenInterrupted) {
  int asked = 0;
  const CapacityInterval found = find_capacity({}, [&](double demand) -> std::optional<CapacityTrial> {
    if (++asked > 3) return std::nullopt;
    return trial_of(demand, 3, 0);
  });
  EXPECT_TRUE(found.interrupted);
  EXPECT_DOUBLE_EQ(found.carried.value(), 2);
  EXPECT_DOUBLE_EQ(found.not_carried.value(), 4);
  EXPECT_EQ(found.trials.size(), 3u);
}

TEST(CapacityWords, AreReadAsTheyAreWritten) {
  for (const Carried carried : {Carried::kSurely, Carried::kNot, Carried::kUnclear}) {
    for (const bool gridlock : {false, true}) {
      CapacityTrial trial, read;
      trial.gridlock = gridlock;
      trial.carried = gridlock ? Carried::kNot : carried;
      read_verdict(verdict_word(trial), read);
      EXPECT_EQ(read.carried, trial.carried);
      EXPECT_EQ(read.gridlock, gridlock);
    }
  }
  CapacityTrial unknown;
  read_verdict("perhaps", unknown);
  EXPECT_EQ(unknown.carried, Carried::kUnclear);
}

TEST(CapacityWords, SayWhy) {
  CapacityTrial trial;
  EXPECT_EQ(reason_text(trial), "");
  trial.carried = Carried::kNot;
  trial.growing = "service/EAST";
  trial.growing_trains = 11.6;
  EXPECT_EQ(reason_text(trial), "queue of service/EAST: 12 trains more");
  trial.growing_trains = 1.2;
  EXPECT_EQ(reason_text(trial), "queue of service/EAST: 1 train more");
  trial.growing = {};
  EXPECT_EQ(reason_text(trial), "more of all stays behind than may");
  trial.gridlock = true;
  EXPECT_EQ(reason_text(trial), "");
  trial.above_bound = true;
  EXPECT_EQ(reason_text(trial), "above the bound");
}

TEST(CapacityWords, SayOfWhat) {
  CapacityInterval interval;
  EXPECT_EQ(carried_text(interval, {}), "shows nothing surely");
  interval.not_carried = 1.22;
  EXPECT_EQ(carried_text(interval, {}), "does not even carry 1.22 times its demand for good");
  interval.trials.emplace_back().demand = 1.2;
  EXPECT_EQ(carried_text(interval, {}),
            "does not carry 1.22 times its demand for good; of less the replications cannot tell");
  interval.trials.clear();
  interval.carried = 1.2;
  EXPECT_EQ(carried_text(interval, "EAST*"),
            "carries 1.20 times its demand of EAST* for good, but not 1.22 times");
  interval.not_carried = 1.2034;
  EXPECT_EQ(carried_text(interval, {}), "carries 1.200 times its demand for good, but not 1.203 times");
  interval.not_carried = 1.22;
  interval.trials.resize(2);
  interval.trials[0].demand = 1.3;
  interval.trials[0].above_bound = true;
  EXPECT_FALSE(interval.ends_above_bound()) << "that is not its end";
  interval.trials[1].demand = 1.22;
  interval.trials[1].above_bound = true;
  EXPECT_EQ(carried_text(interval, {}),
            "carries 1.20 times its demand for good, but not 1.22 times, which is above the bound");
}

}  // namespace
}  // namespace studies
