// Scenarios spread over files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

using scenarios::LoadResult;
using scenarios::Scenario;
using test_files::Folder;
using test_files::lines;
using test_files::small_scenario;
using testing::ElementsAre;

TEST(Include, ListsAreJoinedAndTheIncludingFileWins) {
  const Folder folder;
  folder.write("parts/small.txtpb", small_scenario());
  folder.write("parts/base.txtpb",
               "include: \"small.txtpb\" experiment { replications: 7 seed: 3 spin_up { seconds: 60 } }");
  const auto file = folder.write("main.txtpb",
                                 "include: \"parts/base.txtpb\" name: \"main\"\n"
                                 "network { points { id: \"C\" } }\n"
                                 "experiment { replications: 8 spin_up { seconds: 0 } }\n");
  const LoadResult result = Scenario::load(file);
  ASSERT_TRUE(result.scenario.has_value()) << to_string(result.problems.at(0));
  EXPECT_EQ(result.scenario->name(), "main");
  EXPECT_EQ(result.scenario->replications(), 8);
  EXPECT_EQ(result.scenario->seed(), 3u);
  EXPECT_EQ(result.scenario->model_input().points.size(), 3u);
  EXPECT_EQ(result.scenario->model_input().points.at(2).id, "C");
  EXPECT_EQ(result.scenario->model_input().spin_up_s, 0) << "a time of 0 replaces another";
  EXPECT_EQ(result.scenario->model_input().counted_s, 86400);
  EXPECT_EQ(result.scenario->summary().files, 3u);
}

TEST(Include, IsRelativeToTheIncludingFile) {
  const Folder folder;
  folder.write("a/one.txtpb", "include: \"../b/two.txtpb\"");
  folder.write("b/two.txtpb", "include: \"three.txtpb\"");
  folder.write("b/three.txtpb", "network { points { id: \"DEEP\" } }");
  const LoadResult result =
      Scenario::load(folder.write("main.txtpb", small_scenario("include: \"a/one.txtpb\"")));
  ASSERT_TRUE(result.scenario.has_value());
  EXPECT_EQ(result.scenario->model_input().points.at(0).id, "DEEP") << "what is included comes first";
}

TEST(Include, AFileIsReadOnceHoweverItIsNamed) {
  const Folder folder;
  folder.write("common.txtpb", "network { points { id: \"C\" } }");
  folder.write("part.txtpb", "include: \"common.txtpb\"");
  const auto file = folder.write(
      "main.txtpb",
      small_scenario("include: \"common.txtpb\" include: \"part.txtpb\" include: \"./x/../common.txtpb\""));
  const LoadResult result = Scenario::load(file);
  ASSERT_TRUE(result.scenario.has_value()) << to_string(result.problems.at(0));
  EXPECT_EQ(result.scenario->summary().files, 3u);
}

TEST(Include, CyclesAreFoundWhereTheyClose) {
  const Folder folder;
  folder.write("b.txtpb", "\n  include: \"c.txtpb\"");
  folder.write("c.txtpb", "include: \"b.txtpb\"");
  const LoadResult result = Scenario::load(folder.write("a.txtpb", small_scenario("include: \"b.txtpb\"")));
  EXPECT_FALSE(test_files::any_io(result.problems));
  EXPECT_THAT(lines(result.problems),
              ElementsAre("c.txtpb:1:1: includes in a circle: b.txtpb -> c.txtpb -> b.txtpb"));
}

TEST(Include, OneselfIsACycle) {
  const Folder folder;
  const LoadResult result = Scenario::load(folder.write("a.txtpb", small_scenario("include: \"a.txtpb\"")));
  EXPECT_THAT(lines(result.problems), ElementsAre("a.txtpb:9:1: includes in a circle: a.txtpb -> a.txtpb"));
}

TEST(Include, MissingFilesAreAllReportedWhereTheyAreIncluded) {
  const Folder folder;
  const LoadResult result = Scenario::load(folder.write(
      "a.txtpb", small_scenario("include: \"no.txtpb\"\ninclude: \"nor.json\"\ninclude: \"x.yaml\"")));
  EXPECT_TRUE(test_files::any_io(result.problems));
  ASSERT_EQ(result.problems.size(), 3u);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(result.problems[static_cast<std::size_t>(i)].line, 9 + i);
    EXPECT_THAT(result.problems[static_cast<std::size_t>(i)].message, testing::HasSubstr("no such file"));
  }
}

TEST(Include, AFileThatCannotBeReadHidesNoOtherProblem) {
  const Folder folder;
  folder.write("broken.txtpb", "network { points {");
  folder.write("range.txtpb", "network {\n  points { id: \"C\" latitude_deg: 91 }\n}");
  folder.write("small.txtpb", small_scenario());
  const LoadResult result = Scenario::load(folder.write(
      "a.txtpb",
      "include: \"small.txtpb\" include: \"broken.txtpb\" include: \"range.txtpb\"\n"
      "services { services { id: \"T\" origin: \"IN_BROKEN\" destination: \"B\" direction: EASTBOUND "
      "formation { rule: FULL_LOAD train_feu: 500 } } }"));
  EXPECT_THAT(lines(result.problems),
              ElementsAre("broken.txtpb:1:19: the text ends too early; is a `}` missing?",
                          "range.txtpb:2:20: `latitude_deg` is 91 degrees; it must be -90 to 90 degrees",
                          "a.txtpb:2:117: `train_feu` is 500 FEU; it must be 0.5 to 200 FEU"))
      << "an unknown point is no news: it may stand in the broken file";
}

TEST(Include, FormatsMayBeMixed) {
  const Folder folder;
  folder.write("part.json", R"({"network": {"points": [{"id": "C", "latitudeDeg": 91}]}})");
  const LoadResult result = Scenario::load(folder.write("a.txtpb", small_scenario("include: \"part.json\"")));
  EXPECT_THAT(lines(result.problems), ElementsAre("part.json:1:37: `latitude_deg` is 91 degrees; "
                                                  "it must be -90 to 90 degrees"));
}

TEST(Include, ChainsThatNeverEndAreCutOff) {
  const Folder folder;
  for (int i = 0; i < 100; ++i) {
    folder.write(std::to_string(i) + ".txtpb", "include: \"" + std::to_string(i + 1) + ".txtpb\"");
  }
  const LoadResult result = Scenario::load(folder.path() / "0.txtpb");
  ASSERT_FALSE(result.problems.empty());
  EXPECT_THAT(result.problems[0].message, testing::HasSubstr("more than 64 includes"));
}

}  // namespace
