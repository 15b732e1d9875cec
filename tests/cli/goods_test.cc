// What the program says of commodities and part loads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"
#include "tests/studies/files.h"

namespace {

namespace fs = std::filesystem;
using program::Program;
using testing::HasSubstr;

class ProgramOnGoods : public Program {};

// In the toy nothing but formation and part loads makes anything wait.
TEST_F(ProgramOnGoods, TellsWaitsForResourcesFromWaitsForPartLoads) {
  const std::string report = run("run '" LANDBRIDGE_ROOT "/scenarios/toys/part_loads.txtpb' -n 2").out;
  EXPECT_THAT(report, HasSubstr(" 0.0 h a container for resources"));
  EXPECT_THAT(report, testing::ContainsRegex("[1-9][0-9.]* h for part loads to fill a container"));
}

TEST_F(ProgramOnGoods, TellsStreamsOfPartLoadsFromLoads) {
  const std::string toy = "validate '" LANDBRIDGE_ROOT "/scenarios/toys/part_loads.txtpb'";
  EXPECT_THAT(run(toy).out, HasSubstr("0 matrices, 2 streams of part loads (8,030 loads a year)\n"));
  const auto json = nlohmann::json::parse(run(toy + " --json").out);
  EXPECT_EQ(json.at("summary").at("part_loads"), 2);
  EXPECT_EQ(json.at("summary").at("loads_per_year"), 8030);
}

TEST_F(ProgramOnGoods, WritesWhatIsInContainers) {
  const std::string toys = "run '" LANDBRIDGE_ROOT "/scenarios/toys/";
  ASSERT_EQ(run(toys + "part_loads.txtpb' -n 1 --out p --records containers").code, 0);
  const std::string part_loads = files::content(file("p/part_loads.csv"));
  EXPECT_THAT(part_loads,
              testing::ContainsRegex("\nmachinery,A,trains,,7[0-9]+,,7[0-9]+,,1[0-9]+,,0\\.[89]"));
  EXPECT_THAT(files::content(file("p/flows.csv")),
              testing::ContainsRegex("part loads,machinery,trains,A,C,[a-z_ ]+,,1095,7300\n"));
  const std::string legs = files::content(file("p/containers.csv"));
  EXPECT_THAT(legs, HasSubstr(",kind,commodity,part_loads,train,"));
  EXPECT_THAT(legs, testing::ContainsRegex(",trains,0,[a-z_ ]+,,[1-9]")) << "with part loads";
  EXPECT_THAT(legs, testing::ContainsRegex(",trains,0,[a-z_ ]+,,0,")) << "without";
  EXPECT_FALSE(fs::exists(file("p/goods.csv")));

  ASSERT_EQ(run(toys + "reefers.txtpb' -n 1 --out r --records containers").code, 0);
  EXPECT_THAT(files::content(file("r/goods.csv")), HasSubstr("\nfood,westbound,"));
  EXPECT_THAT(files::content(file("r/containers.csv")), HasSubstr(",food,0,"));
  EXPECT_FALSE(fs::exists(file("r/part_loads.csv")));
}

}  // namespace
