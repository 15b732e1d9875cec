// What `landbridge compare` says of differences that are sure, unsure and none.
#include "cli/compare_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "studies/variance_left.h"
#include "tests/cli/program.h"
#include "tests/studies/toy_models.h"

namespace cli {
namespace {

using testing::HasSubstr;
using testing::Not;

studies::PairedKpi teu(double difference, double half_width, double p) {
  studies::PairedKpi kpi;
  kpi.key = "total/both/teu_delivered";
  kpi.unit = "TEU";
  kpi.base = {10, 1000, 20, 15};
  kpi.variant = {10, 1000 + difference, 20, 15};
  kpi.difference = {10, difference, half_width == 0 ? 0.0 : 10.0, half_width};
  kpi.p = kpi.p_holm = p;
  kpi.variance_left = 0.25;
  return kpi;
}

class CompareReport : public testing::Test {
 protected:
  std::string text(const studies::PairedKpi& kpi, bool all = false) {
    return comparison_text({base_, variant_, {kpi}, 1}, all, std::nullopt, "");
  }

  static scenarios::Scenario read(const char* name) {
    return scenarios::Scenario::load(std::string(LANDBRIDGE_ROOT "/scenarios/toys/") + name).scenario.value();
  }

  scenarios::Scenario first_ = read("two_stations.txtpb"), second_ = read("one_border.txtpb");
  std::shared_ptr<const rail::Model> model_ = toys::two_points();
  static studies::ReplicationsResult hashed(const char* hash) {
    studies::ReplicationsResult result;
    result.results_hash = hash;
    return result;
  }

