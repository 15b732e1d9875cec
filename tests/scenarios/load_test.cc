// Reading: formats, includes, places of problems, files that cannot be read.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "engine/interruption.h"
#include "landbridge/v1/scenario.pb.h"
#include "models/model.h"
#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

// Syntax, fields, types and meaning, each at its place.
TEST(LoadJson, TellsLineAndColumnOfEveryProblem) {
  const auto places = [](const std::string& text) {
    const auto result = scenarios::Scenario::parse(text, scenarios::Format::kJson, "a.json");
    std::vector<std::string> found;
    for (const scenarios::Problem& problem : result.problems)
      found.push_back(std::to_string(problem.line) + ":" + std::to_string(problem.column));
    return found;
  };
  using testing::Contains;
  EXPECT_THAT(places("{\n  \"name\" 1\n}"), Contains("2:10"));
  EXPECT_THAT(
      places("{\"name\": \"x\",\n \"network\": {\"points\": [\n  {\"id\": \"A\"},\n  {\"nam\": \"B\"}]}}"),
      Contains("4:4"));
  EXPECT_THAT(places("{\"network\": {\"lines\": [\n{\"id\": \"L\", \"lengthKm\": \"far\"}]}}"),
              Contains("2:13"));
  EXPECT_THAT(places("{\"network\": {\"lines\": [\n{\"id\": \"L\", \"lengthKm\": -3}]}}"), Contains("2:13"));
  EXPECT_THAT(places("{\"network\": {\"lines\": [\n{\"id\": \"L\",\n\"from\": \"NOWHERE\"}]}}"),
              Contains("3:1"));
  EXPECT_THAT(places("{\"include\": [\"x.txtpb\",\n \"none.txtpb\"]}"), Contains("2:2"));
  EXPECT_THAT(places("[]"), Contains("1:1"));
  EXPECT_FALSE(
      places("{\"network\": " + std::string(200'000, '[') + std::string(200'000, ']') + "}").empty());
}

// So many levels would use up the stack of a reader that calls itself for each.
TEST(LoadJson, NestingThatNoScenarioHas) {
  for (const auto& [open, close] : {std::pair{"[", "]"}, std::pair{"{\"a\": ", "}"}}) {
    for (const char* field : {"name", "nobody", "network"}) {
      std::string text = fmt::format("{{\n\"{}\": ", field);
      for (int i = 0; i < 300000; ++i) text += open;
      text += "1";
      for (int i = 0; i < 300000; ++i) text += close;
      const auto result = scenarios::Scenario::parse(text + "}", scenarios::Format::kJson, "a.json");
      ASSERT_FALSE(result.problems.empty());
      EXPECT_EQ(result.problems[0].message, "nests too deeply for a scenario");
      EXPECT_EQ(result.problems[0].line, 2);
    }
  }
}

TEST(LoadBinary, TellsThePathOfUnknownFields) {
  landbridge::v1::Scenario scenario;
  scenario.mutable_network()->add_points()->set_id("A");
  auto* second = scenario.mutable_network()->add_points();
  second->set_id("B");
  second->GetReflection()->MutableUnknownFields(second)->AddVarint(77, 1);
  const auto result =
      scenarios::Scenario::parse(scenario.SerializeAsString(), scenarios::Format::kBinary, "a.binpb");
  std::vector<std::string> texts;
  for (const scenarios::Problem& problem : result.problems) texts.push_back(to_string(problem));
  EXPECT_THAT(texts, testing::Contains("a.binpb: OperatingPoint has no field number 77 [network.points[B]]"));
}

std::string hints_for(const std::string& text, scenarios::Format format) {
  std::string hints;
  for (const scenarios::Problem& problem : scenarios::Scenario::parse(text, format, "a").problems)
    hints += problem.message + ": " + problem.hint + "\n";
  return hints;
}

// Nulls, and elements that could not be read, are none: those behind them keep their own places. Protobuf
// tells the last wrong value only.
TEST(LoadJson, TellsPlacesInListsWithGaps) {
  const auto found = [](const std::string& points) {
    const std::string text = "{\"network\": {\"points\": [\n" + points + "]}}";
    const auto result = scenarios::Scenario::parse(text, scenarios::Format::kJson, "a.json");
    std::vector<std::string> lines;
    for (const scenarios::Problem& problem : result.problems) lines.push_back(to_string(problem));
    return lines;
  };
  using testing::Contains;
  const std::string latitude = "`latitude_deg` is 91 degrees; it must be -90 to 90 degrees";
  EXPECT_THAT(found("{\"id\":\"A\"},\nnull,\n{\"id\":\"B\", \"latitudeDeg\": 91}"),
              Contains("a.json:4:12: " + latitude));
  const auto behind = found(
      "{\"id\":\"A\"},\n5,\n{\"id\":\"B\",\n\"latitudeDeg\": 91},\n{\"id\":\"C\", \"latitudeDeg\": \"x\"}");
  EXPECT_THAT(behind, Contains("a.json:3:1: `points` is 5; it must be an object { ... }"));
  EXPECT_THAT(behind, Contains("a.json:5:1: " + latitude));
  EXPECT_THAT(behind, Contains("a.json:6:12: `latitude_deg` is \"x\"; it must be a number"));
  const auto two = found("null,\n{\"latitudeDeg\": \"x\"},\n{\"latitudeDeg\": \"y\"},\n{\"nope\": 1}");
  EXPECT_THAT(two, Contains("a.json:3:2: `latitude_deg` is \"x\"; it must be a number"));
  EXPECT_THAT(two, Contains("a.json:4:2: `latitude_deg` is \"y\"; it must be a number"));
  EXPECT_THAT(two, Contains("a.json:5:2: OperatingPoint has no field `nope`"));
  EXPECT_THAT(found("{\"gaugesMm\": [1435,\n\"x\",\n1520,\n7]}"),
              Contains("a.json:5:1: 7 mm is no known gauge"));
}

// As in text: the first one would be lost.
TEST(LoadJson, ANameGivenTwice) {
  const auto result = scenarios::Scenario::parse(
      "{\"network\": {\"points\": [{\"id\": \"A\",\n\"id\": \"B\"}]}}", scenarios::Format::kJson, "a.json");
  std::vector<std::string> lines;
  for (const scenarios::Problem& problem : result.problems) lines.push_back(to_string(problem));
  EXPECT_THAT(lines, testing::Contains("a.json:2:1: `id` is given a second time"));
}

// Several messages have a field `rule`, each with values of its own.
TEST(LoadHints, AnEnumValueOfTheRightMessage) {
  const auto hints = [](const std::string& text) { return hints_for(text, scenarios::Format::kText); };
  using testing::HasSubstr;
  EXPECT_THAT(hints("services { services { formation { rule: FULL_LAOD } } }"),
              HasSubstr("did you mean `FULL_LOAD`?"));
  EXPECT_THAT(hints("services { services { route_choice { rule: SHORTST } } }"),
              HasSubstr("did you mean `SHORTEST`?"));
  EXPECT_THAT(hints("processes { processes { role: CHANGE_OF_GAGE } }"),
              HasSubstr("did you mean `CHANGE_OF_GAUGE`?"));
  EXPECT_THAT(
      hints("services { services: [ { formation { rule: RATE } }, { formation { rule: WHENEVER } } ] }"),
      HasSubstr("`WHENEVER` is no value of `rule`: one of TIMETABLE, RATE, FULL_LOAD, FULL_LOAD_OR_LATEST, "
                "LIST, EMPTY_WAGONS\n"));
  EXPECT_THAT(hints("# a comment {\nname: \"{\" services { services { route_choice { rule: WHENEVER } } }"),
              HasSubstr("one of SHORTEST, SPREAD, LOGIT\n"));
}

TEST(LoadJson, SaysWhatAValueMustBe) {
  const std::string text = R"({"network": {"points": [{"gaugesMm": ["x"], "latitudeDeg": "far", "name": 5}]},
                              "experiment": {"counted": "5 days"}})";
  const std::string found = hints_for(text, scenarios::Format::kJson);
  using testing::HasSubstr;
  EXPECT_THAT(found, HasSubstr("`gauges_mm` is \"x\"; it must be a whole number"));
  EXPECT_THAT(found, HasSubstr("`latitude_deg` is \"far\"; it must be a number"));
  EXPECT_THAT(found, HasSubstr("`counted` is \"5 days\"; it must be a time such as \"3600s\""));
  EXPECT_THAT(found, testing::Not(HasSubstr("TYPE_")));
  EXPECT_THAT(hints_for(R"({"network": {"points": [{"id": ["A"]}], "lines": "none"}, "experiment": 5})",
                        scenarios::Format::kJson),
              testing::AllOf(HasSubstr("`id` is [\"A\"]; it must be a text in quotes"),
                             HasSubstr("`experiment` is 5; it must be an object { ... }")));
}

