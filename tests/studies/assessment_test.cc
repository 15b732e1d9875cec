// Scores and naive forecasts, reckoned by hand.
#include "studies/assessment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace studies {
namespace {

constexpr const char* kRailway = R"(
name: "toy"
network {
  train_classes { id: "slow" speed_factor: 0.5 }
  points { id: "A" gauges_mm: 1435 }
  points { id: "B" gauges_mm: 1435 }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 500 tracks: 2 speed_km_per_day: 1000 }
}
services {
  services {
    id: "A-B" origin: "A" destination: "B" direction: WESTBOUND
    formation { rule: RATE train_feu: 40 own_containers: 40 interval { unit: HOURS constant: 8 } }
  }
}
)";

// Two points half a day apart; counts from 1 January of `year`.
scenarios::Scenario scenario(int year, const std::string& published, const std::string& services = "") {
  const std::chrono::sys_days begin = std::chrono::year{year} / 1 / 1;
  const std::int64_t seconds = std::chrono::sys_seconds{begin}.time_since_epoch().count();
  const std::string experiment =
      "experiment { count_from { seconds: " + std::to_string(seconds) +
      " } counted { seconds: 86400 } watches { id: \"w\" from: \"A\" to: \"B\" } " + published + " }";
  std::string railway = kRailway;
  railway.insert(railway.rfind('}'), services);
  const scenarios::LoadResult loaded =
      scenarios::Scenario::parse(railway + experiment, scenarios::Format::kText, "toy.txtpb");
  for (const scenarios::Problem& problem : loaded.problems) ADD_FAILURE() << text_of(problem);
  return loaded.scenario.value();
}

std::string figure(const std::string& id, const std::string& kpi, double value, const std::string& unit,
                   const std::string& more = "") {
  return "published { id: \"" + id + "\" observable: \"x\" value: " + std::to_string(value) + " unit: \"" +
         unit + "\" kpi: \"" + kpi + "\" " + (more.empty() ? "role: COMPARED" : more) + " } ";
}

KpiTable simulated(double days, double trains) {
  return KpiTable({{"watch/w/mean_days", "days", summarise({days, days})},
                   {"total/both/trains_departed", "trains", summarise({trains, trains})}});
}

const std::string kDays = "watch/w/mean_days";
const std::string kTrains = "total/both/trains_departed";

TEST(Assessment, TakesTheLatestEarlierYearForAForecast) {
  const scenarios::Scenario first = scenario(2015, figure("F1", kTrains, 200, "trains/y", "role: INPUT"));
  const scenarios::Scenario second = scenario(2017, figure("F2", kTrains, 300, "trains/y"));
  const scenarios::Scenario third =
      scenario(2018, figure("F3", kTrains, 2, "trains/day", "role: COMPARED factor: 0.01"));
  const KpiTable kpis = simulated(1, 1);
  const auto figures = assess({{third, kpis}, {first, kpis}, {second, kpis}});
  ASSERT_EQ(figures.size(), 3u);
  ASSERT_TRUE(figures[0].as_it_was) << "whatever the order in which years are named";
  EXPECT_EQ(figures[0].as_it_was->id, "F2");
  EXPECT_EQ(figures[0].as_it_was->year, 2017);
  EXPECT_DOUBLE_EQ(figures[0].as_it_was->value, 3) << "in the later figure's unit";
  EXPECT_FALSE(figures[1].as_it_was) << "nothing is earlier";
  EXPECT_EQ(figures[2].as_it_was->id, "F1");
}

TEST(Assessment, ForecastsTimesWithoutWaiting) {
  const scenarios::Scenario one = scenario(
      2017, figure("F1", kDays, 1, "days") +
                figure("F2", "service/A-B/mean_days", 12, "h", "role: COMPARED factor: 24") +
                figure("F3", "transit/A-B/mean_days", 1, "days") + figure("F4", kTrains, 9, "trains/y"));
  const auto figures = assess({{one, simulated(1, 1)}});
  EXPECT_DOUBLE_EQ(figures.at(0).without_waiting.value(), 0.5);
  EXPECT_DOUBLE_EQ(figures.at(1).without_waiting.value(), 12);
  EXPECT_DOUBLE_EQ(figures.at(2).without_waiting.value(), 0.5);
  EXPECT_FALSE(figures.at(3).without_waiting) << "no time";
}

