// What differs between the inputs of two scenarios.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

using scenarios::InputDifference;
using testing::IsEmpty;
using Kind = InputDifference::Kind;
using Texts = std::vector<std::string>;

scenarios::Scenario load(const std::string& file, const Texts& changes = {}) {
  const auto result = scenarios::load_with(test_files::in_repository(file), changes);
  EXPECT_THAT(test_files::lines(result.problems), IsEmpty());
  return result.scenario.value();
}

std::string path_of(const InputDifference& one) {
  return one.field.empty() ? one.thing : one.thing + '/' + one.field;
}

const std::string kBase = "tests/scenarios/parts/base.txtpb";

TEST(Differences, OfEqualScenariosAreNone) {
  for (const char* file : {"scenarios/eurasia-2024.txtpb", "tests/scenarios/parts/everything.txtpb"})
    EXPECT_TRUE(differences(load(file), load(file)).empty()) << file;
}

struct Change {
  const char* text;
  const char* path;  // of what differs then
};

TEST(Differences, NameExactlyWhatHasBeenChanged) {
  const std::vector<Change> all{
      {"lines/L1/length_km = 600", "lines/L1/length_km"},
      {"lines/L2/speed_km_per_day *= 1.25", "lines/L2/speed_km_per_day"},
      {"flows/goods/containers_per_year *= 1.5", "flows/goods/containers_per_year"},
      {"demand/growth = 2", "demand/growth"},
      {"points/KZ_BRD/tracks/1520/count = 7", "points/KZ_BRD/tracks/1520/count"},
      {"processes/*/stages/customs/duration *= 2", "processes/KZ_BRD.westbound/stages/customs/duration"},
      {"resources/KZ_BRD.customs/servers = 5", "resources/KZ_BRD.customs/servers"},
      {"network/dispatching/notice = 10 min", "network/dispatching"},
      {"remove lines/L2/max_train_length_m", "lines/L2/max_train_length_m"},
      {"remove watches/border_to_end", "watches/border_to_end"},
      {"add flows { id: \"more\" service: \"CN_WST-BY_END\" containers_per_year: 7 }", "flows/more"},
      {"close lines/L2 from 1970-02-01 until 1970-02-02", "disruptions/closed-L2"}};
  const scenarios::Scenario base = load(kBase);
  EXPECT_TRUE(rc::check("no more, no less", [&] {
    Texts changes;
    std::multiset<std::string> expected, found;
    for (const Change& one : all) {
      if (!*rc::gen::arbitrary<bool>()) continue;
      changes.emplace_back(one.text);
      expected.insert(one.path);
    }
    for (const InputDifference& one : differences(base, load(kBase, changes))) found.insert(path_of(one));
    RC_ASSERT(found == expected);
  }));
}

InputDifference only(const Texts& changes) {
  const std::vector<InputDifference> all = differences(load(kBase), load(kBase, changes));
  EXPECT_EQ(all.size(), 1u);
  return all.empty() ? InputDifference() : all.front();
}

TEST(Differences, HaveValuesWithUnits) {
  const InputDifference length = only({"lines/L1/length_km *= 2"});
  EXPECT_EQ(length.name, "West of China - Border");
  EXPECT_EQ(length.before, "500 km");
  EXPECT_EQ(length.after, "1000 km");
  EXPECT_EQ(length.factor, 2);
  const InputDifference law = only({"processes/*/stages/customs/duration *= 2"});
  EXPECT_EQ(law.before, "exponential(1) h");
  EXPECT_EQ(law.after, "exponential(2) h");
  const InputDifference paths = only({"lines/L1/paths_per_day = 12"});
  EXPECT_EQ(paths.before, "");
  EXPECT_EQ(paths.after, "12 a day");
  EXPECT_EQ(only({"experiment/spin_up = 12 h"}).after, "12 h");
  EXPECT_EQ(only({"resources/*/discipline = PRIORITY"}).after, "PRIORITY");
}

// 6.11 times 1.2653 is 7.730983000000001 to a machine.
TEST(Differences, HaveNoDigitsThatComputingAdds) {
  const char* const file = "scenarios/whatif/malaszewicze-16.txtpb";
  const auto all =
      differences(load(file), load(file, {"services/BY_OSH-PL_LOD/formation/interval *= 1.2653"}));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all.front().before, "exponential(6.11) h");
  EXPECT_EQ(all.front().after, "exponential(7.730983) h");
}

TEST(Differences, TellWhatOnlyOneHas) {
  const InputDifference gone = only({"remove watches/border_to_end"});
  EXPECT_EQ(gone.kind, Kind::kRemoved);
  EXPECT_THAT(gone.before, testing::HasSubstr("KZ_BRD"));
  const InputDifference closed = only({"close points/KZ_BRD from 1970-02-01 until 1970-02-02"});
  EXPECT_EQ(closed.kind, Kind::kAdded);
  EXPECT_THAT(closed.after,
              testing::HasSubstr("closed: all at KZ_BRD (L1, L2, KZ_BRD.customs, KZ_BRD.lift)"));
}

TEST(Differences, TellAnotherOrder) {
  const test_files::Folder folder;
  const std::string a = "{ id: \"A\" gauges_mm: 1435 }", b = "{ id: \"B\" gauges_mm: 1435 }";
  std::vector<scenarios::Scenario> both;
  for (const std::string& points : {"points " + a + " points " + b, "points " + b + " points " + a}) {
    std::string text = test_files::small_scenario();
    const std::size_t from = text.find("  points"), to = text.find("  lines");
    text.replace(from, to - from, points + "\n");
    both.push_back(scenarios::Scenario::load(folder.write("file.txtpb", text)).scenario.value());
  }
  const std::vector<InputDifference> all = differences(both[0], both[1]);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].kind, Kind::kOtherOrder);
  EXPECT_EQ(all[0].thing, "points");
}

// A what-if of the shelf, said in one line.
TEST(Differences, OfAWhatIfAreItsChange) {
  const scenarios::Scenario base = load("scenarios/whatif/khorgos-cranes-3.txtpb");
  const scenarios::Scenario one_crane = load("scenarios/whatif/khorgos-cranes-1.txtpb");
  const std::vector<InputDifference> all = differences(base, one_crane);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(path_of(all[0]), "gauge_changes/KZ_ALT.westbound/lifts_per_hour");
  EXPECT_EQ(all[0].after, "17.273 an hour");
  EXPECT_TRUE(differences(one_crane, load("scenarios/whatif/khorgos-cranes-3.txtpb",
                                          {"gauge_changes/KZ_ALT.westbound/lifts_per_hour = 17.273"}))
                  .empty());
}

}  // namespace
