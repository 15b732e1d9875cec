// What the program writes of a run: the folder, its records, what is kept of an interrupted one, and nothing
// over anything.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"
#include "tests/studies/files.h"

namespace {

namespace fs = std::filesystem;
using program::Program;
using program::Result;
using testing::HasSubstr;
using testing::Not;

TEST_F(Program, WritesARunDirectory) {
  const Result result = run("run " + toy_ + " -n 2 --out results/one --records trains,containers");
  ASSERT_EQ(result.code, 0) << result.err;
  for (const char* name : {"README.txt",    "manifest.json", "kpis.csv",     "kpis_by_replication.csv",
                           "crossings.csv", "transit.csv",   "journeys.csv", "places.csv",
                           "binding.csv",   "resources.csv", "lines.csv",    "capacity.csv",
                           "sections.csv",  "bounds.csv",    "formed.csv",   "published.csv",
                           "flows.csv",     "routes.csv",    "trains.csv",   "containers.csv"}) {
    EXPECT_NE(files::content(file("results/one") / name), "") << name;
  }
  EXPECT_EQ(files::entries(file("results")), 1) << "nothing hidden is left";
  const auto manifest = nlohmann::json::parse(files::content(file("results/one/manifest.json")));
  EXPECT_EQ(manifest.at("replications_complete"), 2);
  EXPECT_EQ(manifest.at("interrupted"), false);
  EXPECT_EQ(manifest.at("scenario").at("name"), "one-border");
  EXPECT_EQ(manifest.at("scenario").at("sha256").get<std::string>().size(), 64U);
  EXPECT_EQ(manifest.at("stop_reasons").at("horizon"), 2);
  EXPECT_TRUE(manifest.contains("records_hash"));
}

// Text is made on every thread, and bills are those of containers and trains.
TEST_F(Program, WritesTheSameRecordsOnAnyThreads) {
  for (const std::string toy : {"costs", "meets", "part_loads"}) {
    const std::string all = "run '" LANDBRIDGE_ROOT "/scenarios/toys/" + toy +
                            ".txtpb' -n 7 --records trains,passings,containers --record-replications 5 ";
    ASSERT_EQ(run(all + "-t 1 -o one-" + toy).code, 0);
    ASSERT_EQ(run(all + "-t 3 -o three-" + toy).code, 0);
    for (const char* name :
         {"trains.csv", "passings.csv", "containers.csv", "bills_trains.csv", "bills_containers.csv"}) {
      const std::string one = files::content(file("one-" + toy) / name);
      EXPECT_TRUE(one == files::content(file("three-" + toy) / name)) << toy << " " << name;
      const bool has_rows = toy == "costs" && std::string_view(name) != "passings.csv";
      EXPECT_TRUE(!has_rows || one.find("\n4,") != std::string::npos) << name;
      EXPECT_THAT(one, Not(HasSubstr("\n5,"))) << toy << " " << name;
    }
  }
}

TEST_F(Program, WritesOverNothing) {
  ASSERT_EQ(run("run " + toy_ + " -n 1 --out results").code, 0);
  const std::string before = files::content(file("results/manifest.json"));
  const Result again = run("run " + toy_ + " -n 1 --seed 5 --out results");
  EXPECT_EQ(again.code, 4);
  EXPECT_THAT(again.err, HasSubstr("results: exists already"));
  EXPECT_EQ(files::content(file("results/manifest.json")), before);
}

TEST_F(Program, ReturnsFourWhereItCannotWrite) {
  const Result result = run("run " + toy_ + " -n 1 --out /proc/landbridge");
  EXPECT_EQ(result.code, 4);
  EXPECT_THAT(result.err, HasSubstr("/proc/"));
  EXPECT_EQ(run("run " + toy_ + " -n 1", "", ">/dev/full").code, 4);
}

// A limit on the size of files stands in for a full disk: writes beyond it fail.
TEST_F(Program, RemovesWhatDidNotFit) {
  const Result result = run("run " + toy_ + " -n 2 --out results", "trap '' XFSZ; ulimit -f 4;");
  EXPECT_EQ(result.code, 4) << result.err;
  EXPECT_THAT(result.err, HasSubstr(".csv: File too large"));
  EXPECT_EQ(files::entries(folder()), 0) << "neither the results nor part of them";
}

TEST_F(Program, RemovesRecordsThatDidNotFit) {
  for (const char* threads : {"1", "3"}) {
    const Result result = run("run " + toy_ + " -n 300 -o results --records trains,containers -t " + threads,
                              "trap '' XFSZ; ulimit -f 400;");
    EXPECT_EQ(result.code, 4) << result.err;
    EXPECT_THAT(result.err, testing::ContainsRegex("(trains|containers).csv: File too large"));
    EXPECT_EQ(files::entries(folder()), 0) << "neither the results nor part of them";
  }
}

TEST_F(Program, KeepsRecordsOfWhatIsCompleteWhenInterrupted) {
  const std::string records = "run " + toy_ + " -t 2 --records trains,containers ";
  const Result result =
      run(records + "-n 1000000 -o results", "timeout --foreground --preserve-status -s INT 2");
  ASSERT_EQ(result.code, 130) << result.err;
  const auto manifest = nlohmann::json::parse(files::content(file("results/manifest.json")));
  const int complete = manifest.at("replications_complete");
  ASSERT_EQ(run(records + "-o whole -n " + std::to_string(complete)).code, 0);
  for (const char* name : {"trains.csv", "containers.csv"})
    EXPECT_TRUE(files::content(file("results") / name) == files::content(file("whole") / name)) << name;
}

TEST_F(Program, KeepsWhatIsCompleteWhenInterrupted) {
  // --foreground: without it `timeout` signals twice, its child and then its group, and the second signal
  // ends the program at once, as it should.
  const Result result = run("run " + toy_ + " -n 1000000 -t 2 --out results",
                            "timeout --foreground --preserve-status -s INT 3");
  EXPECT_EQ(result.code, 130) << result.err;
  EXPECT_THAT(result.out, HasSubstr("INTERRUPTED: "));
  EXPECT_THAT(result.out, HasSubstr(" of 1000000 replications\n"));
  const auto manifest = nlohmann::json::parse(files::content(file("results/manifest.json")));
  EXPECT_EQ(manifest.at("interrupted"), true);
  const int complete = manifest.at("replications_complete");
  ASSERT_GE(complete, 1);
  const Result whole = run("run " + toy_ + " --json -n " + std::to_string(complete));
  EXPECT_EQ(nlohmann::json::parse(whole.out).at("manifest").at("results_hash"), manifest.at("results_hash"));
}

// As a terminal that is closed signals it; `nohup` lets a run go on.
TEST_F(Program, KeepsWhatIsCompleteWhenTheTerminalIsClosed) {
  const Result result = run("run " + toy_ + " -n 1000000 -t 2 --out results",
                            "timeout --foreground --preserve-status -s HUP 3");
  EXPECT_EQ(result.code, 130) << result.err;
  EXPECT_EQ(nlohmann::json::parse(files::content(file("results/manifest.json"))).at("interrupted"), true);
  EXPECT_EQ(run("run " + toy_ + " -n 1", "nohup timeout --foreground --preserve-status -s HUP 3").code, 0);
}

TEST_F(Program, HasNoResultsWhenInterruptedBeforeAnyIsComplete) {
  write("long.txtpb", "include: \"" LANDBRIDGE_ROOT
                      "/scenarios/toys/one_border.txtpb\"\n"
                      "experiment { counted { seconds: 63000000000 } }\n");
  const Result result =
      run("run long.txtpb -n 1 --out results", "timeout --foreground --preserve-status -s INT 2");
  EXPECT_EQ(result.code, 130) << result.err;
  EXPECT_EQ(result.out, "") << "no table, and no hash of nothing";
  EXPECT_THAT(result.err, HasSubstr("there are no results"));
  EXPECT_EQ(files::entries(folder()), 1) << "long.txtpb only";
}

}  // namespace
