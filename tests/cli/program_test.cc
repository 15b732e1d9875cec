// The program as people call it: exit codes, what is on which output, what is and is not written.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/text_table.h"
#include "tests/cli/program.h"
#include "tests/studies/files.h"

namespace {

namespace fs = std::filesystem;
using program::Program;
using program::Result;
using testing::HasSubstr;
using testing::StartsWith;

TEST_F(Program, HelpsAndSaysItsVersion) {
  const Result help = run("--help");
  EXPECT_EQ(help.code, 0);
  for (const char* command :
       {"validate", "run", "compare", "convert", "schema", "explain", "generate", "sweep", "merge"})
    EXPECT_THAT(help.out, HasSubstr(command));
  EXPECT_THAT(help.out, HasSubstr("Exit codes: 0 ok"));
  const Result version = run("--version");
  EXPECT_EQ(version.code, 0);
  EXPECT_THAT(version.out, StartsWith("landbridge 0."));
}

TEST_F(Program, HelpsInWordsOfItsOwn) {
  const std::string help = run("run --help").out;
  EXPECT_THAT(help, HasSubstr("--engine auto|sequential|parallel"));
  EXPECT_THAT(help, testing::Not(HasSubstr("value in")));
}

TEST_F(Program, NeverPrintsControlCharactersOfAFile) {
  write("bad.txtpb", "name: \"one\\n\\033[31m\"\nnetwork { lines { id: \"L\" from: \"\\033[2J\" } }\n");
  const Result result = run("validate bad.txtpb");
  EXPECT_EQ(result.code, 3);
  EXPECT_THAT(result.out, HasSubstr("bad.txtpb:1:1: error: `name` has control characters\n"));
  EXPECT_THAT(result.out, HasSubstr("unknown point `\\x1b[2J`\n"));
  EXPECT_EQ(result.out.find('\033'), std::string::npos);
}

TEST_F(Program, CountsAFactOnce) {
  write("twice.txtpb", "include: \"" LANDBRIDGE_ROOT
                       "/scenarios/toys/one_queue.txtpb\"\n"
                       "experiment {\n"
                       "  published { id: \"V1\" observable: \"trains\" unit: \"trains\" role: COMPARED "
                       "value: 1 tolerance: 1e9\n"
                       "              kpi: \"total/both/trains_departed\" }\n"
                       "  published { id: \"V2\" observable: \"trains\" unit: \"trains\" role: COMPARED "
                       "value: 1 same_as: \"V1\"\n"
                       "              kpi: \"total/both/trains_departed\" }\n}\n");
  const std::string table = run("run twice.txtpb -n 2 --out results").out;
  EXPECT_THAT(table, HasSubstr("of 1 figures held back for comparison 1 agree or are close, 0 miss"));
  EXPECT_THAT(table, HasSubstr("MISS (= V1)")) << "shown all the same";
  EXPECT_THAT(files::content(file("results/published.csv")), HasSubstr("published_high,tolerance,same_as,"));
  const auto json = nlohmann::json::parse(run("run twice.txtpb -n 2 --json").out);
  EXPECT_EQ(json.at("published").at(1).at("same_as"), "V1");
  EXPECT_EQ(json.at("published").at(0).at("tolerance"), 1e9);
}

// The toy counts 1970. A figure of 1971 is shown, and a run of 1970 is not judged by it.
TEST_F(Program, IsJudgedByFiguresOfItsYear) {
  const std::string trains = "unit: \"trains\" role: COMPARED kpi: \"total/both/trains_departed\" ";
  write("years.txtpb",
        "include: \"" LANDBRIDGE_ROOT
        "/scenarios/toys/one_queue.txtpb\"\n"
        "experiment {\n"
        "  published { id: \"V1\" observable: \"a\" period: \"1970\" value: 1 tolerance: 1e9 " +
            trains + "}\n  published { id: \"V2\" observable: \"b\" period: \"1971\" value: 1 " + trains +
            "}\n}\n");
  const std::string table = run("run years.txtpb -n 2 --out results").out;
  EXPECT_THAT(table, HasSubstr("of 1 figures held back for comparison 1 agree or are close, 0 miss"));
  EXPECT_THAT(table, HasSubstr("not counted: 1 of other years"));
  EXPECT_THAT(table, HasSubstr("held back for comparison, never fitted; of other years, not counted\n"));
  EXPECT_THAT(table, testing::ContainsRegex("\n  V2 : b +1971 +1 +.*MISS\n"));
  const auto json = nlohmann::json::parse(run("run years.txtpb -n 2 --json").out);
  EXPECT_EQ(json.at("published").at(0).at("of_the_year"), true);
  EXPECT_EQ(json.at("published").at(1).at("of_the_year"), false);
  EXPECT_THAT(files::content(file("results/published.csv")), HasSubstr("\nV2,b,,1971,0,trains,compared,"));
}

// one_queue: a server used 80 %; one_border: nothing above 60 %, and trains formed of containers that gather.
TEST_F(Program, TellsWaitsForResourcesFromWaitsForFormation) {
  const std::string busy = run("run '" LANDBRIDGE_ROOT "/scenarios/toys/one_queue.txtpb' -n 2").out;
  EXPECT_THAT(busy, HasSubstr("100 % of the container-hours of waiting for resources"));
  EXPECT_THAT(busy, HasSubstr(" 0 h for a train to be formed"));
  EXPECT_THAT(busy, testing::Not(HasSubstr("no resource is near its capacity")));
  EXPECT_THAT(busy, testing::Not(HasSubstr("part loads"))) << "there are none";
  const std::string calm = run("run " + toy_ + " -n 2").out;
  EXPECT_THAT(calm, HasSubstr("no resource is near its capacity"));
  EXPECT_THAT(calm, testing::Not(HasSubstr(" 0 h for a train to be formed")));
}

// Nine trains stand before the line at the end, and none has got past: that is what binds, and where it is.
TEST_F(Program, NamesWhatTrainsStillWaitFor) {
  write("open.txtpb", "name: \"open\" include: \"" LANDBRIDGE_ROOT
                      "/scenarios/toys/closure.txtpb\"\n"
                      "change { disruptions { disruptions { id: \"closed\" to: \"2017-06-05T00:00\" } } }\n");
  const std::string table = run("run open.txtpb --out results").out;
  EXPECT_THAT(table, HasSubstr("EAST - WEST (closure): 100 % of the container-hours of waiting"));
  EXPECT_THAT(table, HasSubstr("9.0 trains with 9 containers at the end, 378 container-hours by then"));
  EXPECT_THAT(table, HasSubstr("Trains held back: where they stand, and by what"));
  EXPECT_THAT(table, testing::Not(HasSubstr("no resource is near its capacity")));
  EXPECT_THAT(files::content(file("results/held_back.csv")), HasSubstr("EAST,EAST,closure,9,,378,,5.25,9\n"));
  const auto binding = nlohmann::json::parse(run("run open.txtpb --json").out).at("binding");
  ASSERT_EQ(binding.size(), 1u);
  EXPECT_EQ(binding[0].at("container_hours"), 378);
  EXPECT_EQ(binding[0].at("waiting_at_end"), 9);
}

TEST_F(Program, SkipsAByteOrderMark) {
  const std::string mark = "\xef\xbb\xbf";
  write("marked.txtpb", mark + "nome: \"x\"\n");
  EXPECT_THAT(run("validate marked.txtpb").out,
              HasSubstr("marked.txtpb:1:1: error: Scenario has no field `nome`"));
  write("marked.json", mark + "{\"nome\": 1}");
  EXPECT_THAT(run("validate marked.json").out,
              HasSubstr("marked.json:1:2: error: Scenario has no field `nome`"));
}

TEST_F(Program, ReturnsTwoForWrongUsage) {
  for (const char* arguments :
       {"", "fly", "run", "validate", "run x.txtpb --wings 2", "run x.txtpb --replications 0",
        "run x.txtpb --replications many", "run x.txtpb --records trains",
        "run x.txtpb --out o --records boats", "run x.txtpb --only-table nothing", "generate --stations 20",
        "generate --stations 9 --trains 100", "generate --stations 10 --trains 1000001",
        "generate --stations 10 --trains 100 --seed many", "generate --stations 10 --trains 100 --seed -1",
        "run x.txtpb --seed -5", "run x.txtpb --tie-seed -5",
        "generate --stations 10 --trains 100 --out x.xml"}) {
    const Result result = run(arguments);
    EXPECT_EQ(result.code, 2) << arguments;
    EXPECT_EQ(result.out, "") << arguments;
    EXPECT_NE(result.err, "") << arguments;
  }
  EXPECT_EQ(run("run " + toy_ + " -n 1", "LANDBRIDGE_EXECUTOR=abacus").code, 2);
}

TEST_F(Program, ReturnsFourForAMissingFile) {
  for (const char* command : {"run", "validate", "explain"}) {
    EXPECT_EQ(run(std::string(command) + " missing.txtpb").code, 4) << command;
  }
  EXPECT_EQ(run("convert missing.txtpb new.json").code, 4);
  EXPECT_FALSE(fs::exists(file("new.json")));
}

TEST_F(Program, ReturnsThreeForAnInvalidScenarioAndSaysWhere) {
  write("bad.txtpb", "name: \"bad\"\nnetwork { points { id: \"A\" cuntry: \"XX\" } }\n");
  const Result validated = run("validate bad.txtpb");
  EXPECT_EQ(validated.code, 3);
  EXPECT_THAT(validated.out, StartsWith("bad.txtpb:1:1: error: `counted` is missing\n"));
  EXPECT_THAT(validated.out, HasSubstr("bad.txtpb:2:28: error: OperatingPoint has no field `cuntry`\n"));
  EXPECT_THAT(validated.out, HasSubstr("hint: did you mean `country`?"));
  EXPECT_THAT(validated.out, HasSubstr("\n2 problems\n"));
  const Result ran = run("run bad.txtpb --out results");
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.out, "") << "problems are no data here";
  EXPECT_THAT(ran.err, HasSubstr("bad.txtpb:2:"));
  EXPECT_FALSE(fs::exists(file("results")));
}

