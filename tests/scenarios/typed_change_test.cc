// Typed changes: set, scale, remove, add, close and open, in files and in one line.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/change_reach.h"
#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

using scenarios::LoadResult;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Texts = std::vector<std::string>;

const std::string kBase = "tests/scenarios/parts/base.txtpb";

std::string including_base() {
  return fmt::format("include: \"{}\"\n", test_files::in_repository(kBase).string());
}

LoadResult with(const Texts& changes, const std::string& file = kBase) {
  return scenarios::load_with(test_files::in_repository(file), changes);
}

rail::ModelInput input_with(const Texts& changes, const std::string& file = kBase) {
  const LoadResult result = with(changes, file);
  EXPECT_THAT(test_files::lines(result.problems), IsEmpty());
  return result.scenario ? result.scenario->model_input() : rail::ModelInput();
}

TEST(TypedChange, SetsNumbersTimesWordsAndTexts) {
  const rail::ModelInput input =
      input_with({"lines/L1/length_km = 600", "experiment/spin_up = 2 d", "points/BY_END/name=Brest Nord",
                  "resources/KZ_BRD.customs/servers = 5", "lines/L2/closed = false",
                  "experiment/counted = { seconds: 864000 }"});
  EXPECT_EQ(input.lines[0].length_km, 600);
  EXPECT_EQ(input.spin_up_s, 2 * 86400);
  EXPECT_EQ(input.counted_s, 864000);
  EXPECT_EQ(input.points[2].name, "Brest Nord");
  EXPECT_EQ(input.resources[0].servers, 5);
}

TEST(TypedChange, ReachesFieldsWithinThings) {
  const rail::ModelInput input =
      input_with({"services/CN_WST-BY_END/formation/train_feu = 40", "points/KZ_BRD/tracks/1520/count = 7",
                  "processes/KZ_BRD.westbound/stages/customs/duration = { unit: MINUTES constant: 7 }"});
  EXPECT_EQ(input.services[0].train_feu, 40);
  ASSERT_EQ(input.points[1].tracks.size(), 2u);
  EXPECT_EQ(input.points[1].tracks[1].count, 7);
  EXPECT_EQ(input.points[1].tracks[0].count, 4) << "of the other gauge";
  EXPECT_EQ(input.processes[0].stages[0].duration.mean(), 420);
}

TEST(TypedChange, MakesBlocksThatAreNotThere) {
  const rail::ModelInput input =
      input_with({"network/dispatching/notice = 10 min", "lines/L1/loading_limit_towards_to = 60"});
  EXPECT_EQ(input.lines[0].loading_limit[0], 60);
}

TEST(TypedChange, ScalesAllThatAPatternMatches) {
  const rail::ModelInput input =
      input_with({"lines/*/length_km *= 1.5", "processes/*/stages/*/duration *= 2",
                  "experiment/spin_up *= 0.5", "gauge_changes/KZ_BRD.?ift/bays *= 1.5"});
  EXPECT_EQ(input.lines[0].length_km, 750);
  EXPECT_EQ(input.lines[1].length_km, 4500);
  EXPECT_EQ(input.processes[0].stages[0].duration.mean(), 7200);
  EXPECT_EQ(input.spin_up_s, 432000);
  EXPECT_EQ(input.gauge_changes[0].bays, 3);
}

// Growth is 1 where it is not stated.
TEST(TypedChange, ScalesGrowthThatIsNotStated) {
  const rail::ModelInput plain = input_with({"lines/L1/length_km = 500"});
  const rail::ModelInput scaled = input_with({"demand/growth *= 1.25"});
  EXPECT_DOUBLE_EQ(scaled.flows[0].containers_per_year, 1.25 * plain.flows[0].containers_per_year);
  const test_files::Folder folder;
  const auto grown =
      folder.write("grown.txtpb", including_base() + "change { scale { field: \"demand/growth\" by: 2 } }\n");
  const LoadResult twice = scenarios::load_with(grown, {"demand/growth *= 1.5"});
  ASSERT_TRUE(twice.scenario);
  EXPECT_DOUBLE_EQ(twice.scenario->model_input().flows[0].containers_per_year,
                   3 * plain.flows[0].containers_per_year);
}