TEST(LoadHints, AnEnumValueInJson) {
  const auto hints = [](const std::string& text) { return hints_for(text, scenarios::Format::kJson); };
  EXPECT_THAT(hints(R"({"services": {"services": [{}, {"formation": {"rule": "FULL_LAOD"}}]}})"),
              testing::HasSubstr("`FULL_LAOD` is no value of `rule`: did you mean `FULL_LOAD`?"));
  EXPECT_THAT(hints(R"({"services": {"services": [{"routeChoice": {"rule": "WHENEVER"}}]}})"),
              testing::HasSubstr("`WHENEVER` is no value of `rule`: one of SHORTEST, SPREAD, LOGIT\n"));
}

using scenarios::Format;
using scenarios::LoadResult;
using scenarios::Scenario;
using test_files::lines;
using testing::ElementsAre;
using testing::HasSubstr;

LoadResult parse(const std::string& text, Format format = Format::kText) {
  return Scenario::parse(text, format, format == Format::kText ? "memory.txtpb" : "memory.json");
}

TEST(Load, SmallScenario) {
  const LoadResult result = parse(test_files::small_scenario("description: \"tiny\""));
  ASSERT_TRUE(result.scenario.has_value());
  EXPECT_EQ(result.scenario->name(), "small");
  EXPECT_EQ(result.scenario->description(), "tiny");
  EXPECT_EQ(result.scenario->replications(), 10);
  EXPECT_EQ(result.scenario->seed(), 1u);
  EXPECT_EQ(result.scenario->summary().points, 2u);
  EXPECT_EQ(result.scenario->summary().files, 1u);
}

