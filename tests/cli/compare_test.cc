// `landbridge compare` as people call it.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.h"

namespace {

using program::Result;
using testing::HasSubstr;
using Compare = program::Program;

TEST_F(Compare, SetsWhatIfsBesideTheirBase) {
  EXPECT_THAT(run("compare " + toy_ + " " + toy_ + " -n 2").out,
              HasSubstr("Nothing differs: all results are equal in every replication."));
  write("longer.txtpb", "include: \"" LANDBRIDGE_ROOT
                        "/scenarios/toys/one_border.txtpb\"\n"
                        "change { network { lines { id: \"NARROW\" length_km: 900 } } }\n");
  const Result text = run("compare " + toy_ + " longer.txtpb -n 4");
  EXPECT_EQ(text.code, 0) << text.err;
  const auto json = nlohmann::json::parse(run("compare " + toy_ + " longer.txtpb -n 4 --json").out);
  EXPECT_EQ(json.at(0).at("replications"), 4);
  EXPECT_EQ(json, nlohmann::json::parse(run("compare " + toy_ + " longer.txtpb -n 4 --json -t 1").out));
}

TEST_F(Compare, SaysThatOneOfThoseComparedStandsStill) {
  const std::string stuck = "'" LANDBRIDGE_ROOT "/scenarios/toys/gridlock.txtpb'";
  const Result unlike = run("compare " + toy_ + " " + stuck + " -n 2");
  EXPECT_EQ(unlike.code, 2);
  EXPECT_THAT(
      unlike.err,
      HasSubstr("gridlock counts 10 days, one-border 365: what they give cannot be set side by side"));
  const Result result = run("compare " + stuck + " " + stuck + " -n 2");
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.out, HasSubstr("GRIDLOCK in 2 of 2 replications of gridlock"));
}

// One bay more: what is asked first is answered, though no TEU more come.
TEST_F(Compare, LooksAtTransitTimesAndAtWhatBinds) {
  const std::string command = "compare " + toy_ + " -n 10 -c 'gauge_changes/*/bays = 3'";
  const std::string said = program::in_one_line(run(command).out);
  EXPECT_THAT(said, testing::AllOf(
                        HasSubstr("As many TEU are delivered, in every replication. Transit EAST-WEST, "
                                  "mean: 5."),
                        HasSubstr("Transit EAST-WEST, 90th percentile: "),
                        HasSubstr("BORDER: lift: waiting for a bay: "),
                        HasSubstr("container-hours less at 95 %. BORDER: departure: waiting for a server: "),
                        HasSubstr("container-hours more at 95 %.")));
  const auto json = nlohmann::json::parse(run(command + " --json").out).at(0);
  std::vector<std::string> keys;
  for (const auto& kpi : json.at("kpis")) keys.push_back(kpi.at("key"));
  EXPECT_THAT(keys, testing::IsSupersetOf({"transit/EAST-WEST/mean_days", "transit/EAST-WEST/p90_days",
                                           "wait/BORDER.BORDER.lift/bay/container_hours_to_end",
                                           "wait/BORDER.departure/server/container_hours_to_end"}));
  EXPECT_GT(json.at("variance_left_median"), 0);
  EXPECT_EQ(run(command + " --out folder").code, 0);
  EXPECT_THAT(files::content(file("folder/comparison.csv")),
              HasSubstr("wait/BORDER.BORDER.lift/bay/container_hours_to_end"));
}

// As it is printed and as --json has it.
TEST_F(Compare, KeepsWhatTheSameRandomNumbersGain) {
  const std::string command = "compare " + toy_ + " -n 10 -c 'gauge_changes/*/bays = 3'";
  const Result result = run(command + " --json --out folder");
  const auto json = nlohmann::json::parse(result.out).at(0);
  const auto manifest = nlohmann::json::parse(files::content(file("folder/manifest.json")));
  const auto& kept = manifest.at("variance_left").at(0);
  EXPECT_EQ(kept.at("variant"), "variant-1");
  EXPECT_EQ(kept.at("median"), json.at("variance_left_median"));
  EXPECT_EQ(kept.at("kpis"), json.at("variance_left_kpis"));
  EXPECT_GT(kept.at("kpis"), 2);
  std::istringstream rows(files::content(file("folder/comparison.csv")));
  std::string row;
  std::getline(rows, row);
  EXPECT_TRUE(row.ends_with(",differs,variance_left")) << row;
  std::size_t compared = 0;
  while (std::getline(rows, row)) {
    for (const auto& kpi : json.at("kpis")) {
      if (row.find(fmt::format(",{},", kpi.at("key").get<std::string>())) == std::string::npos) continue;
      ++compared;
      const std::string cell = row.substr(row.rfind(',') + 1);
      EXPECT_EQ(cell.empty(), kpi.at("variance_left").is_null()) << row;
      if (cell.empty()) continue;
      EXPECT_NEAR(std::stod(cell), kpi.at("variance_left"), 1e-9) << row;
    }
  }
  EXPECT_EQ(compared, json.at("kpis").size());
}