  studies::ReplicationsResult seen_ = hashed("1"), seen_with_ = hashed("2");
  Compared base_{first_, *model_, seen_}, variant_{second_, *model_, seen_with_};
};

// What waits and what is used, in one replication.
studies::ReplicationsResult half_used() {
  studies::ReplicationsResult result;
  result.results_hash = "1";
  studies::Replication& one = result.complete.emplace_back();
  one.kpis = {{"wait/AB/section/container_hours", "container-h", 9},
              {"wait/AB/section/container_hours_to_end", "container-h", 9},
              {"wait/AB/section/waiting_at_end", "trains", 0},
              {"line/AB/occupancy", "share", 0.5}};
  result.kpis = studies::kpis_over(result.complete);
  return result;
}

TEST_F(CompareReport, SaysNothingOfRoomWhereAQueueGrows) {
  seen_ = half_used();
  const char* const room = "nothing that trains wait for is used more than 50 %";
  EXPECT_THAT(text(teu(-120, 12, 0.0001)), HasSubstr(room));
  base_.growing.push_back({"AB", "section", {}, {}});
  EXPECT_THAT(text(teu(-120, 12, 0.0001)), Not(HasSubstr(room)));
}

TEST_F(CompareReport, SaysHowMuchAndHowSurely) {
  const std::string said = text(teu(-120, 12, 0.0001));
  EXPECT_THAT(said, HasSubstr("one-border against two-stations"));
  EXPECT_THAT(said,
              HasSubstr("120 TEU fewer delivered in 30 days (-12.0 %): between 108 and 132 TEU at 95 %."));
  EXPECT_THAT(said, HasSubstr("1 of 1 KPIs differs, with"));
  EXPECT_THAT(said, HasSubstr("leave 25 % of the variance that other ones would give (the one KPI that\n  "
                              "differs in some replication)."));
  EXPECT_THAT(text(teu(30, 5, 0.001)),
              HasSubstr("30 TEU more delivered in 30 days (+3.0 %): between 25 and 35 TEU"));
}

TEST_F(CompareReport, LeavesOutWhatDoesNotDifferSurely) {
  const std::string said = text(teu(3, 9, 0.4));
  EXPECT_THAT(said, HasSubstr("TEU delivered: 3 ± 9 TEU more in 30 days (+0.3 %); no sure difference."));
  EXPECT_THAT(said, HasSubstr("and 1 that do not differ surely: --all"));
  EXPECT_THAT(said, Not(HasSubstr("0.400")));
  EXPECT_THAT(text(teu(3, 9, 0.4), true), HasSubstr("0.400"));
}

TEST_F(CompareReport, SaysThatNothingDiffers) {
  EXPECT_THAT(text(teu(0, 0, 1)), HasSubstr("Of these 1 KPIs none differs, in no replication; others do"));
  EXPECT_THAT(text(teu(0, 0, 1)), HasSubstr("  and 1 that do not differ: --all\n"));
  seen_with_ = seen_;
  EXPECT_THAT(text(teu(0, 0, 1)),
              HasSubstr("Nothing differs: all results are equal in every replication.\n\n"));
}

TEST_F(CompareReport, SaysWhereAnIntervalAndManyLooksDisagree) {
  studies::PairedKpi kpi = teu(30, 20, 0.01);
  kpi.p_holm = 0.3;
  EXPECT_THAT(text(kpi),
              HasSubstr("30 ± 20 TEU more in 30 days (+3.0 %); sure by itself, but not as one of 1 KPIs"));
}

TEST_F(CompareReport, SaysInHowManyPairsAKpiWasSeen) {
  seen_.complete.resize(40);
  seen_with_.complete.resize(40);
  EXPECT_THAT(text(teu(30, 5, 0.001)), HasSubstr("[in 10 of 40 pairs]"));
}

TEST_F(CompareReport, TellsOfTrainsThatStand) {
  studies::Replication one;
  one.standing.resize(1);
  seen_with_.complete = {one, {}};
  seen_with_.asked = 3;
  seen_with_.interrupted = true;
  const std::string said = text(teu(-120, 12, 0.0001));
  EXPECT_THAT(said, HasSubstr("INTERRUPTED: 2 of 3 replications of one-border"));
  EXPECT_THAT(said,
              HasSubstr("WANT: trains wait for what may never come in 1 of 2 replications of one-border"));
  const auto json =
      nlohmann::json::parse(comparisons_json({{base_, variant_, {teu(-120, 12, 0.0001)}, 1}}, 7, {}));
  EXPECT_EQ(json.at(0).at("variant_outcome").at("wants"), 1);
  EXPECT_EQ(json.at(0).at("variant_outcome").at("interrupted"), true);
  EXPECT_EQ(json.at(0).at("base_outcome").at("gridlocks"), 0);
  EXPECT_EQ(json.at(0).at("kpis").at(0).at("p_holm"), 0.0001);
}

// A base that is compared with itself stands still once.
TEST_F(CompareReport, TellsOnceWhatIsOfBoth) {
  studies::Replication stuck;
  stuck.stop = rail::StopReason::kGridlock;
  seen_.complete = seen_with_.complete = {stuck, stuck};
  const Compared again{first_, *model_, seen_};
  const std::string said = comparison_text({base_, again, {teu(0, 0, 1)}, 1}, false, std::nullopt, "");
  const std::size_t at = said.find("GRIDLOCK in 2 of 2 replications of two-stations");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(said.find("GRIDLOCK", at + 1), std::string::npos);
  EXPECT_THAT(text(teu(0, 0, 1)), HasSubstr("GRIDLOCK in 2 of 2 replications of one-border"));
}

// Two files that give their scenarios one name.
TEST_F(CompareReport, TellsScenariosOfOneNameApart) {
  seen_.interrupted = seen_with_.interrupted = true;
  const Compared other{first_, *model_, seen_with_};
  const std::string said = comparison_text({base_, other, {teu(5, 1, 0.001)}, 2}, false, std::nullopt, "");
  EXPECT_THAT(said, HasSubstr("two-stations (variant 2) against two-stations (the base)\n"));
  EXPECT_THAT(said, HasSubstr("replications of two-stations (the base)\n"));
  EXPECT_THAT(said, HasSubstr("replications of two-stations (variant 2)\n"));
  EXPECT_THAT(text(teu(5, 1, 0.001)), HasSubstr("one-border against two-stations\n"));
}

// Two hours a pair of the same place and another: which is first is chance.
TEST_F(CompareReport, SaysWhereReplicationsDoNotTellWhatBinds) {
  const auto replication = [](double a, double b) {
    studies::Replication one;
    one.kpis = {{"wait/A/track/container_hours", "h", a}, {"wait/A/track/container_hours_to_end", "h", a},
                {"wait/B/track/container_hours", "h", b}, {"wait/B/track/container_hours_to_end", "h", b},
                {"point/A/track_use", "share", 0.25},     {"point/B/track_use", "share", 0.2}};
    return one;
  };
  seen_with_.complete = {replication(60, 40), replication(30, 50), replication(66, 54)};
  seen_with_.kpis = studies::kpis_over(seen_with_.complete);
  seen_.complete = {replication(9, 1), replication(8, 2), replication(10, 0)};
  seen_.kpis = studies::kpis_over(seen_.complete);
  const std::string said = text(teu(30, 5, 0.001));
  EXPECT_THAT(program::in_one_line(said),
              HasSubstr("(track, 52 % of the container-hours of waiting) or " +
                        studies::PlaceNames(*model_).name("B") +
                        " (track, 48 %), which 3 replications do not tell apart. Before: "));
  EXPECT_THAT(
      program::in_one_line(said),
      HasSubstr("Now as before nothing that trains wait for is used more than 25 %: no resource is near "
                "its capacity."));
  const auto json =
      nlohmann::json::parse(comparisons_json({{base_, variant_, {teu(30, 5, 0.001)}, 1}}, 7, {})).at(0);
  EXPECT_EQ(json.at("variant_binding").at("not_told_apart").at(0).at("place"), "B");
  EXPECT_TRUE(json.at("base_binding").at("not_told_apart").empty());
}

// What no change touches is equal in every replication, and says nothing of random numbers.
TEST_F(CompareReport, VarianceLeftIsOfWhatDiffers) {
  studies::PairedKpi untouched = teu(0, 0, 1), one = teu(30, 5, 0.001), other = teu(3, 9, 0.4);
  untouched.variance_left = 0;
  other.variance_left = 0.75;
  const auto left = studies::variance_left({untouched, one, untouched, untouched, other, other});
  ASSERT_TRUE(left);
  EXPECT_EQ(left->kpis, 3u);
  EXPECT_EQ(left->median, 0.75);
  EXPECT_EQ(studies::variance_left({one, other})->median, 0.5) << "of two the middle between them";
  EXPECT_FALSE(studies::variance_left({untouched}));
}

// The same place and cause is not news; another share of it is worth a word.
TEST_F(CompareReport, SaysWhatBinds) {
  const auto table = [](const std::string& place, double hours) {
    return studies::KpiTable({{"wait/" + place + "/path/container_hours", "h", {2, hours, 0, 0}},
                              {"wait/" + place + "/path/container_hours_to_end", "h", {2, hours, 0, 0}},
                              {"wait/B/server/container_hours", "h", {2, 10, 0, 0}},
                              {"wait/B/server/container_hours_to_end", "h", {2, 10, 0, 0}}});
  };
  seen_.kpis = table("AB", 90);
  seen_with_.kpis = table("AB", 40);
  EXPECT_THAT(text(teu(30, 5, 0.001)), HasSubstr("Binds as before: "));
  EXPECT_THAT(text(teu(30, 5, 0.001)),
              HasSubstr("(path, 80 % of the container-hours of waiting); before\n  90 %."));
  seen_with_.kpis = table("A", 5);
  EXPECT_THAT(text(teu(30, 5, 0.001)), HasSubstr("Binds now: "));
}

}  // namespace
}  // namespace cli