TEST(TypedChange, TellsHowFarItReaches) {
  const test_files::Folder folder;
  const auto base = folder.write(
      "base.txtpb", including_base() + "change { set { field: \"lines/L2/headway\" to: \"20 min\" } }\n");
  const LoadResult result =
      scenarios::load_with(base, {"lines/*/headway *= 0.5", "lines/*/length_km *= 1.5"});
  ASSERT_TRUE(result.scenario) << to_string(result.problems.front());
  const std::vector<scenarios::ChangeReach>& reach = scenarios::reach_of_changes(*result.scenario);
  ASSERT_EQ(reach.size(), 3u);
  EXPECT_EQ(reach[0].change, "lines/L2/headway = 20 min");
  EXPECT_EQ(reach[1].change, "lines/*/headway *= 0.5");
  EXPECT_EQ(reach[1].matching, 2u);
  EXPECT_EQ(reach[1].unstated, 1u);
  EXPECT_EQ(reach[2].unstated, 0u);
}

TEST(TypedChange, NamesTheFieldsOfAPart) {
  const auto problem = [](const char* change) {
    const LoadResult result = with({change});
    return result.problems.at(0).message + " (" + result.problems.at(0).hint + ")";
  };
  EXPECT_THAT(problem("demand = 2"),
              testing::AllOf(HasSubstr("`demand` is a part of the scenario, not a field"),
                             HasSubstr("`demand/growth`")));
  EXPECT_THAT(problem("demand/grwth = 2"), HasSubstr("did you mean `growth`?"));
}

// 30 times 1.1 is 33.000000000000004.
TEST(TypedChange, KeepsWholeNumbersWhole) {
  const test_files::Folder folder;
  const auto base = folder.write(
      "base.txtpb", including_base() + "change { set { field: \"resources/*/servers\" to: \"30\" } }\n");
  const LoadResult result = scenarios::load_with(base, {"resources/*/servers *= 1.1"});
  EXPECT_THAT(test_files::lines(result.problems), IsEmpty());
  EXPECT_EQ(result.scenario.value().model_input().resources[0].servers, 33);
}

TEST(TypedChange, RemovesAndAdds) {
  const rail::ModelInput input =
      input_with({"remove flows/goods", "remove lines/L2/max_train_length_m",
                  "add flows { id: \"more\" service: \"CN_WST-BY_END\" containers_per_year: 77 }",
                  "add lines { id: \"L3\" from: \"KZ_BRD\" to: \"BY_END\" gauge_mm: 1520 length_km: 9 "
                  "tracks: 2 speed_km_per_day: 900 }"});
  ASSERT_EQ(input.flows.size(), 1u);
  EXPECT_EQ(input.flows[0].id, "more");
  EXPECT_EQ(input.lines[1].max_train_length_m, 0);
  ASSERT_EQ(input.lines.size(), 3u);
  EXPECT_EQ(input.lines[2].length_km, 9);
}

TEST(TypedChange, ClosesAndOpensLines) {
  const std::string second =
      "add lines { id: \"L3\" from: \"KZ_BRD\" to: \"BY_END\" gauge_mm: 1520 length_km: 3000 tracks: 2 "
      "speed_km_per_day: 900 closed: true }";
  EXPECT_TRUE(input_with({second}).lines[2].closed);
  EXPECT_FALSE(input_with({second, "open lines/L3"}).lines[2].closed);
  EXPECT_TRUE(input_with({second, "open lines/L3", "close lines/L2"}).lines[1].closed);
}

TEST(TypedChange, ClosesBetweenDates) {
  const rail::ModelInput input =
      input_with({"close lines/L2 from 1970-03-01 until 1970-03-12T12:00",
                  "close resources/* from 1970-03-01 until 1970-03-02 in Europe/Warsaw"});
  ASSERT_EQ(input.disruptions.size(), 2u);
  EXPECT_EQ(input.disruptions[0].id, "closed-L2");
  EXPECT_THAT(input.disruptions[0].lines, ElementsAre(1));
  EXPECT_EQ(input.disruptions[0].to - input.disruptions[0].from, 11 * 86400 + 43200);
  EXPECT_EQ(input.disruptions[1].id, "closed-KZ_BRD.customs");
}