// 35 trains of one FEU, as the head of the toy reckons, go round by the other border; without it all wait and
// cross where they were to.
TEST_F(Compare, SaysWhereTrainsWentInstead) {
  std::string text = files::content(LANDBRIDGE_ROOT "/scenarios/toys/rerouting.txtpb");
  const auto replace = [&](const std::string& before, const std::string& now) {
    ASSERT_NE(text.find(before), std::string::npos) << before;
    text.replace(text.find(before), before.size(), now);
  };
  replace("id: \"WEST\" country: \"AF\"", "id: \"WEST\" country: \"IR\"");
  write("round.txtpb", text);
  const std::size_t from = text.find("  rerouting {"), to = text.find("experiment {");
  text.replace(from, to - from, "}\n");
  replace("name: \"rerouting\"", "name: \"waiting\"");
  write("waiting.txtpb", text);
  const std::string command = "compare waiting.txtpb round.txtpb -n 2";
  EXPECT_THAT(
      program::in_one_line(run(command).out),
      HasSubstr("Trains that went another way than planned: 35 re-routed at their origin, 0 diverted "
                "under way. Over borders against waiting: NORTH - WEST 35 trains fewer, 70 TEU fewer; "
                "SOUTH - WEST 35 trains more, 70 TEU more."));
  const auto way = nlohmann::json::parse(run(command + " --json").out).at(0).at("variant_another_way");
  EXPECT_EQ(way.at("trains_rerouted").at("mean"), 35);
  EXPECT_TRUE(way.at("trains_turned").is_null());
  EXPECT_EQ(way.at("crossings").at(1).at("line"), "S-W");
  EXPECT_EQ(way.at("crossings").at(1).at("teu_difference").at("mean"), 70);
  EXPECT_EQ(run(command + " --out c").code, 0);
  EXPECT_EQ(run("report c -o c.html").code, 0);
  EXPECT_THAT(files::content(file("c.html")), HasSubstr("\"another_way\":\"Trains that went another way"));
  const auto back = nlohmann::json::parse(run("compare round.txtpb waiting.txtpb -n 2 --json").out).at(0);
  EXPECT_TRUE(back.at("variant_another_way").is_null());
  const Result same = run("compare round.txtpb -n 2 -c 'lines/S-W/speed_km_per_day = 1430'");
  EXPECT_EQ(same.code, 0) << same.err;
  EXPECT_THAT(same.out, Not(HasSubstr("another way"))) << "as many go round in the base";
}

// In half the time half as many wait: no mean tells of them, whatever its interval.
TEST_F(Compare, SaysWhereAQueueGrows) {
  const std::string slow = " -n 3 -c 'gauge_changes/*/lifts_per_hour = 3'";
  const Result text = run("compare " + toy_ + slow);
  EXPECT_THAT(
      program::in_one_line(text.out),
      testing::AllOf(HasSubstr("In one-border with gauge_changes/*/lifts_per_hour = 3 a queue grows at "
                               "BORDER: lift (bay, "),
                     HasSubstr("grow with the length of the run"),
                     testing::Not(HasSubstr("In one-border a queue grows"))));
  const auto waiting = [&](const std::string& more) {
    const auto json = nlohmann::json::parse(run("compare " + toy_ + slow + more + " --json").out).at(0);
    return json.at("variant_growing_queues").at(0).at("waiting_at_end").at("mean").get<double>();
  };
  write("half.txtpb", "include: \"" LANDBRIDGE_ROOT
                      "/scenarios/toys/one_border.txtpb\"\n"
                      "change { set { field: \"experiment/counted\" to: \"182 d\" } }\n");
  const auto half = nlohmann::json::parse(run("compare half.txtpb" + slow + " --json").out).at(0);
  const double in_half =
      half.at("variant_growing_queues").at(0).at("waiting_at_end").at("mean").get<double>();
  EXPECT_NEAR(in_half / waiting(""), 0.5, 0.1);
}