// Half a day, and a day for trains of half the speed.
TEST(Assessment, ForecastsTheMeanOverServices) {
  const std::string second =
      "services { id: \"A-B.slow\" origin: \"A\" destination: \"B\" direction: WESTBOUND train_class: "
      "\"slow\"\n"
      "  formation { rule: RATE train_feu: 40 own_containers: 40 interval { unit: HOURS constant: 8 } } }\n";
  const scenarios::Scenario two = scenario(
      2017, figure("F1", "transit/A-B/mean_days", 1, "days") + figure("F2", kDays, 1, "days"), second);
  const auto figures = assess({{two, simulated(1, 1)}});
  EXPECT_DOUBLE_EQ(figures.at(0).without_waiting.value(), 0.75);
  EXPECT_DOUBLE_EQ(figures.at(1).without_waiting.value(), 0.75);
}

// 2017: time 8 where 10 was published (20 % off; without waiting 95 %), trains exact; 2018: trains 330 of
// 300 (10 %; as in 2017: 100 of 300, 67 %). What went in, what is told twice and what has no data does not
// count.
TEST(Assessment, ScoresWhatWasHeldBack) {
  const scenarios::Scenario before =
      scenario(2017, figure("F1", kDays, 10, "days") + figure("F2", kTrains, 100, "trains/y") +
                         figure("F3", kTrains, 7, "trains/y", "role: INPUT") +
                         figure("F4", kTrains, 5, "trains/y", "role: COMPARED same_as: \"F2\"") +
                         "published { id: \"F5\" observable: \"x\" value: 4 unit: \"days\" role: COMPARED "
                         "why_not: \"no\" }");
  const scenarios::Scenario after = scenario(2018, figure("F6", kTrains, 300, "trains/y"));
  const std::vector<AssessmentScore> all =
      scores(assess({{before, simulated(8, 100)}, {after, simulated(8, 330)}}));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].of, "times");
  EXPECT_EQ(all[0].figures, 1);
  EXPECT_EQ(all[0].hits, 0);
  EXPECT_DOUBLE_EQ(all[0].error, 0.2);
  EXPECT_EQ(all[0].without_waiting.figures, 1);
  EXPECT_DOUBLE_EQ(all[0].without_waiting.naive, 0.95);
  EXPECT_DOUBLE_EQ(all[0].without_waiting.simulated, 0.2);
  EXPECT_EQ(all[1].of, "trains and TEU");
  EXPECT_EQ(all[1].figures, 2);
  EXPECT_EQ(all[1].hits, 1);
  EXPECT_NEAR(all[1].error, 0.05, 1e-12);
  EXPECT_EQ(all[1].as_it_was.figures, 1);
  EXPECT_NEAR(all[1].as_it_was.simulated, 0.1, 1e-12);
  EXPECT_NEAR(all[1].as_it_was.naive, 2.0 / 3, 1e-12);
  EXPECT_EQ(all[1].as_it_was.nearer, 1);
  EXPECT_EQ(all[1].of_other_years, 0);
  EXPECT_EQ(all[2].of, "all");
  EXPECT_EQ(all[2].figures, 3);
  EXPECT_NEAR(all[2].error, (0.2 + 0.1) / 3, 1e-12);
}