TEST(TypedChange, OpensWhatADisruptionCloses) {
  const std::string toy = "scenarios/toys/closure.txtpb";
  const rail::ModelInput before = input_with({}, toy);
  ASSERT_EQ(before.disruptions.size(), 1u);
  const rail::LineInput& line = before.lines[before.disruptions[0].lines.at(0)];
  const rail::ModelInput after = input_with({"open lines/" + line.id}, toy);
  EXPECT_TRUE(after.disruptions.empty()) << "it named nothing else";
}

// What a change leaves as it is keeps its provenance, too.
TEST(TypedChange, ThatChangesNothingLeavesEveryByte) {
  const std::string year = "scenarios/eurasia-2024.txtpb";
  const scenarios::Scenario base = with({}, year).scenario.value();
  Texts changes{"lines/*/speed_km_per_day *= 1",
                "matrices/*/origins/*/containers_per_year *= 1",
                "processes/*/stages/*/duration *= 1",
                "resources/*/servers *= 1",
                "lines/*/paths_per_day *= 1",
                "experiment/counted *= 1",
                "gauge_changes/*/reformation/latest_departure *= 1"};
  for (const rail::LineInput& line : base.model_input().lines)
    changes.push_back(fmt::format("lines/{}/length_km = {}", line.id, line.length_km));
  const LoadResult result = with(changes, year);
  EXPECT_THAT(test_files::lines(result.problems), IsEmpty());
  EXPECT_EQ(result.scenario.value().canonical_bytes(), base.canonical_bytes());
}

// One line and a file say the same, and so does the whole thing written anew.
TEST(TypedChange, IsTheSameInAFile) {
  const std::string include = including_base();
  const test_files::Folder folder;
  const auto text = folder.write(
      "text.txtpb", include +
                        "change { set { field: [\"lines/L1/length_km\", \"lines/L2/length_km\"] to: \"600\" "
                        "provenance { assumption: true note: \"a guess\" } } "
                        "scale { field: \"flows/*/containers_per_year\" by: 1.5 "
                        "provenance { assumption: true note: \"a guess\" } } "
                        "close { what: \"lines/L2\" from: \"1970-03-01\" until: \"1970-03-02\" id: \"x\" "
                        "provenance { assumption: true note: \"a guess\" } } }\n");
  const auto json = folder.write(
      "json.json",
      fmt::format("{{\"include\": [\"{}\"], \"change\": {{"
                  "\"set\": [{{\"field\": [\"lines/*/length_km\"], \"to\": \"600\", \"provenance\": "
                  "[{{\"assumption\": true, \"note\": \"a guess\"}}]}}], "
                  "\"scale\": [{{\"field\": [\"flows/goods/containers_per_year\"], \"by\": 1.5, "
                  "\"provenance\": [{{\"assumption\": true, \"note\": \"a guess\"}}]}}], "
                  "\"close\": [{{\"what\": [\"lines/L2\"], \"from\": \"1970-03-01\", \"until\": "
                  "\"1970-03-02\", \"id\": \"x\", \"provenance\": [{{\"assumption\": true, \"note\": "
                  "\"a guess\"}}]}}]}}}}",
                  test_files::in_repository(kBase).string()));
  const auto things = folder.write(
      "things.txtpb",
      include +
          "change { network { "
          "lines { id: \"L1\" length_km: 600 provenance { assumption: true note: \"a guess\" } } "
          "lines { id: \"L2\" length_km: 600 provenance { assumption: true note: \"a guess\" } } } "
          "demand { flows { id: \"goods\" containers_per_year: 1500 provenance { assumption: true note: \"a "
          "guess\" } } } }\n"
          "disruptions { disruptions { id: \"x\" from: \"1970-03-01T00:00\" to: \"1970-03-02T00:00\" "
          "closure { lines: \"L2\" } provenance { fields: [\"from\", \"to\", \"closure\"] assumption: true "
          "note: \"a guess\" } } }\n");
  const LoadResult of_text = scenarios::Scenario::load(text), of_json = scenarios::Scenario::load(json),
                   of_things = scenarios::Scenario::load(things);
  for (const LoadResult* one : {&of_text, &of_json, &of_things})
    ASSERT_THAT(test_files::lines(one->problems), IsEmpty());
  EXPECT_EQ(of_text.scenario->canonical_bytes(), of_things.scenario->canonical_bytes());
  EXPECT_EQ(of_text.scenario->canonical_bytes(), of_json.scenario->canonical_bytes());
}