TEST_F(Compare, SaysWhatItCannotCompare) {
  write("bad.txtpb", "nome: \"x\"\n");
  EXPECT_EQ(run("compare " + toy_ + " bad.txtpb -n 2").code, 3);
  EXPECT_EQ(run("compare " + toy_ + " not_there.txtpb -n 2").code, 4);
  EXPECT_EQ(run("compare " + toy_ + " " + toy_ + " -n 2", "LANDBRIDGE_EXECUTOR=abacus").code, 2);
  EXPECT_EQ(run("compare " + toy_ + " " + toy_ + " -n 1").code, 2) << "no interval from one pair";
  const Result none = run("compare " + toy_ + " " + toy_ + " -n 2 -k 'dwel/*/*'");
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("--kpi dwel/*/*: no KPI"));
  EXPECT_EQ(none.out, "");
}

// "All headways halved" is not what happens where most are not stated.
TEST_F(Compare, SaysHowMuchAChangeReaches) {
  write("base.txtpb", "include: \"" LANDBRIDGE_ROOT
                      "/scenarios/toys/one_border.txtpb\"\n"
                      "change { set { field: \"lines/BROAD/headway\" to: \"20 min\" } }\n");
  const std::string command = "compare base.txtpb -n 2 -c 'lines/*/headway *= 0.5'";
  const Result text = run(command);
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(program::in_one_line(text.out),
              HasSubstr("Inputs: 1 field differs. `lines/*/headway *= 0.5` scales 1 of the 2 fields that it "
                        "names; in the others nothing is stated, and they stay."));
  const auto json = nlohmann::json::parse(run(command + " --json").out);
  EXPECT_EQ(json.at(0).at("inputs_that_differ"), 1);
  EXPECT_EQ(json.at(0).at("partial_changes").at(0).at("not_stated"), 1);
  EXPECT_THAT(run("run base.txtpb -n 1 -c 'lines/*/headway *= 0.5'").err,
              HasSubstr("scales 1 of the 2 fields"));
  EXPECT_THAT(run("compare " + toy_ + " -n 2 -c 'lines/*/length_km *= 1.2'").out,
              HasSubstr("  Inputs: 2 fields differ.\n"));
}

// Of a flow and a matrix that are not there, nothing grows.
TEST_F(Compare, RefusesGrowthOfNothing) {
  const Result result = run("compare " + toy_ + " -n 2 -c 'demand/growth = 2'");
  EXPECT_EQ(result.code, 3);
  EXPECT_THAT(result.err, testing::AllOf(HasSubstr("change 1: error: `growth` multiplies nothing"),
                                         HasSubstr("scale `services/*/formation/interval` instead")));
  EXPECT_EQ(result.out, "");
}

TEST_F(Compare, ShowsWhatOnlyOneSideHas) {
  write("rerouted.txtpb", "include: \"" LANDBRIDGE_ROOT "/scenarios/toys/rerouting.txtpb\"\n");
  write("plain.txtpb", "include: \"" LANDBRIDGE_ROOT
                       "/scenarios/toys/rerouting.txtpb\"\nname: \"plain\"\n"
                       "change { remove { what: \"disruptions/rerouting\" } }\n");
  const std::string command = "compare plain.txtpb rerouted.txtpb -n 3 -k 'rerouting/*'";
  const Result text = run(command);
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(program::in_one_line(text.out),
              HasSubstr("in plain nothing is observed of it: no difference."));
  EXPECT_THAT(text.out, HasSubstr("no pairs"));
  const auto json = nlohmann::json::parse(run(command + " --json").out).at(0);
  EXPECT_TRUE(json.at("kpis").empty());
  ASSERT_FALSE(json.at("unpaired_kpis").empty());
  for (const auto& kpi : json.at("unpaired_kpis")) {
    EXPECT_TRUE(kpi.at("base").is_null());
    EXPECT_TRUE(kpi.at("variant").at("mean").is_number());
  }
}

TEST_F(Compare, SaysInJsonWhatTheTextSays) {
  const auto json =
      nlohmann::json::parse(
          run("compare " + toy_ +
              " -n 4 --json -c 'lines/BROAD/speed_km_per_day = 600' -k transit/EAST-WEST/mean_days "
              "-k total/both/trains_departed")
              .out)
          .at(0);
  EXPECT_EQ(json.at("level"), 0.05);
  const auto& kpis = json.at("kpis");
  ASSERT_EQ(kpis.size(), 2u);
  for (const auto& kpi : kpis) {
    EXPECT_EQ(kpi.at("pairs"), 4);
    EXPECT_EQ(kpi.at("differs"), kpi.at("p_holm").get<double>() < 0.05);
    EXPECT_EQ(kpi.at("differs"), kpi.at("key") == "transit/EAST-WEST/mean_days");
    EXPECT_FALSE(kpi.at("name").get<std::string>().empty());
  }
  EXPECT_TRUE(json.at("variance_left_median").is_number());
}

}  // namespace