// 70 FEU of 14 m are longer than the tracks of 900 m, of 12 m they are not.
TEST(Load, NewTrainsAreAsLongAsTheirServicesWagons) {
  const auto result = scenarios::Scenario::parse(
      "include: \"base.txtpb\"\n"
      "processes { gauge_changes { id: \"KZ_BRD.back\" point: \"KZ_BRD\" from_gauge_mm: 1520 to_gauge_mm: "
      "1435 "
      "bays: 2 reformation { train_feu: 70 } } }\n"
      "services { services { id: \"BACK\" origin: \"BY_END\" destination: \"CN_WST\" direction: EASTBOUND "
      "length_m_per_feu: 12 reformed_share: 1 formation { rule: FULL_LOAD train_feu: 41 } } }\n"
      "demand { flows { id: \"back\" service: \"BACK\" containers_per_year: 1000 } }",
      scenarios::Format::kText, test_files::in_repository("tests/scenarios/parts/more.txtpb"));
  EXPECT_THAT(test_files::lines(result.problems), testing::IsEmpty());
}

TEST(Load, MissingFileIsAnIoError) {
  const LoadResult result = Scenario::load("/nowhere/at/all.txtpb");
  EXPECT_TRUE(test_files::any_io(result.problems));
  EXPECT_THAT(lines(result.problems), ElementsAre("all.txtpb: no such file"));
}

