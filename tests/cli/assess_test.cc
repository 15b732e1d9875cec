// `landbridge assess` as people call it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace {

using program::Result;
using testing::HasSubstr;
using Assess = program::Program;

// With one figure, held back.
constexpr const char* kYear =
    "include: \"" LANDBRIDGE_ROOT
    "/scenarios/toys/two_stations.txtpb\"\n"
    "experiment { published { id: \"F1\" observable: \"trains\" scope: \"all\" value: 1 unit: \"trains/y\" "
    "role: COMPARED kpi: \"total/both/trains_departed\" } }\n";

TEST_F(Assess, SetsFiguresBesideSimulationAndNaiveForecasts) {
  write("year.txtpb", kYear);
  const Result text = run("assess year.txtpb -n 10");
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("0 of 1 figures held back agree or are close"));
  EXPECT_THAT(text.out, HasSubstr("F1 all: trains"));
  EXPECT_THAT(program::in_one_line(text.out),
              HasSubstr("There is no \"as it was\" to set them against: the scenario of 1970 shows nothing"));
  const auto json = nlohmann::json::parse(run("assess year.txtpb -n 10 --json").out);
  EXPECT_EQ(json.at("replications"), 10);
  EXPECT_EQ(json.at("figures").at(0).at("verdict"), "miss");
  EXPECT_EQ(json.at("scores").at(0).at("hits"), 0);
  EXPECT_THAT(json.at("as_it_was_why_not").get<std::string>(),
              HasSubstr("name scenarios of earlier years too"));
  EXPECT_EQ(json, nlohmann::json::parse(run("assess year.txtpb -n 10 --json -t 1").out));
}

// One figure, published of 2018, in the files of 2017 and 2018.
TEST_F(Assess, SaysInWhichYearAFigureCounts) {
  const std::string figure =
      "published { id: \"F1\" observable: \"trains\" period: \"2018\" value: 1 unit: \"trains/y\" "
      "role: COMPARED kpi: \"total/both/trains_departed\" } }\n";
  const std::string toy = "include: \"" LANDBRIDGE_ROOT "/scenarios/toys/two_stations.txtpb\"\n";
  write("of-2017.txtpb", toy + "experiment { count_from { seconds: 1483228800 } " + figure);
  write("of-2018.txtpb", toy + "experiment { count_from { seconds: 1514764800 } " + figure);
  const Result both = run("assess of-2017.txtpb of-2018.txtpb -n 10");
  EXPECT_EQ(both.code, 0) << both.err;
  EXPECT_THAT(both.out, HasSubstr("0 of 1 figures held back"));
  EXPECT_THAT(both.out, HasSubstr("MISS (scored in 2018)"));
  EXPECT_THAT(run("assess of-2017.txtpb -n 10").out, HasSubstr("MISS (of 2018)"));
  const auto json = nlohmann::json::parse(run("assess of-2017.txtpb of-2018.txtpb -n 10 --json").out);
  EXPECT_EQ(json.at("figures").at(0).at("scored"), false);
  EXPECT_EQ(json.at("figures").at(0).at("of_the_year"), false);
  EXPECT_EQ(json.at("figures").at(0).at("scored_in"), 2018);
  EXPECT_EQ(json.at("figures").at(1).at("scored"), true);
}

TEST_F(Assess, SaysThatThereIsNothingToJudgeBy) {
  const Result none = run("assess " + toy_ + " -n 10");
  EXPECT_EQ(none.code, 0);
  EXPECT_THAT(none.out, HasSubstr("No figure that was held back is simulated"));
  EXPECT_EQ(run("assess not_there.txtpb").code, 4);
  EXPECT_EQ(run("assess").code, 2);
  const Result few = run("assess " + toy_ + " -n 9");
  EXPECT_EQ(few.code, 2);
  EXPECT_THAT(few.err, HasSubstr("9 is too few to judge by"));
  EXPECT_EQ(run("assess " + toy_ + " -n 1.5").code, 2);
}

TEST_F(Assess, WritesAFolder) {
  write("year.txtpb", kYear);
  const Result result = run("assess year.txtpb -n 10 --seed 5 --out results");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(result.out, run("assess year.txtpb -n 10 --seed 5").out);
  const auto manifest = nlohmann::json::parse(files::content(file("results/manifest.json")));
  EXPECT_EQ(manifest.at("command"), "landbridge assess year.txtpb --replications 10 --seed 5");
  EXPECT_EQ(manifest.at("runs"), nlohmann::json::array({"year-1970"}));
  const auto year = nlohmann::json::parse(files::content(file("results/year-1970/manifest.json")));
  EXPECT_EQ(year.at("seed"), 5);
  EXPECT_EQ(year.at("replications_complete"), 10);
  EXPECT_EQ(year.at("scenario").at("file"), "year.txtpb");
  EXPECT_THAT(files::content(file("results/assessment.csv")), HasSubstr("\n1970,F1,trains,all,"));
  EXPECT_THAT(files::content(file("results/scores.csv")), HasSubstr("\nall,1,0,0,"));
  EXPECT_NE(files::content(file("results/README.txt")), "");
}

TEST_F(Assess, WritesOverNothing) {
  std::filesystem::create_directory(file("results"));
  write("results/mine.txt", "mine");
  const Result taken = run("assess " + toy_ + " -n 10 -o results");
  EXPECT_EQ(taken.code, 4);
  EXPECT_THAT(taken.err, HasSubstr("results: exists already"));
  EXPECT_EQ(files::entries(file("results")), 1);
  const Result full = run("assess " + toy_ + " -n 10 -o full", "trap '' XFSZ; ulimit -f 4;");
  EXPECT_EQ(full.code, 4);
  EXPECT_THAT(full.out, HasSubstr("nothing to judge by")) << "what cannot be kept is told all the same";
  EXPECT_FALSE(std::filesystem::exists(file("full")));
}

TEST_F(Assess, RefusesAYearTwice) {
  const Result twice = run("assess " + toy_ + " " + toy_ + " -n 10");
  EXPECT_EQ(twice.code, 2);
  EXPECT_EQ(twice.out, "");
  EXPECT_THAT(twice.err, HasSubstr("both count 1970"));
}

}  // namespace