// Both years show the figure; it counts in that of its period, and is no forecast of itself.
TEST(Assessment, ScoresAFactOnceInItsYear) {
  const std::string of_2018 = figure("F1", kDays, 10, "days", "role: COMPARED period: \"2018\"");
  const scenarios::Scenario before = scenario(2017, of_2018), after = scenario(2018, of_2018);
  const auto figures = assess({{before, simulated(8, 1)}, {after, simulated(9, 1)}});
  EXPECT_FALSE(figures.at(0).is_scored());
  EXPECT_FALSE(figures.at(0).compared.of_the_year);
  EXPECT_EQ(figures.at(0).scored_in, 2018);
  EXPECT_TRUE(figures.at(1).is_scored());
  EXPECT_TRUE(figures.at(1).compared.of_the_year);
  EXPECT_FALSE(figures.at(1).as_it_was);
  const AssessmentScore all = scores(figures).back();
  EXPECT_EQ(all.figures, 1);
  EXPECT_EQ(all.of_other_years, 0);
  EXPECT_DOUBLE_EQ(all.error, 0.1);
}

TEST(Assessment, ScoresAFigureOfNoAssessedYearInTheNearest) {
  const std::string of_2018 = figure("F1", kDays, 10, "days", "role: COMPARED period: \"2018\"");
  const scenarios::Scenario far = scenario(2015, of_2018), near = scenario(2017, of_2018);
  const auto figures = assess({{far, simulated(9, 1)}, {near, simulated(8, 1)}});
  EXPECT_FALSE(figures.at(0).is_scored());
  EXPECT_TRUE(figures.at(1).is_scored());
  EXPECT_EQ(scores(figures).back().of_other_years, 1);
  EXPECT_DOUBLE_EQ(scores(figures).back().error, 0.2);
}

// A run by itself has no other year in which a neighbour's figures could count.
TEST(Assessment, ARunIsJudgedByFiguresOfItsYear) {
  const auto counts = [](const std::string& period) {
    const scenarios::Scenario run =
        scenario(2017, figure("F1", kDays, 10, "days", "role: COMPARED period: \"" + period + "\""));
    return counts_in_a_run(compare_with_published(run, simulated(10, 1)).at(0));
  };
  EXPECT_TRUE(counts("2017"));
  EXPECT_TRUE(counts("2016-2018"));
  EXPECT_TRUE(counts("")) << "of the scenario's year, if nothing is said";
  EXPECT_FALSE(counts("2018"));
  EXPECT_FALSE(counts("2018-"));
}

// Nothing is said where there is nothing to say it of, and where one figure has one.
TEST(Assessment, SaysWhyNothingStandsAsItWas) {
  const scenarios::Scenario before = scenario(2017, figure("F1", kTrains, 100, "trains/y"));
  const scenarios::Scenario after = scenario(2018, figure("F2", kDays, 10, "days"));
  const scenarios::Scenario again = scenario(2018, figure("F1", kTrains, 300, "trains/y"));
  const KpiTable kpis = simulated(8, 100);
  EXPECT_EQ(why_no_as_it_was(assess({{before, kpis}})),
            "There is no \"as it was\" to set them against: the scenario of 2017 shows nothing that was "
            "published of "
            "the same series for an earlier time; name scenarios of earlier years too.");
  EXPECT_EQ(why_no_as_it_was(assess({{before, kpis}, {after, kpis}})),
            "There is no \"as it was\" to set them against: nothing of the same series was published for an "
            "earlier "
            "time.");
  EXPECT_EQ(why_no_as_it_was(assess({{before, kpis}, {again, kpis}})), "");
  EXPECT_EQ(why_no_as_it_was({}), "");
}

// A route's length is right or wrong with the map, whatever runs on it.
TEST(Assessment, ScoresNoLengths) {
  const scenarios::Scenario one =
      scenario(2017, figure("F1", kDays, 8, "days") + figure("F2", "service/A-B/route_km", 500, "km"));
  const KpiTable kpis(
      {{kDays, "days", summarise({8, 8})}, {"service/A-B/route_km", "km", summarise({500, 500})}});
  const auto figures = assess({{one, kpis}});
  EXPECT_TRUE(figures.at(0).is_scored());
  EXPECT_EQ(figures.at(1).compared.verdict, Verdict::kAgrees);
  EXPECT_TRUE(is_of_the_map(figures.at(1).compared.figure));
  EXPECT_FALSE(figures.at(1).is_scored());
  EXPECT_EQ(scores(figures).back().figures, 1);
}

}  // namespace
}  // namespace studies