TEST(Load, FolderIsAnIoError) {
  const test_files::Folder folder;
  std::filesystem::create_directory(folder.path() / "folder.txtpb");
  const LoadResult result = Scenario::load(folder.path() / "folder.txtpb");
  EXPECT_TRUE(test_files::any_io(result.problems));
  EXPECT_THAT(lines(result.problems), ElementsAre("folder.txtpb: is a directory, not a file"));
}

TEST(Load, UnknownFormat) {
  const test_files::Folder folder;
  const LoadResult result = Scenario::load(folder.write("scenario.yaml", "name: x"));
  EXPECT_FALSE(test_files::any_io(result.problems));
  EXPECT_THAT(lines(result.problems), ElementsAre("scenario.yaml: is of an unknown format"));
}

TEST(Load, EmptyFileLacksWhatIsRequired) {
  EXPECT_THAT(lines(parse("").problems),
              ElementsAre("memory.txtpb:1:1: `name` is missing", "memory.txtpb:1:1: `counted` is missing"));
}

TEST(Load, EmptyBinaryIsAnEmptyScenario) {
  EXPECT_THAT(lines(parse("", Format::kBinary).problems),
              ElementsAre(HasSubstr("`name`"), HasSubstr("`counted`")));
}

TEST(Load, GarbageIsNoBinary) {
  const LoadResult result = parse("\xff\xff\xff\xff\xff", Format::kBinary);
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_EQ(result.problems[0].message, "is not a scenario in binary form");
}

TEST(Load, BinaryProblemsNameTheField) {
  landbridge::v1::Scenario message;
  message.set_name("x");
  message.mutable_experiment()->mutable_counted()->set_seconds(5);
  auto* point = message.mutable_network()->add_points();
  point->set_id("A");
  point->set_latitude_deg(100);
  const LoadResult result = parse(message.SerializeAsString(), Format::kBinary);
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_EQ(result.problems[0].line, 0);
  EXPECT_EQ(result.problems[0].field_path, "network.points[A].latitude_deg");
}

TEST(Load, BinaryFieldsOfANewerSchemaAreReported) {
  const LoadResult result = parse(
      "\xc2\x3e\x03"
      "abc",
      Format::kBinary);  // field 1000, "abc"
  EXPECT_THAT(lines(result.problems), ElementsAre("memory.json: Scenario has no field number 1000"));
}

TEST(Load, DeepNestingIsAnErrorAndNoCrash) {
  std::string text;
  for (int i = 0; i < 1000000; ++i) text += "a { ";
  EXPECT_FALSE(parse(text).problems.empty());
  EXPECT_FALSE(parse(std::string(1000000, '['), Format::kJson).problems.empty());
  EXPECT_FALSE(parse(std::string(1000000, '\x23'), Format::kBinary).problems.empty());
}

TEST(Load, LongWordsAreAnErrorAndNoCrash) {
  const std::string word(1000000, 'x');
  for (const std::string& text :
       {word + ": 1", "network { points { role: " + word + " } }", "name: \"" + word, "# " + word}) {
    EXPECT_FALSE(parse(text).problems.empty());
  }
  EXPECT_FALSE(parse("{\"" + word + "\": 1}", Format::kJson).problems.empty());
}

TEST(Load, ManyUnknownWordsAreAnErrorSoon) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "what: 5\n";
  const LoadResult result = parse(text);
  const auto unknown = std::count_if(result.problems.begin(), result.problems.end(), [](const auto& problem) {
    return problem.message == "Scenario has no field `what`";
  });
  EXPECT_EQ(unknown, 1000);
}