TEST_F(Program, ValidatesWithASummary) {
  const Result result = run("validate " + toy_);
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, HasSubstr("ok: one-border\n3 points, 2 lines, 1 services"));
  EXPECT_EQ(result.err, "");
}

TEST_F(Program, ValidatesAsJson) {
  write("bad.txtpb", "nome: \"bad\"\n");
  const auto bad = nlohmann::json::parse(run("validate --json bad.txtpb").out);
  EXPECT_FALSE(bad.at("valid").get<bool>());
  EXPECT_EQ(bad.at("problems").at(0).at("line"), 1);
  const auto good = nlohmann::json::parse(run("validate --json " + toy_).out);
  EXPECT_TRUE(good.at("valid").get<bool>());
  EXPECT_EQ(good.at("summary").at("points"), 3);
}

TEST_F(Program, PrintsTablesThatFitTheScreen) {
  const Result result = run("run " + toy_ + " --replications 3 --seed 7");
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(
      result.out,
      StartsWith("one-border: 3 replications, seed 7, counted 1970-01-01 to 1971-01-01 (365 days)\n"));
  EXPECT_THAT(result.out, HasSubstr("BORDER: lift"));
  EXPECT_EQ(result.out.find('\033'), std::string::npos) << "colours only on a terminal";
  EXPECT_EQ(result.err, "") << "progress only on a terminal";
  std::istringstream lines(result.out);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(cli::width(line), cli::kScreenWidth) << line;
  const Result one = run("run " + toy_ + " --replications 3 --only-table formed");
  EXPECT_THAT(one.out, HasSubstr("Trains formed"));
  EXPECT_THAT(one.out, testing::Not(HasSubstr("Binding")));
}

