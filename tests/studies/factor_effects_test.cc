// How KPIs of a sweep answer to its factors, one by one.
#include "studies/factor_effects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace studies {
namespace {

// The example of SciPy's manual for stats.spearmanr, and of a tie in it.
TEST(FactorEffects, CorrelateRanks) {
  EXPECT_NEAR(rank_correlation({1, 2, 3, 4, 5}, {5, 6, 7, 8, 7}), 0.8207826816681233, 1e-12);
  EXPECT_NEAR(rank_correlation({1, 2, 3, 4}, {1, 8, 27, 1e9}), 1, 1e-12) << "ranks alone count";
  EXPECT_NEAR(rank_correlation({1, 2, 3, 4}, {4, 3, 2, 1}), -1, 1e-12);
  EXPECT_EQ(rank_correlation({1, 2, 3}, {7, 7, 7}), 0);
}

// `count` points of two factors: the first is 0, 1, 2 ..., the second goes round without hanging on it.
StudyFacts facts_of(std::size_t count, const std::string& design) {
  StudyFacts facts;
  facts.identity = {{"design", design}};
  facts.factors = {{"demand", "demand/growth"}, {"cranes", "gauge_changes/*/bays"}};
  for (std::size_t i = 0; i < count; ++i)
    facts.points.push_back({std::to_string(i), std::to_string((17 * i) % count)});
  return facts;
}

Summary mean(double value) {
  Summary summary;
  summary.count = 3;
  summary.mean = value;
  return summary;
}

std::vector<Summary> tenfold(std::size_t count) {
  std::vector<Summary> means;
  for (std::size_t i = 0; i < count; ++i) means.push_back(mean(10 * static_cast<double>(i)));
  return means;
}

TEST(FactorEffects, AreOfWhatAKpiAnswersTo) {
  const std::vector<FactorEffect> effects =
      factor_effects(facts_of(40, "latin hypercube, seed 1"), tenfold(40));
  ASSERT_EQ(effects.size(), 1u) << "of cranes nothing hangs";
  EXPECT_EQ(effects[0].factor, "demand");
  EXPECT_NEAR(effects[0].rank_correlation, 1, 1e-12);
  EXPECT_NEAR(effects[0].low_mean, 45, 1e-9) << "of 0 to 9";
  EXPECT_EQ(effects[0].low_until, 9);
  EXPECT_NEAR(effects[0].high_mean, 345, 1e-9) << "of 30 to 39";
  EXPECT_EQ(effects[0].high_from, 30);
}

// By SciPy's spearmanr p is 0.0306 for the first factor and 0.95 for the other: of two factors that may be
// chance (Holm: 0.061), of one alone it is not.
TEST(FactorEffects, AreCorrectedForLookingAtSeveral) {
  StudyFacts facts = facts_of(40, "latin hypercube, seed 1");
  std::vector<Summary> means;
  for (int i = 0; i < 40; ++i) means.push_back(mean((20 * i + i * i / 23) % 40));
  EXPECT_TRUE(factor_effects(facts, means).empty());
  facts.factors.pop_back();
  const std::vector<FactorEffect> effects = factor_effects(facts, means);
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_NEAR(effects[0].p, 0.030582756461862332, 1e-9);
  EXPECT_NEAR(factor_effects(facts, tenfold(40), 4)[0].p, 0, 1e-12);
  EXPECT_TRUE(factor_effects(facts, means, 2).empty()) << "if two KPIs are looked at";
}

TEST(FactorEffects, AreNotLookedForInWordsWhichIsSaid) {
  StudyFacts facts = facts_of(40, "latin hypercube, seed 1");
  EXPECT_TRUE(factors_not_looked_at(facts).empty());
  facts.points.back()[0] = "BINDING";
  EXPECT_EQ(factors_not_looked_at(facts), std::vector<std::string>{"demand"});
  EXPECT_TRUE(factor_effects(facts, tenfold(40)).empty());
  EXPECT_EQ(not_looked_at_text({"demand"}),
            "Whether KPIs answer to demand is not known: its values are no numbers.");
  StudyFacts few = facts;
  few.points.resize(19);
  few.points[0][0] = "BINDING";
  EXPECT_TRUE(factors_not_looked_at(few).empty()) << "of 19 points nothing is said at all";
  facts.identity = {{"design", "grid"}};
  EXPECT_TRUE(factors_not_looked_at(facts).empty()) << "nor of a grid";
}

TEST(FactorEffects, NeedPointsThatAreDrawnAndEnoughOfThem) {
  EXPECT_TRUE(factor_effects(facts_of(40, "grid"), tenfold(40)).empty())
      << "values of a list may hang together";
  EXPECT_TRUE(factor_effects(facts_of(19, "latin hypercube, seed 1"), tenfold(19)).empty());
  std::vector<Summary> half = tenfold(40);
  for (std::size_t i = 0; i < half.size(); i += 2) half[i] = {};  // not run yet
  const std::vector<FactorEffect> effects = factor_effects(facts_of(40, "latin hypercube, seed 1"), half);
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_NEAR(effects[0].low_mean, 50, 1e-9) << "of 1, 3, 5, 7 and 9";
}

TEST(FactorEffects, AreToldInASentence) {
  const std::vector<StudyKpi> kpis = {{"nothing", "nothing", "h", std::vector<Summary>(40)},
                                      {"teu", "TEU delivered", "TEU", tenfold(40)}};
  const std::vector<KpiEffects> found = first_effects(facts_of(40, "latin hypercube, seed 1"), kpis);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].key, "teu");
  EXPECT_EQ(
      effects_text(found[0]),
      "TEU delivered answers most to demand (45 with the lowest quarter, up to 9; 345 with the highest, "
      "from 30).");
}

// SciPy's p of the first factor is 0.0306 there: sure of one KPI, and of one that is 0 everywhere beside it,
// but not of two.
TEST(FactorEffects, OfKpisThatAreZeroEverywhereDoNotCount) {
  StudyFacts facts = facts_of(40, "latin hypercube, seed 1");
  facts.factors.pop_back();
  StudyKpi kpi{"k", "k", "", {}};
  for (int i = 0; i < 40; ++i) kpi.at.push_back(mean((20 * i + i * i / 23) % 40));
  const StudyKpi zero{"zero", "zero", "", std::vector<Summary>(40, mean(0))};
  EXPECT_EQ(first_effects(facts, {zero, kpi}).size(), 1u);
  EXPECT_TRUE(first_effects(facts, {kpi, kpi}).empty());
}

TEST(FactorEffects, AreLookedForInTheFirstSixKpis) {
  const StudyFacts facts = facts_of(40, "latin hypercube, seed 1");
  EXPECT_EQ(first_effects(facts, std::vector<StudyKpi>(7, {"k", "k", "", tenfold(40)})).size(), 6u);
}

}  // namespace
}  // namespace studies
