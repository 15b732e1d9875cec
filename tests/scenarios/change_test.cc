// Scenario.change: figures that differ from what is included.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const char* const kLine =
    "network {\n"
    "  lines { id: \"XY\" from: \"A\" to: \"B\" gauge_mm: 1435 length_km: 10 tracks: 2 speed_km_per_day: 500 "
    "closed: true\n"
    "          headways { leader_class: \"a\" follower_class: \"b\" headway { seconds: 60 } }\n"
    "          headways { leader_class: \"b\" follower_class: \"a\" headway { seconds: 90 } }\n"
    "          provenance { fields: \"length_km\" fields: \"tracks\" assumption: true note: \"a guess\" } }\n"
    "  train_classes { id: \"a\" }\n"
    "  train_classes { id: \"b\" }\n"
    "}\n";

rail::LineInput line_of(const scenarios::LoadResult& result) {
  EXPECT_THAT(test_files::lines(result.problems), ElementsAre());
  for (const rail::LineInput& line : result.scenario.value().model_input().lines) {
    if (line.id == "XY") return line;
  }
  ADD_FAILURE() << "no line XY";
  return {};
}

scenarios::LoadResult changed(const std::string& change) {
  return test_files::load_beside_small(fmt::format("{}change {{ network {{ {} }} }}\n", kLine, change));
}

TEST(Change, ReplacesFieldsAndKeepsTheOthers) {
  const rail::LineInput line = line_of(changed("lines { id: \"XY\" length_km: 25 paths_per_day: 7 }"));
  EXPECT_EQ(line.length_km, 25);
  EXPECT_EQ(line.paths_per_day, 7);
  EXPECT_EQ(line.speed_km_per_day, 500);
  EXPECT_TRUE(line.closed);
  EXPECT_EQ(line.headways.size(), 2u);
}

TEST(Change, ReplacesListsAsAWhole) {
  const rail::LineInput line = line_of(changed(
      "lines { id: \"XY\" headways { leader_class: \"a\" follower_class: \"b\" headway { seconds: 7 } } }"));
  ASSERT_EQ(line.headways.size(), 1u);
  EXPECT_EQ(line.headways[0].seconds, 7);
}

TEST(Change, MayWriteADefault) {
  EXPECT_FALSE(line_of(changed("lines { id: \"XY\" closed: false }")).closed);
}

TEST(Change, ReachesFleets) {
  const scenarios::LoadResult result = test_files::load_beside_small(
      "fleets { wagon_pools { id: \"sets\" gauge_mm: 1435 feu_per_wagon: 2 "
      "stock { point: \"A\" units: 30 } stock { point: \"B\" units: 30 } } }\n"
      "change { fleets { wagon_pools { id: \"sets\" stock { point: \"A\" units: 45 } stock { point: \"B\" } "
      "} } }");
  EXPECT_THAT(test_files::lines(result.problems), ElementsAre());
  const rail::ModelInput input = result.scenario.value().model_input();
  ASSERT_EQ(input.wagon_pools.size(), 1u);
  EXPECT_EQ(input.wagon_pools[0].feu_per_wagon, 2);
  ASSERT_EQ(input.wagon_pools[0].stock.size(), 2u);
  EXPECT_EQ(input.wagon_pools[0].stock[0].units, 45);
  EXPECT_EQ(input.wagon_pools[0].stock[1].units, 0);
}

void write_base(const test_files::Folder& folder) {
  folder.write("small.txtpb", test_files::small_scenario());
  folder.write("base.txtpb", std::string("include: \"small.txtpb\"\n") + kLine);
}

TEST(Change, OfTheFileThatIncludesComesLast) {
  const test_files::Folder folder;
  write_base(folder);
  folder.write("one.txtpb",
               "include: \"base.txtpb\" change { network { lines { id: \"XY\" length_km: 11 tracks: 3 } } }");
  const auto two = folder.write(
      "two.txtpb", "include: \"one.txtpb\" change { network { lines { id: \"XY\" length_km: 12 } } }");
  const rail::LineInput line = line_of(scenarios::Scenario::load(two));
  EXPECT_EQ(line.length_km, 12);
  EXPECT_EQ(line.tracks, 3);
}

TEST(Change, OfNothingIsAProblemWithAHint) {
  const auto result = changed("\nlines { id: \"XZ\" length_km: 25 }");
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_EQ(test_files::lines(result.problems)[0],
            "memory.txtpb:11:1: changes `XZ`, which is not among the lines");
  EXPECT_EQ(result.problems[0].hint, "did you mean `XY`?");
}

// Where it is written, not where the line was first described.
TEST(Change, HasItsOwnPlaceInProblems) {
  const auto result = changed("\nlines {\n id: \"XY\"\n length_km: -1 }");
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_THAT(test_files::lines(result.problems)[0], HasSubstr("memory.txtpb:13:2: `length_km` is -1"));
}

TEST(Change, InJson) {
  const test_files::Folder folder;
  write_base(folder);
  const auto json = folder.write("change.json",
                                 "{\"include\": [\"base.txtpb\"], \"change\": {\"network\": {\"lines\": ["
                                 "{\"id\": \"XY\", \"lengthKm\": 25, \"closed\": false}]}}}");
  const rail::LineInput line = line_of(scenarios::Scenario::load(json));
  EXPECT_EQ(line.length_km, 25);
  EXPECT_FALSE(line.closed);
}

struct Origin {
  std::string value, note;
};

Origin origin_of(const scenarios::LoadResult& result, const std::string& field) {
  for (const scenarios::FigureOrigin& figure : result.scenario.value().explain()) {
    if (figure.path == "network.lines[XY]" && figure.field == field) return {figure.value, figure.note};
  }
  return {};
}

TEST(Change, TakesItsOwnProvenance) {
  const auto result =
      changed("lines { id: \"XY\" length_km: 25 provenance { assumption: true note: \"the new line\" } }");
  EXPECT_EQ(origin_of(result, "length_km").value, "25 km");
  EXPECT_EQ(origin_of(result, "length_km").note, "the new line");
  EXPECT_EQ(origin_of(result, "tracks").note, "a guess") << "as before";
}

TEST(Change, WithoutProvenanceRestsOnNothing) {
  const auto result = changed("lines { id: \"XY\" length_km: 25 tracks: 3 }");
  EXPECT_EQ(origin_of(result, "length_km").note, "changed in memory.txtpb, no reason given");
  EXPECT_EQ(origin_of(result, "tracks").note, "changed in memory.txtpb, no reason given");
}

}  // namespace