// Six trains of one container each: hours a train are container-hours over six, also for lines.
TEST_F(Program, TellsHoursATrainOfLines) {
  const Result result = run("run '" LANDBRIDGE_ROOT "/scenarios/toys/meets.txtpb' -n 1 --out meets");
  std::istringstream rows(files::content(file("meets/binding.csv")));
  std::string row;
  std::getline(rows, row);  // the names of the columns
  int lines = 0;
  while (std::getline(rows, row)) {
    std::vector<std::string> cells;
    std::istringstream text(row);
    for (std::string cell; std::getline(text, cell, ',');) cells.push_back(cell);
    const std::size_t at = result.out.find("  " + cells.at(3) + " ");
    ASSERT_NE(at, std::string::npos) << row;
    const std::string printed = result.out.substr(at, result.out.find('\n', at) - at);
    EXPECT_THAT(printed, HasSubstr(fmt::format("  {:.2f} ", std::stod(cells.at(4)) / 6)));
    ++lines;
  }
  EXPECT_EQ(lines, 2);
}

TEST_F(Program, GivesTheSameHashOnAnyThreads) {
  const auto hash = [&](const std::string& threads) {
    const Result result = run("run " + toy_ + " --json -n 5 --threads " + threads);
    return nlohmann::json::parse(result.out).at("manifest").at("results_hash").get<std::string>();
  };
  const std::string one = hash("1");
  EXPECT_EQ(one.size(), 64U);
  EXPECT_EQ(hash("2"), one);
  EXPECT_EQ(hash("4"), one);
}

// The toy's trains run 4.625 days and meet no other train; nothing of it opens, closes or lacks wagons.
TEST_F(Program, ShowsWhereTheTimeGoes) {
  const Result result = run("run " + toy_ + " -n 1 --only-table journeys");
  EXPECT_THAT(result.out, HasSubstr("Where the time goes"));
  EXPECT_THAT(result.out, testing::ContainsRegex("all +running .*handling +formation .*server"));
  EXPECT_THAT(result.out, testing::ContainsRegex("EAST - WEST +[0-9.]+ +4\\.6[23] "));
  for (const char* cause : {"fleet", "hours", "closure", "track"})
    EXPECT_THAT(result.out, Not(HasSubstr(cause)));
}

