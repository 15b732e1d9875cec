#include "studies/comparison.h"

#include <gtest/gtest.h>

#include <cmath>

namespace studies {
namespace {

// Mean 100, sd 10: the mean's interval is 100 ± 4.68, 95 % of single replications are 100 ± 19.6.
KpiTable twenty_years() {
  std::vector<double> values;
  const double step = 10 / std::sqrt(20.0 / 19.0);
  for (int i = 0; i < 10; ++i) {
    values.push_back(100 - step);
    values.push_back(100 + step);
  }
  return KpiTable({{"trains", "trains", summarise(values)}, {"never", "h", summarise({})}});
}

scenarios::PublishedFigure figure(double value, const std::string& kpi = "trains") {
  scenarios::PublishedFigure published;
  published.id = "V1";
  published.value = value;
  published.kpi = kpi;
  return published;
}

ComparedFigure compare_one(const scenarios::PublishedFigure& published) {
  return compare_with_published({published}, twenty_years()).at(0);
}

TEST(Comparison, AgreesWithinTheIntervalOfTheMean) {
  const ComparedFigure one = compare_one(figure(104));
  EXPECT_EQ(one.verdict, Verdict::kAgrees);
  EXPECT_NEAR(*one.deviation, -4.0 / 104, 1e-12);
}

TEST(Comparison, IsCloseIfOneYearMayWellBeSo) {
  const ComparedFigure one = compare_one(figure(119));
  EXPECT_EQ(one.verdict, Verdict::kClose);
  EXPECT_NEAR(one.single_high, 119.599639845, 1e-8);
  EXPECT_NEAR(one.single_low, 80.400360155, 1e-8);
}

// sd 10 however few they are: Student's interval of two is 100 ± 90, and of one more year 100 ± 156.
TEST(Comparison, IsNoWiderWhereReplicationsAreFew) {
  const double half = 10 / std::sqrt(2.0);
  const KpiTable two({{"trains", "trains", summarise({100 - half, 100 + half})}});
  const auto verdict = [&](double value) {
    return compare_with_published({figure(value)}, two).at(0).verdict;
  };
  EXPECT_EQ(verdict(101), Verdict::kAgrees);
  EXPECT_EQ(verdict(119), Verdict::kAgrees);
  EXPECT_EQ(verdict(121), Verdict::kMiss);
  EXPECT_EQ(verdict(79), Verdict::kMiss);
}

TEST(Comparison, MissesBeyond) {
  EXPECT_EQ(compare_one(figure(122)).verdict, Verdict::kMiss);
  EXPECT_EQ(compare_one(figure(78)).verdict, Verdict::kMiss);
}

// 95 % of single replications end at 119.60; the interval of the mean at 104.68.
TEST(Comparison, TakesAPublishedValueAsItWasRounded) {
  EXPECT_EQ(compare_one(figure(105)).verdict, Verdict::kAgrees) << "105 may be 104.5";
  EXPECT_EQ(compare_one(figure(105.5)).verdict, Verdict::kClose);
  EXPECT_EQ(compare_one(figure(125.5)).verdict, Verdict::kMiss);
  EXPECT_EQ(compare_one(figure(200)).verdict, Verdict::kMiss) << "200 is not 150";
}

TEST(Comparison, HoldsBackWhatWasNeverFittedOnce) {
  EXPECT_TRUE(is_held_back(compare_one(figure(122)))) << "a miss as well";
  EXPECT_FALSE(is_held_back(compare_one(figure(100, "never"))));
  EXPECT_FALSE(is_held_back(compare_one(figure(100, ""))));
  scenarios::PublishedFigure repeated = figure(100), fitted = figure(100), input = figure(100);
  repeated.same_as = "V0";
  fitted.role = scenarios::FigureRole::kCalibrated;
  input.role = scenarios::FigureRole::kInput;
  for (const scenarios::PublishedFigure& one : {repeated, fitted, input})
    EXPECT_FALSE(is_held_back(compare_one(one)));
}

TEST(Comparison, BelievesTwoDigitsOfARoundNumber) {
  const KpiTable ten_and_a_bit({{"days", "d", summarise({10.6, 10.6})}});
  scenarios::PublishedFigure round = figure(10, "days");
  EXPECT_EQ(compare_with_published({round}, ten_and_a_bit).at(0).verdict, Verdict::kMiss);
  round.value = 11;
  EXPECT_EQ(compare_with_published({round}, ten_and_a_bit).at(0).verdict, Verdict::kAgrees);
}

TEST(Comparison, ARangeAgreesIfItReachesTheInterval) {
  scenarios::PublishedFigure wide = figure(150);
  wide.low = 103;
  EXPECT_EQ(compare_one(wide).verdict, Verdict::kAgrees);
  wide.low = 140;
  wide.high = 160;
  EXPECT_EQ(compare_one(wide).verdict, Verdict::kMiss);
}

// The interval of the mean ends at 104.68.
TEST(Comparison, BelievesAFigureWithinItsTolerance) {
  scenarios::PublishedFigure published = figure(110);
  published.tolerance = 5;
  EXPECT_EQ(compare_one(published).verdict, Verdict::kClose);
  published.tolerance = 5.5;
  EXPECT_EQ(compare_one(published).verdict, Verdict::kAgrees);
  published.low = 109;  // a range beside it takes nothing away
  EXPECT_EQ(compare_one(published).verdict, Verdict::kAgrees);
}

TEST(Comparison, UsesThePublishedUnit) {
  scenarios::PublishedFigure in_days = figure(100.0 / 24);
  in_days.factor = 1.0 / 24;
  const ComparedFigure one = compare_one(in_days);
  EXPECT_NEAR(one.simulated->mean, 100.0 / 24, 1e-12);
  EXPECT_NEAR(one.simulated->high() - one.simulated->low(), 2 * 4.680144 / 24, 1e-5);
  EXPECT_EQ(one.verdict, Verdict::kAgrees);
}

TEST(Comparison, LeavesNothingOut) {
  const auto all = compare_with_published({figure(1, ""), figure(1, "never"), figure(0)}, twenty_years());
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].verdict, Verdict::kNotSimulated);
  EXPECT_EQ(all[1].verdict, Verdict::kNotObserved);
  EXPECT_EQ(all[2].verdict, Verdict::kMiss);
  EXPECT_FALSE(all[2].deviation) << "no share of nothing";
}

}  // namespace
}  // namespace studies
