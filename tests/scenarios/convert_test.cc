// Converting files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

namespace fs = std::filesystem;
using scenarios::convert;
using scenarios::Scenario;
using test_files::Folder;
using test_files::lines;
using test_files::read;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Convert, ThroughAllFormatsAndBack) {
  const Folder folder;
  const fs::path start =
      folder.write("a.txtpb", test_files::small_scenario("description: \"Małaszewicze, Брест, 重庆\""));
  EXPECT_THAT(lines(convert(start, folder.path() / "b.json")), IsEmpty());
  EXPECT_THAT(lines(convert(folder.path() / "b.json", folder.path() / "c.binpb")), IsEmpty());
  EXPECT_THAT(lines(convert(folder.path() / "c.binpb", folder.path() / "d.txtpb")), IsEmpty());
  EXPECT_THAT(lines(convert(folder.path() / "d.txtpb", folder.path() / "e.binpb")), IsEmpty());
  EXPECT_EQ(read(folder.path() / "c.binpb"), read(folder.path() / "e.binpb"));
  const auto first = Scenario::load(start);
  ASSERT_TRUE(first.scenario.has_value());
  for (const char* name : {"b.json", "c.binpb", "d.txtpb"}) {
    const auto other = Scenario::load(folder.path() / name);
    ASSERT_TRUE(other.scenario.has_value()) << name;
    EXPECT_EQ(other.scenario->canonical_bytes(), first.scenario->canonical_bytes()) << name;
  }
}

TEST(Convert, IncludesStayAList) {
  const Folder folder;
  const fs::path start = folder.write("a.txtpb", "include: \"not_there.txtpb\" include: \"nor_there.json\"");
  EXPECT_THAT(lines(convert(start, folder.path() / "b.txtpb")), IsEmpty());
  EXPECT_THAT(read(folder.path() / "b.txtpb"),
              testing::HasSubstr("include: \"not_there.txtpb\"\ninclude: \"nor_there.json\"\n"));
}

// Else the copy would look for its parts beside itself.
TEST(Convert, IncludesStillLeadToTheirFiles) {
  const Folder folder, elsewhere;
  folder.write("part.txtpb", test_files::small_scenario(""));
  const fs::path start = folder.write("a.txtpb", "include: \"part.txtpb\"");
  const fs::path copy = elsewhere.path() / "b.json";
  EXPECT_THAT(lines(convert(start, copy)), IsEmpty());
  EXPECT_TRUE(Scenario::load(copy).scenario.has_value());
}

TEST(Convert, NeverOverAFileThatIsThere) {
  const Folder folder;
  const fs::path start = folder.write("a.txtpb", test_files::small_scenario(""));
  folder.write("b.json", "precious");
  const auto problems = convert(start, folder.path() / "b.json");
  EXPECT_THAT(lines(problems), ElementsAre("b.json: exists already"));
  EXPECT_TRUE(problems[0].io) << "exit code 4, as for run and generate";
  EXPECT_EQ(read(folder.path() / "b.json"), "precious");
}

TEST(Convert, MergedIntoOneFile) {
  const Folder folder, elsewhere;
  folder.write("part.txtpb", test_files::small_scenario(""));
  const fs::path start = folder.write("a.txtpb", "include: \"part.txtpb\" description: \"whole\"");
  const fs::path one = elsewhere.path() / "one.json";
  EXPECT_THAT(lines(convert(start, one, scenarios::Includes::kMerged)), IsEmpty());
  EXPECT_THAT(read(one), testing::Not(testing::HasSubstr("include")));
  const auto merged = Scenario::load(one), parts = Scenario::load(start);
  ASSERT_TRUE(merged.scenario && parts.scenario);
  EXPECT_EQ(merged.scenario->canonical_bytes(), parts.scenario->canonical_bytes());
  EXPECT_EQ(merged.scenario->summary().files, 1u);
}

TEST(Convert, MergesNothingIfAPartIsMissing) {
  const Folder folder;
  const fs::path start = folder.write("a.txtpb", "include: \"none.txtpb\"");
  EXPECT_FALSE(convert(start, folder.path() / "b.json", scenarios::Includes::kMerged).empty());
  EXPECT_FALSE(fs::exists(folder.path() / "b.json"));
}

TEST(Convert, NamesStayReadable) {
  const Folder folder;
  folder.write("a.json", R"({"network": {"points": [{"id": "CN_CKG", "name": "重庆 Chongqing"}]}})");
  EXPECT_THAT(lines(convert(folder.path() / "a.json", folder.path() / "b.txtpb")), IsEmpty());
  EXPECT_THAT(read(folder.path() / "b.txtpb"), testing::HasSubstr("name: \"重庆 Chongqing\""));
}

TEST(Convert, NothingIsWrittenOnError) {
  const Folder folder;
  EXPECT_THAT(lines(convert(folder.write("a.txtpb", "nam: \"x\""), folder.path() / "out.json")),
              ElementsAre("a.txtpb:1:1: Scenario has no field `nam`"));
  EXPECT_THAT(lines(convert(folder.path() / "none.txtpb", folder.path() / "out.json")),
              ElementsAre("none.txtpb: no such file"));
  const std::string bad_text = "name: \"\xff\"";
  EXPECT_EQ(convert(folder.write("b.txtpb", bad_text), folder.path() / "out.json").size(), 1u);
  EXPECT_EQ(convert(folder.path() / "b.txtpb", folder.path() / "out.binpb").size(), 1u);
  EXPECT_FALSE(fs::exists(folder.path() / "out.json"));
  EXPECT_FALSE(fs::exists(folder.path() / "out.binpb"));
}

TEST(Convert, TimesThatJsonCannotHold) {
  const Folder folder;
  const auto file = folder.write("a.txtpb", "experiment { counted { seconds: 315576000001 } }");
  EXPECT_EQ(convert(file, folder.path() / "b.json").size(), 1u);
  EXPECT_FALSE(fs::exists(folder.path() / "b.json"));
}

TEST(Convert, NeverOntoTheInput) {
  const Folder folder;
  const fs::path file = folder.write("a.txtpb", "name: \"x\"  # a comment that would be lost");
  EXPECT_THAT(lines(convert(file, folder.path() / "." / "a.txtpb")),
              ElementsAre("a.txtpb: is the input file"));
  EXPECT_EQ(read(file), "name: \"x\"  # a comment that would be lost");
}

TEST(Convert, WhereNothingCanBeWritten) {
  const Folder folder;
  const auto problems =
      convert(folder.write("a.txtpb", "name: \"x\""), folder.path() / "no_folder" / "b.json");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_TRUE(problems[0].io);
}

TEST(Convert, UnknownFormats) {
  const Folder folder;
  const fs::path file = folder.write("a.txtpb", "name: \"x\"");
  EXPECT_EQ(lines(convert(file, folder.path() / "b.xml")),
            std::vector<std::string>{"b.xml: is of an unknown format"});
  EXPECT_EQ(lines(convert(folder.path() / "c.xml", file)),
            std::vector<std::string>{"c.xml: is of an unknown format"});
}

}  // namespace