TEST_F(Program, ShowsWhatJourneysCost) {
  const std::string costs = "'" LANDBRIDGE_ROOT "/scenarios/toys/costs.txtpb'";
  const Result result = run("run " + costs + " -n 1 --only-table costs -o r --records trains,containers");
  EXPECT_THAT(result.out, testing::ContainsRegex("EAST - WEST +392 +250 +20 +19 +60 +44 +242 +20\\.1"));
  const std::string train = ",90000,9000,7500,24001,11250,975000,15600,0,1500000\n";
  EXPECT_THAT(files::content(file("r/bills_trains.csv")), HasSubstr(train));
  const std::string container = ",30000,3000,2500,8001,3750,325000,5200,0,500000\n";
  EXPECT_THAT(files::content(file("r/bills_containers.csv")), HasSubstr(container));
  EXPECT_THAT(run("run " + toy_ + " -n 1 --only-table costs").out, HasSubstr("nothing of `costs`"));
}

TEST_F(Program, SaysNothingOfThreadsThatTheMachineHasNot) {
  const Result result = run("run " + toy_ + " -n 3 --threads 200 --only-table formed");
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.err, "");
}

// The script in a folder of its own, beside stand-ins that talk as CMake and the program do.
TEST_F(Program, DemoPrintsTheTableAlone) {
  fs::copy_file(LANDBRIDGE_ROOT "/dev", file("dev"));
  write_script("bin/cmake", "echo talk");
  write_script("bin/dpkg-query", "exit 1  # nothing is installed");
  write_script("bin/apt-get", "echo talk");
  write_script("bin/sudo", "echo talk");
  write_script("build/release/landbridge", "echo table");
  const Result result = shell("PATH=\"$PWD/bin:$PATH\" ./dev demo");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(result.out, "table\n");
}

TEST_F(Program, ConvertsThereAndBack) {
  ASSERT_EQ(run("convert " + toy_ + " toy.json").code, 0);
  ASSERT_EQ(run("convert toy.json toy.binpb").code, 0);
  ASSERT_EQ(run("convert toy.binpb toy.txtpb").code, 0);
  const auto hash = [&](const std::string& name) {
    const Result result = run("run " + name + " --json -n 1");
    return nlohmann::json::parse(result.out).at("manifest").at("scenario").at("sha256").get<std::string>();
  };
  const std::string original = hash(toy_);
  for (const char* name : {"toy.json", "toy.binpb", "toy.txtpb"}) EXPECT_EQ(hash(name), original) << name;
  EXPECT_NE(run("convert " + toy_ + " toy.xlsx").code, 0);
  EXPECT_FALSE(fs::exists(file("toy.xlsx")));
}

TEST_F(Program, GeneratesALandBridge) {
  const std::string arguments = "generate --stations 30 --trains 1000 --seed 5";
  const Result printed = run(arguments);
  EXPECT_EQ(printed.code, 0) << printed.err;
  EXPECT_THAT(printed.out, StartsWith("# proto-file: landbridge/v1/scenario.proto\n"));
  const Result written = run(arguments + " --out bridge.txtpb");
  EXPECT_EQ(written.code, 0) << written.err;
  EXPECT_EQ(written.out, "");
  EXPECT_EQ(files::content(file("bridge.txtpb")), printed.out);
  EXPECT_THAT(run("validate bridge.txtpb").out, StartsWith("ok: generated-30-1000-5\n30 points, "));
  ASSERT_EQ(run(arguments + " --out bridge.binpb").code, 0);
  ASSERT_EQ(run("convert bridge.binpb back.txtpb").code, 0);
  EXPECT_EQ(files::content(file("back.txtpb")), printed.out);
}

TEST_F(Program, GeneratesOverNothing) {
  write("bridge.json", "precious");
  const Result again = run("generate --stations 10 --trains 100 --out bridge.json");
  EXPECT_EQ(again.code, 4);
  EXPECT_THAT(again.err, HasSubstr("bridge.json: error: exists already"));
  EXPECT_EQ(files::content(file("bridge.json")), "precious");
  EXPECT_EQ(run("generate --stations 10 --trains 100 --out no_folder/x.json").code, 4);
  EXPECT_EQ(run("generate --stations 10 --trains 100", "", ">/dev/full").code, 4);
}

TEST_F(Program, PrintsTheContract) {
  const Result result = run("schema");
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, HasSubstr("message Scenario {"));
}

TEST_F(Program, ExplainsAssumptionsFirst) {
  const Result result = run("explain '" LANDBRIDGE_ROOT "/scenarios/eurasia-2017.txtpb'");
  EXPECT_EQ(result.code, 0);
  const std::size_t assumptions = result.out.find("\nAssumptions (");
  const std::size_t sourced = result.out.find("\nFigures with a source (");
  ASSERT_NE(assumptions, std::string::npos);
  ASSERT_NE(sourced, std::string::npos);
  EXPECT_LT(assumptions, sourced);
  EXPECT_THAT(result.out, HasSubstr("\nSources ("));
}

}  // namespace
