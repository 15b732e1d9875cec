// `landbridge select` as people call it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace {

using nlohmann::json;
using program::in_one_line;
using program::Result;
using testing::AllOf;
using testing::HasSubstr;

// Trains that reach the border sooner or later, by the length of a line, wait as long and carry as much.
class Select : public program::Program {
 protected:
  void SetUp() override {
    variant("fast", "network { lines { id: \"BROAD\" speed_km_per_day: 1200 } }");
    variant("slow", "network { lines { id: \"BROAD\" speed_km_per_day: 900 } }");
    variant("same", "network { lines { id: \"BROAD\" speed_km_per_day: 1200 } }");
  }
  void variant(const std::string& name, const std::string& change) {
    write(name + ".txtpb", "include: \"" LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb\"\nname: \"" +
                               name + "\"\nchange { " + change + " }\n");
  }
  const std::string days_ = " --kpi transit/EAST-WEST/mean_days --less";
};

TEST_F(Select, FindsTheBest) {
  const std::string command = "select slow.txtpb fast.txtpb " + toy_ + days_ + " --zone 0.1";
  const Result result = run(command);
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(in_one_line(result.out),
              AllOf(HasSubstr("(less is better)"), HasSubstr("fast is selected after "),
                    HasSubstr("by 0.1 days or more, this is it"), HasSubstr("out after 10 replications")));
  const json one = json::parse(run(command + " --json -t 1").out);
  EXPECT_EQ(one.at("best"), "fast");
  EXPECT_EQ(one.at("end"), "decided");
  EXPECT_EQ(one.at("scenarios").size(), 3U);
  EXPECT_GE(one.at("scenarios").at(0).at("out_after"), 10);
  EXPECT_EQ(one, json::parse(run(command + " --json -t 5").out)) << "whatever the number of threads";
}

TEST_F(Select, SetsCostsAgainstWorth) {
  const std::string files = "select fast.txtpb " + toy_ + days_ + " --zone 1 --worth 100";
  EXPECT_THAT(run(files).out, HasSubstr("fast is selected"));
  // 4,000 km take 4 days, or 3.33: 0.67 days at 100 are worth 67 a year.
  EXPECT_THAT(run(files + " --cost fast.txtpb=60").out, HasSubstr("fast is selected"));
  const Result costly = run(files + " --cost fast.txtpb=75");
  EXPECT_THAT(in_one_line(costly.out),
              AllOf(HasSubstr("one-border is selected"), HasSubstr("by 1 EUR or more")));
  EXPECT_EQ(costly.code, 0);
  const json told = json::parse(run(files + " --cost fast.txtpb=0.41 --json").out);
  EXPECT_EQ(told.at("currency"), "EUR");
  const json& fast = told.at("scenarios").at(0);
  EXPECT_EQ(fast.at("cost_a_year"), 0.41);
  EXPECT_EQ(fast.at("cost"), 0.41) << "over the 365 days that are counted";
  EXPECT_EQ(fast.at("gridlocks"), 0);
  EXPECT_EQ(fast.at("state"), "selected");
  EXPECT_TRUE(told.at("scenarios").at(1).at("better_per_1000_of_cost").is_null()) << "it costs nothing";
  EXPECT_THAT(run(files + " --cost fast.txtpb=0.41").out, HasSubstr(" 0.41 ")) << "what decides is no 0";
}

TEST_F(Select, TellsSharesInPerCent) {
  variant("more", "processes { resources { id: \"BORDER.customs\" servers: 4 } }");
  const Result result =
      run("select more.txtpb " + toy_ + " --kpi resource/BORDER.customs/utilisation --less --zone 0.0003");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(in_one_line(result.out),
              AllOf(HasSubstr("by 0.03 percentage points or more"), HasSubstr(" % - selected"),
                    HasSubstr("behind the best, percentage points")));
  EXPECT_THAT(result.out, testing::Not(HasSubstr("0.00 ±")));
}

TEST_F(Select, SaysWhereThereIsNoAnswer) {
  EXPECT_THAT(run("select fast.txtpb same.txtpb slow.txtpb" + days_ + " --zone 0.1").out,
              HasSubstr("The best are equal after 10 replications: fast, same."));
  variant("near", "processes { gauge_changes { id: \"BORDER.lift\" lifts_per_hour: 20.01 } }");
  const std::string hardly =
      "select near.txtpb " + toy_ + " --kpi dwell/BORDER/westbound/mean_h --less --zone 1e-9";
  const Result undecided = run(hardly + " --max-replications 12");
  EXPECT_EQ(undecided.code, 0);
  EXPECT_THAT(in_one_line(undecided.out),
              HasSubstr("NOT DECIDED after 12 replications; still in: near, one-border"));
  const Result stopped =
      run(hardly + " --max-replications 1000000", "timeout --foreground --preserve-status -s INT 3");
  EXPECT_EQ(stopped.code, 130) << stopped.err;
  EXPECT_THAT(in_one_line(stopped.out),
              AllOf(HasSubstr("INTERRUPTED after "), HasSubstr("still in: near, one-border; ahead: ")));
}