TEST(TypedChange, OfTheFileThatIncludesComesLast) {
  const test_files::Folder folder;
  folder.write("one.txtpb", including_base() + "change { set { field: \"lines/*/length_km\" to: \"11\" } }");
  const auto two = folder.write(
      "two.txtpb", "include: \"one.txtpb\" change { scale { field: \"lines/L1/length_km\" by: 10 } }");
  const LoadResult result = scenarios::load_with(two, {"lines/L1/length_km *= 2"});
  ASSERT_THAT(test_files::lines(result.problems), IsEmpty());
  EXPECT_EQ(result.scenario->model_input().lines[0].length_km, 220);
  EXPECT_EQ(result.scenario->model_input().lines[1].length_km, 11);
}

TEST(TypedChange, WithoutProvenanceRestsOnNothing) {
  const LoadResult result = with({"lines/L1/length_km = 25"});
  for (const scenarios::FigureOrigin& figure : result.scenario.value().explain()) {
    if (figure.path != "network.lines[L1]" || figure.field != "length_km") continue;
    EXPECT_EQ(figure.value, "25 km");
    EXPECT_TRUE(figure.assumption);
    EXPECT_EQ(figure.note, "changed by `lines/L1/length_km = 25`, no reason given");
    return;
  }
  ADD_FAILURE() << "not explained";
}

TEST(TypedChange, OnTopOfAFileThatIsNotThereIsToldAsThat) {
  const LoadResult result = with({"lines/L1/length_km = 25"}, "not/there.txtpb");
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_TRUE(result.problems[0].io);
}

struct Wrong {
  std::string change, problem, hint;
};

void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.change; }

class WrongChange : public testing::TestWithParam<Wrong> {};