TEST(LoadJson, SyntaxErrorHasLineAndColumn) {
  const LoadResult result = parse("{\n  \"name\": \"x\",\n  \"network\": ]\n}\n", Format::kJson);
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_EQ(result.problems[0].line, 3);
  EXPECT_EQ(result.problems[0].column, 14);
  EXPECT_THAT(result.problems[0].message, HasSubstr("not JSON"));
}

TEST(LoadJson, AllUnknownFieldsAndWrongValuesAreFound) {
  const LoadResult result = parse(
      R"({"name": "x", "nam": 1, "network": {"points": [{"id": "A", "latitude_deg": "north"}, {"id": "B", "role": "PORTT"}],
          "lins": []}, "experiment": {"counted": "1 day", "replications": 2.5}})",
      Format::kJson);
  std::vector<std::string> paths;
  for (const auto& problem : result.problems) paths.push_back(problem.field_path);
  EXPECT_THAT(paths, testing::UnorderedElementsAre("nam", "network.lins", "network.points[0].latitude_deg",
                                                   "network.points[1].role", "experiment.counted",
                                                   "experiment.replications"));
}

TEST(LoadJson, BothSpellingsOfFieldNames) {
  for (const char* field : {"latitude_deg", "latitudeDeg"}) {
    const LoadResult result = parse(fmt::format(R"({{"name": "x", "experiment": {{"counted": "5s"}},
        "network": {{"points": [{{"id": "A", "{}": 91}}]}}}})",
                                                field),
                                    Format::kJson);
    ASSERT_EQ(result.problems.size(), 1u);
    EXPECT_EQ(result.problems[0].field_path, "network.points[A].latitude_deg");
  }
}

TEST(LoadText, AllProblemsOfAFileInTheOrderOfItsLines) {
  const LoadResult result = test_files::load_beside_small(
      "network { points { id: \"C\" latitude_deg: 91 } points { id: \"c\" longitude: 3 } }\nwhat: 5\n");
  EXPECT_THAT(lines(result.problems),
              ElementsAre("memory.txtpb:2:28: `latitude_deg` is 91 degrees; it must be -90 to 90 degrees",
                          "memory.txtpb:2:56: `c` is no id of a point",
                          "memory.txtpb:2:64: OperatingPoint has no field `longitude`",
                          "memory.txtpb:3:1: Scenario has no field `what`"));
}

TEST(LoadText, TabsCountAsTheTokenizerCountsThem) {
  const LoadResult result = parse("\tname:\t\"x\"\n\tnetwork {\tpoints { role: HARBOR } }\n");
  EXPECT_THAT(lines(result.problems), testing::Contains("memory.txtpb:2:40: `HARBOR` is no value of `role`"));
}

TEST(LoadText, AFieldGivenTwice) {
  EXPECT_THAT(lines(parse(test_files::small_scenario("network { }")).problems),
              ElementsAre("memory.txtpb:9:1: `network` is given a second time"));
  EXPECT_THAT(lines(parse("experiment { counted { seconds: 1 seconds: 2 } replications: x }").problems),
              ElementsAre("memory.txtpb:1:35: `seconds` is given a second time"));
}

TEST(Problems, NoMoreThanAThousandAndOne) {
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "points { id: \"A\" }\n";
  const LoadResult result = test_files::load_beside_small("network {\n" + many + "}\n");
  ASSERT_EQ(result.problems.size(), 1001u);
  EXPECT_THAT(result.problems.back().message, HasSubstr("more than 1000 problems"));
}

// Reading and routing both look.
TEST(Load, EndsWhereItsThreadIsInterrupted) {
  const std::string text = test_files::small_scenario("");
  const LoadResult whole = parse(text);
  ASSERT_TRUE(whole.scenario);
  const rail::ModelInput input = whole.scenario->model_input();
  const std::atomic<bool> interrupt{true};
  const des::InterruptedBy by(&interrupt);
  EXPECT_THROW(parse(text), des::Interrupted);
  EXPECT_THROW(rail::Model::build(input), des::Interrupted);
}

}  // namespace
