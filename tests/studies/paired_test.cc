// Differences with common random numbers, and the correction for looking at many.
#include "studies/paired.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <random>

namespace studies {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

// By hand: 4 x 0.005, 3 x 0.01, then 2 x 0.03, and 0.04 may not be below it.
TEST(Holm, StepsDown) {
  EXPECT_THAT(holm({0.01, 0.04, 0.03, 0.005}), ElementsAre(DoubleNear(0.03, 1e-15), DoubleNear(0.06, 1e-15),
                                                           DoubleNear(0.06, 1e-15), DoubleNear(0.02, 1e-15)));
  EXPECT_THAT(holm({0.6, 0.7}), ElementsAre(1, 1));
  EXPECT_THAT(holm({}), ElementsAre());
}

// R: t.test(1:10)$p.value.
TEST(POfZeroMean, IsStudents) {
  EXPECT_NEAR(p_of_zero_mean(summarise({1, 2, 3, 4, 5, 6, 7, 8, 9, 10})), 0.0002781960, 1e-10);
  EXPECT_EQ(p_of_zero_mean(summarise({0, 0, 0})), 1);
  EXPECT_EQ(p_of_zero_mean(summarise({3, 3, 3})), 0.25) << "as likely as three heads, or three tails";
  EXPECT_EQ(p_of_zero_mean(summarise({3})), 1) << "nothing is known from one";
  EXPECT_EQ(p_of_zero_mean(summarise({-1, 1})), 1);
}

rail::Kpi kpi(const char* key, double value, bool observed = true) { return {key, "h", value, observed}; }

ReplicationsResult result_of(const std::vector<std::vector<rail::Kpi>>& replications) {
  ReplicationsResult result;
  for (const auto& kpis : replications) {
    result.complete.emplace_back();
    result.complete.back().kpis = kpis;
  }
  return result;
}

TEST(Paired, TakesDifferencesOfTheSameReplication) {
  const ReplicationsResult base =
      result_of({{kpi("a/x", 10), kpi("a/y", 1)}, {kpi("a/x", 20), kpi("a/y", 2)}});
  const ReplicationsResult variant =
      result_of({{kpi("new", 0), kpi("a/x", 13)}, {kpi("new", 0), kpi("a/x", 25)}});
  const std::vector<PairedKpi> all = paired(base, variant, {"a/*"});
  ASSERT_EQ(all.size(), 1u) << "the variant has no a/y";
  EXPECT_EQ(all[0].difference.mean, 4);
  EXPECT_NEAR(all[0].difference.sd, std::sqrt(2.0), 1e-12);
  EXPECT_EQ(all[0].base.mean, 15);
  EXPECT_NEAR(all[0].variance_left.value(), 2.0 / (50 + 72), 1e-12);
}

// Of numbers of this size one is 12 digits behind the point: what is left of a tenth more of each replication
// is rounding, and the same in all.
TEST(Paired, TakesRoundingForNothing) {
  const std::vector<double> base = {551619175.1, 534458313.7, 568706294.3, 501234567.9};
  std::vector<double> more, same;
  for (const double one : base) {
    more.push_back(one + 0.1);
    same.push_back(one / 3600 * 3600 * (1 + 1e-16));
  }
  const auto result = [](const std::vector<double>& values) {
    std::vector<std::vector<rail::Kpi>> all;
    for (const double value : values) all.push_back({kpi("a/x", value)});
    return result_of(all);
  };
  const PairedKpi constant = paired(result(base), result(more), {"a/*"}).at(0);
  EXPECT_EQ(constant.difference.sd, 0);
  EXPECT_EQ(constant.p, 0.125) << "as likely as four equal signs";
  EXPECT_EQ(constant.variance_left, 0);
  const PairedKpi none = paired(result(base), result(same), {"a/*"}).at(0);
  EXPECT_EQ(none.difference.mean, 0);
  EXPECT_EQ(none.p, 1);
  const PairedKpi fixed = paired(result({7, 7}), result({8, 8}), {"a/*"}).at(0);
  EXPECT_FALSE(fixed.variance_left) << "it does not vary";
  EXPECT_EQ(p_of_equal_means({0.3, 0.3}, {0.1 + 0.2, 0.3}), 1) << "neither varies, and they are equal";
  EXPECT_EQ(p_of_equal_means({0.3, 0.1 + 0.2}, {0.4, 0.4}), 0) << "neither varies, and they are not";
}

// A difference that varies from pair to pair looks the same after the first one as one that never does.
TEST(Paired, OnePairSaysNothing) {
  const auto once = paired(result_of({{kpi("a/x", 10)}}), result_of({{kpi("a/x", 13)}}), {"a/*"});
  EXPECT_EQ(once[0].p, 1);
  EXPECT_FALSE(differs(once[0]));
  const ReplicationsResult always_10 = result_of({{kpi("a/x", 10)}, {kpi("a/x", 10)}});
  const ReplicationsResult always_13 = result_of({{kpi("a/x", 13)}, {kpi("a/x", 13)}});
  EXPECT_EQ(paired(always_10, always_13, {"a/*"})[0].p, 0) << "neither varies";
}

// As of a service, or of re-routing, that only one of both has.
TEST(Unpaired, IsWhatHasNoPair) {
  const ReplicationsResult base =
      result_of({{kpi("a/x", 10), kpi("a/gone", 4), kpi("a/odd", 1), kpi("a/never", 0, false)},
                 {kpi("a/x", 20), kpi("a/gone", 6), kpi("a/odd", 0, false), kpi("a/never", 0, false)}});
  const ReplicationsResult variant = result_of({{kpi("a/new", 3), kpi("a/x", 13), kpi("a/odd", 0, false)},
                                                {kpi("a/new", 5), kpi("a/x", 25), kpi("a/odd", 7)}});
  EXPECT_EQ(paired(base, variant, {"a/*"}).size(), 1u);
  const std::vector<UnpairedKpi> all = unpaired(base, variant, {"a/*"});
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].key, "a/gone");
  EXPECT_EQ(all[0].base.mean, 5);
  EXPECT_EQ(all[0].variant.count, 0);
  EXPECT_EQ(all[1].key, "a/odd") << "both have it, but not in the same replication";
  EXPECT_EQ(all[1].base.count, 1);
  EXPECT_EQ(all[1].variant.mean, 7);
  EXPECT_EQ(all[2].key, "a/new");
  EXPECT_EQ(all[2].unit, "h");
  EXPECT_EQ(all[2].variant.mean, 4);
  EXPECT_TRUE(unpaired(base, variant, {"b/*"}).empty());
}

