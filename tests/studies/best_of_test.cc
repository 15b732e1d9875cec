#include "studies/best_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/studies/draws.h"

namespace studies {
namespace {

using testing::ElementsAre;

Replication with(double value, bool observed = true) {
  Replication replication;
  replication.kpis = {{"other", "h", 1, true}, {"x", "TEU", value, observed}};
  return replication;
}

struct Ran {
  SelectionOutcome outcome;
  std::vector<bool> on;
};

// Values by round and scenario.
Ran run(const Score& score, const SelectionPlan& plan, const std::vector<std::vector<double>>& rounds) {
  BestOf best(score, plan);
  std::vector<bool> on(score.costs.size(), true);
  for (const std::vector<double>& values : rounds) {
    std::vector<Replication> replications;
    for (const double value : values) replications.push_back(with(value));
    std::vector<const Replication*> round;
    for (std::size_t i = 0; i < values.size(); ++i) round.push_back(on[i] ? &replications[i] : nullptr);
    on = best.go_on(round);
  }
  return {best.outcome(), on};
}

const SelectionPlan kThree{1, 0.95, 3};

TEST(BestOf, TakesCostsIntoAccount) {
  const std::vector<std::vector<double>> rounds{{100, 110, 130}, {200, 210, 230}, {300, 310, 330}};
  const Ran more = run({"x", false, 1, {0, 0, 0}}, kThree, rounds);
  EXPECT_EQ(more.outcome.end, SelectionEnd::kDecided);
  EXPECT_EQ(more.outcome.best, 2U);
  EXPECT_EQ(more.outcome.unit, "TEU");
  EXPECT_THAT(more.on, ElementsAre(false, false, false));
  const Ran costly = run({"x", false, 2, {0, 0, 45}}, kThree, rounds);
  EXPECT_EQ(costly.outcome.best, 1U) << "20 more at 2 each, but for 45";
  EXPECT_EQ(costly.outcome.candidates[1].score.mean, 420);
  EXPECT_EQ(costly.outcome.candidates[2].score.mean, 415);
  EXPECT_EQ(costly.outcome.candidates[2].behind.mean, 5);
  EXPECT_EQ(costly.outcome.candidates[2].behind.sd, 0) << "pairs of one round";
  const Ran less = run({"x", true, 2, {30, 0, 0}}, kThree, rounds);
  EXPECT_EQ(less.outcome.best, 1U) << "10 less at 2 each are not worth 30";
}

TEST(BestOf, LetsTheWorseGo) {
  std::vector<std::vector<double>> rounds;
  draws::Draws draw(9);
  for (int i = 0; i < 12; ++i) {
    const double chance = 50 * draw.normal();
    rounds.push_back({chance, chance + 10 + draw.normal(), chance + 10 + draw.normal()});
  }
  const Ran ran = run({"x", false, 1, {0, 0, 0}}, {0.1, 0.95, 10}, rounds);
  EXPECT_EQ(ran.outcome.end, SelectionEnd::kUndecided);
  EXPECT_EQ(ran.outcome.candidates[0].out_after, 10);
  EXPECT_EQ(ran.outcome.candidates[0].kpi.count, 10) << "it was not run any more";
  EXPECT_EQ(ran.outcome.candidates[1].kpi.count, 12);
  EXPECT_EQ(ran.outcome.replications, 12);
  EXPECT_THAT(ran.on, ElementsAre(false, true, true));
}

TEST(BestOf, SaysWhatItCannotCompare) {
  BestOf misspelt({"y", false, 1, {0, 0}}, kThree);
  const Replication one = with(1), unseen = with(0, false);
  EXPECT_THAT(misspelt.go_on({&one, &one}), ElementsAre(false, false));
  EXPECT_EQ(misspelt.outcome().end, SelectionEnd::kNoSuchKpi);
  BestOf some({"x", false, 1, {0, 0}}, kThree);
  EXPECT_THAT(some.go_on({&one, &one}), ElementsAre(true, true));
  EXPECT_EQ(some.outcome().end, SelectionEnd::kTooFew);
  EXPECT_THAT(some.go_on({&one, &unseen}), ElementsAre(false, false));
  EXPECT_EQ(some.outcome().end, SelectionEnd::kUnobserved);
  EXPECT_EQ(some.outcome().faulty, 1U);
  const Ran alike = run({"x", false, 1, {0, 0}}, kThree, {{1, 1}, {5, 5}, {3, 3}});
  EXPECT_EQ(alike.outcome.end, SelectionEnd::kTie);
}

}  // namespace
}  // namespace studies
