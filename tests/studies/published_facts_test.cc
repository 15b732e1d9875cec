// One fact in several years, one series of several facts.
#include "studies/published_facts.h"

#include <gtest/gtest.h>

#include "studies/forecasts.h"

namespace studies {
namespace {

using scenarios::PublishedFigure;
using Figures = std::vector<PublishedFigure>;

const std::string kWait = "line/L/westbound/path_wait_mean_h";

PublishedFigure figure(const std::string& id, const std::string& observable, const std::string& period,
                       double value, const std::string& kpi = kWait) {
  PublishedFigure one;
  one.id = id;
  one.observable = observable;
  one.scope = "the border";
  one.period = period;
  one.value = value;
  one.unit = "days";
  one.kpi = kpi;
  return one;
}

PublishedFigure same_as(PublishedFigure one, const std::string& other) {
  one.same_as = other;
  return one;
}

TEST(PublishedFacts, ASeriesIsKnownByIdOrWordsAndNotByKpi) {
  const PublishedFigure usual = figure("P7", "wait, usual", "2018", 2.5);
  EXPECT_EQ(same_series(usual, figure("P7", "wait of trains", "2021", 3)), SameSeries::kById);
  EXPECT_EQ(same_series(usual, figure("P9", "wait, usual", "2021", 3)), SameSeries::kByWords);
  EXPECT_EQ(same_series(usual, figure("P8", "wait, congested", "2018", 14)), SameSeries::kNo);
  PublishedFigure elsewhere = figure("P9", "wait, usual", "2021", 3);
  elsewhere.scope = "another border";
  EXPECT_EQ(same_series(usual, elsewhere), SameSeries::kNo);
}

// Two figures stand beside one KPI, the congested one first: the usual wait is forecast by the usual one.
TEST(PublishedFacts, AsItWasIsOfTheSameSeriesAmongFiguresOfOneKpi) {
  const Figures before{figure("P8", "wait, congested", "2017", 14), figure("P7", "wait, usual", "2017", 2.5)};
  const Figures after{figure("P7", "wait, usual", "2018", 3), figure("P9", "wait, congested", "2018", 20),
                      figure("P10", "wait, free", "2018", 1)};
  const std::vector<PublishedYear> years{{2017, before}, {2018, after}};
  const auto usual = as_it_was(after[0], years[1], years);
  ASSERT_TRUE(usual);
  EXPECT_EQ(usual->id, "P7");
  EXPECT_EQ(usual->value, 2.5);
  const auto congested = as_it_was(after[1], years[1], years);
  ASSERT_TRUE(congested) << "by its words";
  EXPECT_EQ(congested->id, "P8");
  EXPECT_FALSE(as_it_was(after[2], years[1], years)) << "no free wait was published before";
}

// Both beside one KPI in days: 48 h are forecast as 2 days.
TEST(PublishedFacts, AsItWasIsInTheUnitOfTheLaterFigure) {
  Figures before{figure("T1", "time", "2017", 48)};
  before[0].factor = 24;
  const Figures after{figure("T1", "time", "2018", 3)};
  const std::vector<PublishedYear> years{{2017, before}, {2018, after}};
  const auto known = as_it_was(after[0], years[1], years);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->value, 2);
}

TEST(PublishedFacts, AsItWasIsNoCopyAndNothingOfTheSameTime) {
  const PublishedFigure shown = figure("P7", "wait", "2018", 2.5);
  const Figures before{shown, figure("P6", "wait", "2018", 9)}, after{shown};
  const std::vector<PublishedYear> years{{2017, before}, {2018, after}};
  EXPECT_FALSE(as_it_was(after[0], years[1], years));
  const Figures of_a_span{figure("P7", "wait", "2015-2018", 2)};
  EXPECT_FALSE(as_it_was(after[0], years[1], {{2017, of_a_span}, years[1]})) << "it is not over before";
  const Figures without_period{figure("P7", "wait", "", 2)};
  EXPECT_EQ(as_it_was(after[0], years[1], {{2017, without_period}, years[1]})->year, 2017);
}

// V1 and D1 state one fact, of which only D1 has the words of the year before.
TEST(PublishedFacts, AsItWasKnowsAFactByEachOfItsStatements) {
  const Figures before{figure("D0", "trains", "2017", 100)};
  const Figures after{figure("V1", "container trains", "2018", 200),
                      same_as(figure("D1", "trains", "2018", 200), "V1")};
  const std::vector<PublishedYear> years{{2017, before}, {2018, after}};
  ASSERT_TRUE(as_it_was(after[0], years[1], years));
  EXPECT_EQ(as_it_was(after[0], years[1], years)->id, "D0");
}

TEST(PublishedFacts, AsItWasTakesTheLatestTimeThenTheSurestSeries) {
  const Figures first{figure("P7", "wait", "2015", 1)};
  const Figures second{figure("P6", "wait", "2017", 2), figure("P7", "wait", "2017", 3)};
  const Figures third{figure("P7", "wait", "2018", 4)};
  const std::vector<PublishedYear> years{{2018, third}, {2015, first}, {2017, second}};
  const auto known = as_it_was(third[0], years[0], years);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->year, 2017);
  EXPECT_EQ(known->value, 3) << "of the same id, before one of the same words";
}

TEST(PublishedFacts, AFactIsScoredInTheYearOfItsPeriod) {
  const Figures shown{figure("P7", "wait", "2018", 2.5)};
  EXPECT_EQ(scored_in(shown[0], {{2017, shown}, {2018, shown}, {2021, shown}}), 2018);
  EXPECT_EQ(scored_in(shown[0], {{2021, shown}, {2015, shown}}), 2021) << "3 years off, and 3: the latest";
  EXPECT_EQ(scored_in(shown[0], {{2015, shown}, {2017, shown}}), 2017) << "the nearest";
  const Figures span{figure("P8", "wait", "2018-2021", 14)};
  EXPECT_EQ(scored_in(span[0], {{2017, span}, {2018, span}, {2021, span}}), 2021) << "of several the latest";
}

TEST(PublishedFacts, AFactIsNotScoredWhereItIsNotJudged) {
  Figures input{figure("P7", "wait", "2018", 2.5)};
  input[0].role = scenarios::FigureRole::kInput;
  const Figures judged{figure("P7", "wait", "2018", 2.5)};
  EXPECT_FALSE(scored_in(input[0], {{2018, input}, {2017, judged}}));
  EXPECT_EQ(scored_in(judged[0], {{2018, input}, {2017, judged}}), 2017);
  EXPECT_FALSE(scored_in(same_as(judged[0], "V1"), {{2017, judged}}));
  EXPECT_FALSE(scored_in(figure("P7", "wait", "2018", 2.5, ""), {{2017, judged}}));
}

TEST(PublishedFacts, OneIdOfTwoPeriodsIsTwoFacts) {
  const Figures before{figure("P7", "wait", "2017", 2)}, after{figure("P7", "wait", "2018", 3)};
  const std::vector<PublishedYear> years{{2017, before}, {2018, after}};
  EXPECT_EQ(scored_in(before[0], years), 2017);
  EXPECT_EQ(scored_in(after[0], years), 2018);
}

}  // namespace
}  // namespace studies