TEST(Paired, LeavesOutWhatOneDidNotObserve) {
  const ReplicationsResult base = result_of({{kpi("x", 1)}, {kpi("x", 0, false)}, {kpi("x", 5)}});
  const ReplicationsResult variant = result_of({{kpi("x", 2)}, {kpi("x", 9)}, {kpi("x", 7)}});
  const std::vector<PairedKpi> all = paired(base, variant, {"x"});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].difference.count, 2);
  EXPECT_EQ(all[0].difference.mean, 1.5);
  EXPECT_TRUE(paired(base, variant, {"*/x"}).empty());
}

// Of true differences of zero, one in twenty intervals misses it; with Holm's correction, in one of twenty
// studies of ten KPIs is any called different. 2,000 studies: three standard errors are 0.015.
TEST(Paired, IsWrongAsOftenAsItSays) {
  std::mt19937_64 random(20171231);
  const boost::math::normal law;
  int missed = 0, wrong = 0;
  constexpr int kStudies = 2000, kKpis = 10, kPairs = 12;
  for (int study = 0; study < kStudies; ++study) {
    std::vector<double> p;
    for (int k = 0; k < kKpis; ++k) {
      std::vector<double> differences;
      for (int i = 0; i < kPairs; ++i) {
        const double uniform = (static_cast<double>(random() >> 11U) + 0.5) * 0x1p-53;
        differences.push_back(boost::math::quantile(law, uniform));
      }
      const Summary summary = summarise(differences);
      missed += summary.low() > 0 || summary.high() < 0 ? 1 : 0;
      p.push_back(p_of_zero_mean(summary));
    }
    bool any = false;
    for (const double corrected : holm(p)) any = any || corrected < 0.05;
    wrong += any ? 1 : 0;
  }
  EXPECT_NEAR(missed / double{kStudies * kKpis}, 0.05, 0.005);
  EXPECT_NEAR(wrong / double{kStudies}, 0.05, 0.015);
}

}  // namespace
}  // namespace studies
