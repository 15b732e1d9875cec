// What changes remove takes its published figures along.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

using scenarios::LoadResult;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Texts = std::vector<std::string>;

// A second line beside L2, and figures that were published of both, of L2 and of all.
std::string with_published_figures() {
  const auto figure = [](const char* id, const char* kpi, const char* more) {
    return fmt::format(
        "  published {{ id: \"{}\" observable: \"x\" unit: \"1\" value: 1 role: COMPARED kpi: \"{}\" {} "
        "provenance {{ assumption: true note: \"x\" }} }}\n",
        id, kpi, more);
  };
  return fmt::format("include: \"{}\"\n",
                     test_files::in_repository("tests/scenarios/parts/base.txtpb").string()) +
         "network { lines { id: \"L3\" from: \"KZ_BRD\" to: \"BY_END\" gauge_mm: 1520 length_km: 9 tracks: 2 "
         "speed_km_per_day: 900 paths_per_day: 5 } }\n" +
         "experiment {\n" + figure("of_L2", "line/L2/westbound/trains_per_day", "") +
         figure("paths", "line/L3/westbound/path_use", "") +
         figure("all", "total/both/teu_delivered", "same_as: \"of_L2\"") + "}\n";
}

std::vector<std::string> published_with(const Texts& changes) {
  const test_files::Folder folder;
  const LoadResult result =
      scenarios::load_with(folder.write("file.txtpb", with_published_figures()), changes);
  EXPECT_THAT(test_files::lines(result.problems), IsEmpty());
  std::vector<std::string> ids;
  if (!result.scenario) return ids;
  for (const scenarios::PublishedFigure& one : result.scenario->published())
    ids.push_back(one.id + one.same_as);
  return ids;
}

TEST(LostFigures, GoWithWhatIsRemoved) {
  EXPECT_THAT(published_with({}), ElementsAre("of_L2", "paths", "allof_L2"));
  EXPECT_THAT(published_with({"remove lines/L2"}), ElementsAre("paths", "all"));
  EXPECT_THAT(published_with({"remove lines/L3/paths_per_day"}), ElementsAre("of_L2", "allof_L2"));
  const char* again =
      "add lines { id: \"L2\" from: \"KZ_BRD\" to: \"BY_END\" gauge_mm: 1520 length_km: 7 tracks: 2 "
      "speed_km_per_day: 900 }";
  EXPECT_THAT(published_with({"remove lines/L2", again}), ElementsAre("of_L2", "paths", "allof_L2"));
}

// What other changes make of a figure stays a problem, and so does a figure that was wrong before.
TEST(LostFigures, AreNoOthers) {
  const test_files::Folder folder;
  const auto file = folder.write("file.txtpb", with_published_figures());
  const LoadResult result = scenarios::load_with(file, {"remove flows/goods", "lines/L3/paths_per_day = 0"});
  EXPECT_FALSE(result.scenario);
  const LoadResult misspelt =
      scenarios::load_with(file, {"remove lines/L2", "published/paths/kpi = line/L3/westbound/path_uses"});
  ASSERT_EQ(misspelt.problems.size(), 1u);
  EXPECT_THAT(misspelt.problems[0].message, HasSubstr("`path_uses` is not possible here"));
}

}  // namespace