TEST_P(WrongChange, IsToldWithAHint) {
  const LoadResult result = with({"lines/L1/length_km = 600", GetParam().change});
  ASSERT_EQ(result.problems.size(), 1u) << testing::PrintToString(test_files::lines(result.problems));
  EXPECT_EQ(result.problems[0].file, "change 2");
  EXPECT_THAT(result.problems[0].message, HasSubstr(GetParam().problem));
  EXPECT_THAT(result.problems[0].hint, HasSubstr(GetParam().hint));
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongChange,
    testing::Values(
        Wrong{"lines/L7/length_km = 3", "`L7` is not among the lines", "did you mean `L"},
        Wrong{"lines/L7*/length_km = 3", "`L7*` matches none of the 2 lines", "did you mean `L"},
        Wrong{"services/Rail*/reformed_share = 1", "`Rail*` matches none of the 1 services",
              "there are `CN_WST-BY_END`"},
        Wrong{"fleets/wagon_pools/x/gauge_mm = 3", "there are no wagon_pools", ""},
        Wrong{"lines/L2/lenght_km = 3", "Line has no field `lenght_km`", "did you mean `length_km`?"},
        Wrong{"line/L2/length_km = 3", "there is no list `line`", "did you mean `lines`?"},
        Wrong{"lines/L2/length_km = long", "`length_km` takes a number, not `long`", ""},
        Wrong{"lines/L2/tracks = 1.5", "`tracks` takes a whole number, not `1.5`", ""},
        Wrong{"lines/L2/closed = maybe", "`closed` takes true or false, not `maybe`", ""},
        Wrong{"lines/L2/mode = RAYL", "`RAYL` is no value of `mode`", "did you mean `RAIL`?"},
        Wrong{"lines/L2/headway = 10", "`headway` takes a time", ""},
        Wrong{"lines/L2/opening_hours = 10", "`opening_hours` cannot be `10`", ""},
        Wrong{"lines/L2/opening_hours = { wekly {} }", "OpeningHours has no field `wekly`", "weekly"},
        Wrong{"lines/L2/length_km/mean = 3", "`lines/L2/length_km` has no parts", "end the path there"},
        Wrong{"lines/L2/length_km = 3 tracks: 1", "`length_km` takes a number", ""},
        Wrong{"lines/L2/length_km = -3", "`length_km` is -3", ""},
        Wrong{"lines/L2/length_km =", "has no value", "\"\""},
        Wrong{"lines/L2/id = L5", "an `id` cannot be changed", "remove the thing"},
        Wrong{"lines/L2/provenance = 3", "provenance is no figure", "in the change"},
        Wrong{"lines/L2 = 3", "`lines/L2` is a thing, not a field", "length_km"},
        Wrong{"lines/L1/length_km = 700", "`lines/L1/length_km` is changed a second time",
              "the first change is at change 1"},
        Wrong{"lines/*/length_km *= 2", "`lines/L1/length_km` is changed a second time",
              "narrow its pattern"},
        Wrong{"points/*/name *= 2", "`name` is a text and cannot be scaled", "set it instead"},
        Wrong{"lines/*/closed *= 2", "`closed` is true or false and cannot be scaled", "set it instead"},
        Wrong{"gauge_changes/*/bays *= 1.25", "`bays` would be 2.5, which is no whole number", "set it"},
        Wrong{"lines/L2/paths_per_day *= 2", "`lines/L2/paths_per_day` is not stated, or 0",
              "set it instead"},
        Wrong{"lines/L2/length_km *= two", "`two` is no number to scale by", "as in"},
        Wrong{"lines/L2/length_km *= -1", "`by` is -1; it must be a number >= 0", ""},
        Wrong{"lines/L2/length_km", "`lines/L2/length_km` is no change", "as in"},
        Wrong{"", "`` is no change", "as in"},
        Wrong{"remove lines/L7", "`L7` is not among the lines", "did you mean"},
        Wrong{"close points/end", "`end` is not among the points", "`end` is the name of `BY_END`"},
        Wrong{"points/West of China/tracks = 1", "`West of China` is not", "is the name of `CN_WST`"},
        Wrong{"remove lines/L2/paths_per_day", "is not stated: there is nothing to remove", ""},
        Wrong{"close lines/L2 from 1970-03-01", "`until` is missing", ""},
        Wrong{"close lines/L2 since 1970-03-01", "`since` is not understood", "from DATE until DATE"},
        Wrong{"close lines/L2 from", "`from` is followed by nothing", "from DATE until DATE"},
        Wrong{"close lines/L2 from soon until 1970-03-01", "`soon` is no local time", ""},
        Wrong{"close points/KZ_BRD", "only lines can be closed for good", "say from when until when"},
        Wrong{"close flows/goods", "nothing that can be closed or opened",
              "points, lines, resources, gauge_changes"},
        Wrong{"open lines/L2", "`lines/L2` is not closed", ""},
        Wrong{"add lanes { id: \"x\" }", "there is no list `lanes`", "as in"},
        Wrong{"add lines { idd: \"x\" }", "Line has no field `idd`", "did you mean `id`?"},
        Wrong{"add flows { id: \"goods\" service: \"CN_WST-BY_END\" }", "duplicate flow `goods`",
              "the first one"}));

// Where others name it, with where it went.
TEST(TypedChange, ThatRemovesWhatIsNeededIsAProblemThere) {
  const LoadResult result = with({"remove lines/L2", "remove resources/KZ_BRD.customs"});
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_THAT(result.problems[0].message, HasSubstr("unknown resource `KZ_BRD.customs`"));
  EXPECT_EQ(result.problems[0].hint,
            "it is removed at change 2; to take it out of service instead: `close resources/KZ_BRD.customs "
            "from DATE until DATE`");
  const LoadResult again = with({"remove lines/L2", "lines/L2/tracks = 2"});
  ASSERT_FALSE(again.problems.empty());
  EXPECT_EQ(again.problems[0].hint,
            "`L2` is removed at change 1; to take it out of service instead: `close lines/L2`");
}

// Elements that follow a removed one keep their places.
TEST(TypedChange, RemovingKeepsThePlacesOfTheOthers) {
  const test_files::Folder folder;
  const auto file = folder.write(
      "file.txtpb",
      including_base() +
          "network { lines { id: \"L3\" from: \"KZ_BRD\" to: \"BY_END\" gauge_mm: 1520 tracks: 2\n"
          "speed_km_per_day: 900\n"
          "length_km: -1 } }\n"
          "change { remove { what: \"lines/L2\" } }\n");
  EXPECT_THAT(test_files::lines(scenarios::Scenario::load(file).problems),
              ElementsAre(HasSubstr("file.txtpb:4:1: `length_km` is -1")));
}

}  // namespace