TEST_F(Select, SaysWhatIsWrong) {
  const std::string two = "select fast.txtpb slow.txtpb";
  EXPECT_EQ(run(two).code, 2) << "no zone";
  EXPECT_EQ(run("select fast.txtpb --zone 1").code, 2) << "nothing to choose";
  EXPECT_EQ(run(two + " --zone 0").code, 2);
  EXPECT_EQ(run(two + " --zone 1 --probability 50%").code, 2) << "a coin does that";
  EXPECT_EQ(run(two + " --zone 1 --probability 0.95").code, 2);
  EXPECT_EQ(run(two + " --zone 1 --first 20 --max-replications 12").code, 2);
  EXPECT_THAT(run(two + " --zone 1 --cost fast.txtpb=5").err, HasSubstr("--cost needs --worth"));
  for (const char* cost : {"fast=5", "fast.txtpb", "fast.txtpb=much", "fast.txtpb=", "fast.txtpb=nan"}) {
    const Result wrong = run(two + " --zone 1 --worth 2 --cost " + cost);
    EXPECT_EQ(wrong.code, 2) << cost;
    EXPECT_THAT(wrong.err, HasSubstr("FILE=AMOUNT")) << cost;
  }
  const Result twice = run(two + " --zone 1 --worth 2 --cost fast.txtpb=5 --cost fast.txtpb=6");
  EXPECT_EQ(twice.code, 2);
  EXPECT_THAT(twice.err, HasSubstr("--cost fast.txtpb=6: the file has a cost already"));
  EXPECT_EQ(run(two + " --zone 1 --worth 2 --cost fast.txtpb=-5").code, 2);
  const Result misspelt = run(two + " --zone 1 --kpi total/both/tue_delivered");
  EXPECT_EQ(misspelt.code, 2);
  EXPECT_THAT(misspelt.err, HasSubstr("no KPI has such a key (did you mean `total/both/teu_delivered`?)"));
  EXPECT_EQ(run("select fast.txtpb not_there.txtpb --zone 1").code, 4);
}

TEST_F(Select, TakesNumbersAbove0) {
  for (const char* number : {"0", "-5", "5%", "abc", "nan", "inf", "1e999"}) {
    const Result zone = run(std::string("select fast.txtpb slow.txtpb --zone ") + number);
    EXPECT_EQ(zone.code, 2) << number;
    EXPECT_THAT(zone.err, HasSubstr("--zone: " + std::string(number) + " is no number above 0")) << number;
    const Result worth = run(std::string("select fast.txtpb slow.txtpb --zone 1 --worth ") + number);
    EXPECT_THAT(worth.err, HasSubstr("--worth: " + std::string(number) + " is no number above 0")) << number;
  }
}

TEST_F(Select, WritesAFolder) {
  const std::string command = "select slow.txtpb fast.txtpb " + toy_ + days_ +
                              " --zone 5 --worth 100 --cost fast.txtpb=0.41 --seed 7";
  const Result result = run(command + " --out results");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(result.out, run(command).out) << "the same is printed";
  const json told = json::parse(run(command + " --json").out);
  const json manifest = json::parse(files::content(file("results/manifest.json")));
  for (const char* name : {"kpi", "less_is_better", "worth", "currency", "zone", "probability", "seed", "end",
                           "best", "replications"})
    EXPECT_EQ(manifest.at(name), told.at(name)) << name;
  EXPECT_EQ(manifest.at("runs"), json::array({"candidate-1", "candidate-2", "candidate-3"}));
  EXPECT_THAT(
      manifest.at("command").get<std::string>(),
      HasSubstr("--kpi transit/EAST-WEST/mean_days --less --zone 5 --probability 95% --worth 100 --cost "
                "fast.txtpb=0.41 --first 10 --max-replications 200 --seed 7"));
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string own = "results/candidate-" + std::to_string(i + 1) + "/manifest.json";
    const json candidate = json::parse(files::content(file(own)));
    EXPECT_EQ(candidate.at("results_hash"), told.at("scenarios").at(i).at("results_hash"));
    EXPECT_EQ(candidate.at("seed"), 7);
    EXPECT_EQ(candidate.at("scenario").at("sha256").get<std::string>().size(), 64U);
  }
  EXPECT_THAT(files::content(file("results/selection.csv")), HasSubstr("\ncandidate-2,fast,"));
  EXPECT_NE(files::content(file("results/README.txt")), "");
}

TEST_F(Select, WritesOverNothing) {
  std::filesystem::create_directory(file("results"));
  write("results/mine.txt", "mine");
  const std::string command = "select slow.txtpb fast.txtpb" + days_ + " --zone 0.1 --out ";
  const Result taken = run(command + "results");
  EXPECT_EQ(taken.code, 4);
  EXPECT_THAT(taken.err, HasSubstr("results: exists already"));
  EXPECT_EQ(taken.out, "") << "before anything runs";
  EXPECT_EQ(files::entries(file("results")), 1);
  const Result full = run(command + "full", "trap '' XFSZ; ulimit -f 4;");
  EXPECT_EQ(full.code, 4);
  EXPECT_THAT(full.err, HasSubstr(".csv: File too large"));
  EXPECT_THAT(full.out, HasSubstr("fast is selected")) << "what cannot be kept is told all the same";
  EXPECT_FALSE(std::filesystem::exists(file("full")));
}

// The slowest would be selected without a word.
TEST_F(Select, AsksWhichWayOfTimes) {
  const std::string days = "select fast.txtpb slow.txtpb --zone 0.1 --kpi transit/EAST-WEST/mean_days";
  const Result neither = run(days);
  EXPECT_EQ(neither.code, 2);
  EXPECT_THAT(neither.err,
              HasSubstr("transit/EAST-WEST/mean_days: say --less if less of it is better, or --more"));
  EXPECT_EQ(run(days + " --less --more").code, 2);
  EXPECT_THAT(run(days + " --more").out, HasSubstr("slow is selected"));
}

}  // namespace
