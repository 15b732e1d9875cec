// Replications until KPIs are known well enough.
#include "studies/precision.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/studies/draws.h"

namespace studies {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Replication with(const std::vector<rail::Kpi>& kpis) {
  Replication replication;
  replication.kpis = kpis;
  return replication;
}

rail::Kpi kpi(const char* key, double value, bool observed = true) { return {key, "h", value, observed}; }

// How many of these replications a rule lets run.
int ends_after(PrecisionRule& rule, const std::vector<Replication>& replications) {
  for (std::size_t i = 0; i < replications.size(); ++i)
    if (!rule.go_on({&replications[i]}).front()) return static_cast<int>(i) + 1;
  return 0;
}

std::vector<Replication> random_ones(int count) {
  draws::Draws draw(5);
  std::vector<Replication> all;
  for (int i = 0; i < count; ++i)
    all.push_back(with({kpi("a/steady", 100 + draw.normal()), kpi("a/wild", 100 + 20 * draw.normal()),
                        kpi("b/wilder", 100 + 90 * draw.normal())}));
  return all;
}

// The first n at which the interval of the first n is narrow enough, worked out from the beginning each time.
int narrow_after(const std::vector<Replication>& all, std::size_t k, double relative) {
  std::vector<double> values;
  for (const Replication& one : all) {
    values.push_back(one.kpis[k].value);
    const Summary summary = summarise(values);
    if (values.size() >= 10 && *summary.half_width * (1 + relative) <= relative * std::abs(summary.mean))
      return static_cast<int>(values.size());
  }
  return 0;
}

TEST(PrecisionRule, EndsAtTheFirstReplicationThatIsEnough) {
  const std::vector<Replication> all = random_ones(400);
  PrecisionRule steady({0.05, {"a/steady"}});
  EXPECT_EQ(ends_after(steady, all), 10) << "never fewer";
  PrecisionRule both({0.05, {"a/*"}});
  const int expected = narrow_after(all, 1, 0.05);
  ASSERT_GT(expected, 20);
  EXPECT_EQ(ends_after(both, all), expected) << "all of them have to be precise";
  const PrecisionOutcome outcome = both.outcome();
  EXPECT_TRUE(outcome.reached);
  EXPECT_EQ(outcome.replications, expected);
  ASSERT_EQ(outcome.kpis.size(), 2U) << "b/wilder was not asked for";
  EXPECT_EQ(outcome.kpis[1].key, "a/wild");
  EXPECT_LE(*outcome.kpis[1].relative(), 0.05 / 1.05);
}

TEST(PrecisionRule, SaysWhatItDidNotReach) {
  PrecisionRule rule({0.01, {"*/*"}});
  EXPECT_EQ(ends_after(rule, random_ones(30)), 0);
  const PrecisionOutcome outcome = rule.outcome();
  EXPECT_FALSE(outcome.reached);
  EXPECT_EQ(outcome.replications, 30);
  EXPECT_TRUE(outcome.kpis[0].reached);
  EXPECT_FALSE(outcome.kpis[1].reached);
  EXPECT_FALSE(outcome.kpis[2].reached);
}

TEST(PrecisionRule, DoesNotWaitForWhatNeverComes) {
  std::vector<Replication> all;
  for (int i = 0; i < 30; ++i)
    all.push_back(with({kpi("seen", 5), kpi("never", 0, false), kpi("late", 7, i >= 8), kpi("none", 0)}));
  PrecisionRule misspelt({0.01, {"seen", "sene"}});
  EXPECT_EQ(ends_after(misspelt, all), 1);
  EXPECT_THAT(misspelt.unmatched(), ElementsAre("sene"));
  PrecisionRule never({0.01, {"never"}});
  EXPECT_EQ(ends_after(never, all), 10);
  EXPECT_FALSE(never.outcome().reached);
  EXPECT_THAT(never.unmatched(), IsEmpty());
  PrecisionRule late({0.01, {"late", "never", "seen"}});
  EXPECT_EQ(ends_after(late, all), 18) << "ten in which it was seen";
  PrecisionRule none({0.01, {"none"}});
  EXPECT_EQ(ends_after(none, all), 10) << "zero for certain";
  EXPECT_EQ(none.outcome().kpis[0].relative(), 0.0);
}

// The variant is one less or one more, in turn: half an interval of 10 such is 0.754, 0.7 % of 101 but never
// a share of a difference of zero.
TEST(PrecisionRule, TakesDifferencesAsSharesOfTheBase) {
  PrecisionRule rule({0.01, {"x"}});
  draws::Draws draw(3);
  for (int i = 0; i < 10; ++i) {
    const double chance = 50 * draw.normal();
    const Replication base = with({kpi("x", 101 + chance)});
    const Replication variant = with({kpi("new", 1), kpi("x", 101 + chance + (i % 2 == 0 ? 1 : -1))});
    const std::vector<bool> on = rule.go_on({&base, &variant});
    EXPECT_THAT(on, ElementsAre(i < 9, i < 9));
  }
  const PrecisionOutcome outcome = rule.outcome();
  ASSERT_EQ(outcome.kpis.size(), 1U);
  EXPECT_EQ(outcome.kpis[0].variant, 1U);
  EXPECT_NEAR(outcome.kpis[0].summary.mean, 0, 1e-9);
  EXPECT_NEAR(*outcome.kpis[0].summary.half_width, 2.2621571627982055 / 3, 1e-9);
}

}  // namespace
}  // namespace studies
