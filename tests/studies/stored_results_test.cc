// Results that are read again give the report that they gave as they ended; what is missing or changed is
// told.
#include "studies/stored_results.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

#include "studies/capacity_directory.h"
#include "studies/comparison_directory.h"
#include "studies/io_error.h"
#include "studies/report_sweep.h"
#include "studies/results_hash.h"
#include "studies/stored_run.h"
#include "studies/study_file.h"
#include "studies/study_tables.h"
#include "studies/sweep.h"
#include "studies/utc_seconds.h"
#include "tests/studies/files.h"
#include "tests/studies/report_toy.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using scenarios::Problem;
using testing::HasSubstr;
using testing::Not;

const toys::ReportToy& toy() {
  static const toys::ReportToy kToy = toys::report_toy(toys::border_text());
  return kToy;
}

// As a user sees them, one a line.
std::string told(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) text += to_string(problem) + "\n";
  return text;
}

class StoredResults : public testing::Test {
 protected:
  StoredResults() { toy().write(run()); }

  fs::path run() const { return folder_.path() / "run"; }

  std::string problems_of(const fs::path& path) {
    std::vector<Problem> problems;
    EXPECT_FALSE(stored_report_json(path, problems).has_value());
    for (const Problem& problem : problems) EXPECT_FALSE(problem.hint.empty()) << to_string(problem);
    return told(problems);
  }

  void rewrite(const std::string& name, const std::function<std::string(const std::string&)>& change) {
    const std::string text = change(files::content(run() / name));
    std::ofstream(run() / name, std::ios::binary) << text;
  }

  const files::TemporaryFolder folder_;
};

TEST_F(StoredResults, OfARunGiveTheSameReport) {
  std::vector<Problem> problems;
  const auto json = stored_report_json(run(), problems);
  ASSERT_TRUE(json) << told(problems);
  EXPECT_EQ(*json, run_report_json(toy().report()));
}

TEST_F(StoredResults, RunAgainFromTheFolder) {
  const scenarios::LoadResult loaded = scenarios::Scenario::load(run() / "scenario.binpb");
  ASSERT_TRUE(loaded.scenario);
  EXPECT_EQ(loaded.scenario->canonical_bytes(), toy().scenario.canonical_bytes());
}

TEST_F(StoredResults, WithoutRecordsHaveNone) {
  fs::remove(run() / "trains.csv");
  fs::remove(run() / "containers.csv");
  std::vector<Problem> problems;
  const auto json = stored_report_json(run(), problems);
  ASSERT_TRUE(json) << told(problems);
  const FirstRecords none;
  EXPECT_EQ(*json, run_report_json({toy().scenario, *toy().model, toy().result, toy().manifest, none}));
}

TEST_F(StoredResults, OfAComparisonGiveTheSameReport) {
  const std::vector<GrowingQueue> growing = {
      {"BORDER.BORDER.lift", "bay", {10, 52, 3, 2.1}, {10, 40, 2, 1.4}, {"flood", "frost"}},
      {"EAST", "track", {10, 7, 0, 0}, {10, 5, 0, 0}, {}}};
  const std::vector<StudyRun> runs = {
      {toy().scenario, *toy().model, toy().result, toy().facts, std::vector<GrowingQueue>{}},
      {toy().scenario, *toy().model, toy().result, toy().facts, growing}};
  const std::vector<std::string> kpis = {"total/*/teu_delivered"};
  RunDirectory directory(folder_.path() / "comparison");
  write_comparison(directory, runs, {kpis, "landbridge compare a b", "Why?"});
  directory.publish();
  std::vector<Problem> problems;
  const auto json = stored_report_json(folder_.path() / "comparison", problems);
  ASSERT_TRUE(json) << told(problems);
  RunReport base = toy().report(), variant = toy().report();
  base.growing.emplace();
  variant.growing = growing;
  EXPECT_EQ(*json, comparison_report_json({{base, variant}, kpis, "landbridge compare a b", "Why?"}));
  EXPECT_THAT(*json, HasSubstr("Why? Base: toy; variant: "));
  EXPECT_THAT(*json, HasSubstr("what `flood`, `frost` left waiting is not worked off as the run ends"));
  EXPECT_THAT(*json, Not(HasSubstr("Whether queues grow"))) << "none does in the base, and that is known";
  const auto read = read_comparison(folder_.path() / "comparison", problems);
  const Summary& kept = read.value().runs[1].growing.value().front().waiting_at_end;
  EXPECT_EQ(kept.count, 3) << "replications of the toy";
  EXPECT_EQ(kept.mean, 52);
  EXPECT_EQ(kept.half_width, 2.1);
  EXPECT_EQ(kept.sd, 0) << "not kept";
  // As an older program wrote it.
  fs::remove(folder_.path() / "comparison" / "base" / "growing.csv");
  const auto older =
      nlohmann::json::parse(stored_report_json(folder_.path() / "comparison", problems).value());
  EXPECT_THAT(older["warnings"].dump(),
              HasSubstr("Whether queues grow with the length of the run is not known"));
  EXPECT_THAT(older["warnings"].dump(), HasSubstr("what `flood`, `frost` left waiting")) << "what is known";
  fs::remove(folder_.path() / "comparison" / "variant-1" / "kpis.csv");
  EXPECT_THAT(problems_of(folder_.path() / "comparison"), HasSubstr("variant-1/kpis.csv: is not there"));
}

CapacityStudy small_study() {
  CapacityStudy study;
  study.steps.resize(1);
  CapacityStep& step = study.steps.front();
  step.interval.carried = 3.5;
  step.interval.not_carried = 4;
  step.binding.emplace();
  step.binding->wait.place = "BORDER.BORDER.lift";
  step.binding->wait.cause = "bay";
  step.binding->share = 0.75;
  step.binds_by_bound = true;
  step.run_is_short = true;
  step.interval.trials = {{4, {5, 0.02, 0.001, 0.0012}, false, Carried::kNot, "service/A", 30, false},
                          {3.5, {5, 0.001, 0.001, 0.0012}, false, Carried::kSurely, {}, 0, false, 28},
                          {3.9, {5, 0.001, 0.001, 0.0012}, false, Carried::kNot, {}, 0, true},
                          {8, {1, 0.5, 0, std::nullopt}, true, Carried::kNot, {}, 0, false}};
  step.on_map = CapacityMap{3.5,
                            {{{"NARROW", 21, 0.25}, {"BROAD", 14, std::nullopt}},
                             {{"BORDER.BORDER.lift", 0.96}, {"BORDER.customs", 0.5}},
                             {{"BORDER.BORDER.lift", "bay", 0.75}, {"BROAD", "section", 0.25}}}};
  CapacityStep& wider = study.steps.emplace_back();
  wider.widened = "4 bays instead of 2 (BORDER.lift)";
  wider.interval.carried = 5;
  wider.interval.not_carried = 6;
  wider.full_trains = {"EAST-WEST", "OTHER"};
  wider.others_growing = {"SOUTH", "NORTH"};
  wider.two_trains = 0.05;
  study.longest_journey_days = 4.5;
  study.points_looked_at = false;
  BoundRow bound;
  bound.bound = "scenario mix";
  bound.unit = "trains/day";
  bound.value = bound.times_demand = 4;
  bound.name = "Border: lift";
  bound.kind = "bays";
  bound.price = 0.25;
  study.bounds = {bound};
  return study;
}

TEST_F(StoredResults, OfACapacityStudyGiveTheSameReport) {
  const CapacityStudy study = small_study();
  const fs::path path = folder_.path() / "capacity";
  RunDirectory directory(path);
  write_capacity_study(directory, toy().scenario, *toy().model, {}, study,
                       {toy().facts, "landbridge capacity toy --flows A", "A", "How many?"});
  directory.publish();
  std::vector<Problem> problems;
  const auto json = stored_report_json(path, problems);
  ASSERT_TRUE(json) << told(problems);
  const std::string manifest = files::content(path / "manifest.json");
  EXPECT_EQ(*json,
            capacity_report_json({toy().scenario, *toy().model, study, TrialRule{}.tolerated, manifest}));
  const auto data = nlohmann::json::parse(*json);
  const auto& map = data["steps"][0]["on_map"];
  EXPECT_EQ(map["demand"], 3.5);
  EXPECT_EQ(map["figures"]["line_trains"], (std::vector<double>{21, 14}));
  EXPECT_EQ(map["figures"]["line_use"].dump(), "[0.25,null]");
  EXPECT_EQ(data["resources"][0]["name"], "Border: lift") << "by id: BORDER.BORDER.lift";
  EXPECT_EQ(map["figures"]["binding"][1]["line"], 1);
  EXPECT_EQ(data["map_note"], "");
  EXPECT_EQ(data["answer"],
            "toy carries 3.50 times its demand of A for good, but not 4.00 times. Above that binds Border: "
            "lift (bay, by the linear program, though only 75 % of the container-hours of waiting on its way "
            "are there).");
  EXPECT_EQ(data["steps"][1]["binds"],
            "Above that the trains of EAST-WEST, OTHER are full: there are as many as their timetable or "
            "rate has.");
  EXPECT_EQ(data["figures"][0]["label"], "Demand of A carried for good");
  EXPECT_EQ(data["question"], "How many?");
  EXPECT_EQ(data["points_looked_at"], false);
  const auto& figures = data["figures"];
  ASSERT_EQ(figures.size(), 5U);
  EXPECT_EQ(figures[1]["label"], "Left behind at 3.50 times");
  EXPECT_EQ(figures[1]["value"].dump(), "[0.001,0.0012]");
  EXPECT_EQ(figures[1]["note"], "carried; 5 replications");
  EXPECT_EQ(figures[2]["note"], "not carried; 5 replications");
  EXPECT_EQ(figures[3]["note"],
            "6.00 is not (wider than the 2 % asked for); then the trains of EAST-WEST, OTHER are full");
  EXPECT_EQ(data["steps"][0]["imprecise"],
            "The interval is wider than the 2 % asked for: between its ends 40 replications cannot tell.");
  EXPECT_EQ(data["bound_notes"].size(), 2u) << "of what, and how many trains a timetable has";
  const auto read = read_capacity_study(path, problems);
  EXPECT_EQ(read.value().study.steps[1].others_growing, study.steps[1].others_growing);
  EXPECT_EQ(read.value().study.steps[1].two_trains, 0.05);
  EXPECT_EQ(read.value().study.steps[0].interval.trials[1].left_out_days, 28);
  EXPECT_EQ(data["steps"][0]["trials"][0]["reason"], "counted 28 days later");
  EXPECT_TRUE(read.value().study.steps[0].others_growing.empty());
  // As an older program wrote it.
  for (const char* name : {"lines.csv", "resources.csv", "binding.csv"}) fs::remove(path / name);
  const auto older = nlohmann::json::parse(stored_report_json(path, problems).value());
  EXPECT_FALSE(older.contains("network"));
  EXPECT_TRUE(older["steps"][0]["on_map"].is_null());
  EXPECT_THAT(older["map_note"].get<std::string>(), HasSubstr("an older program wrote this folder"));
}

// Of an older program, which did not say who lets no more through.
TEST_F(StoredResults, OfACapacityStudyMayLackNewerColumns) {
  const fs::path path = folder_.path() / "capacity";
  RunDirectory directory(path);
  write_capacity_study(directory, toy().scenario, *toy().model, {}, small_study(), {toy().facts, ""});
  directory.publish();
  const auto set_steps = [&](const std::string& text) {
    std::ofstream(path / "steps.csv", std::ios::binary) << text;
  };
  const std::string older =
      "step,widened,carried,not_carried,binding_place,binding_cause,binding_share,spin_up_is_short,"
      "run_is_short,warm_up_days\n1,,3.5,4,BORDER.BORDER.lift,bay,0.75,0,1,0\n2,,5,6,,,,1,0,0\n";
  set_steps(older);
  std::vector<Problem> problems;
  const auto read = read_capacity_study(path, problems);
  ASSERT_TRUE(read) << told(problems);
  EXPECT_FALSE(read->study.steps[0].binds_by_bound);
  EXPECT_TRUE(read->study.steps[0].run_is_short);
  EXPECT_FALSE(read->study.steps[0].spin_up_was_short);
  EXPECT_TRUE(read->study.steps[1].spin_up_was_short);
  EXPECT_THAT(
      stored_report_json(path, problems).value(),
      HasSubstr("older program judged queues that settle late as growing: the capacity may be higher"));
  EXPECT_TRUE(read->study.steps[1].full_trains.empty());
  EXPECT_TRUE(read->study.steps[1].others_growing.empty());
  EXPECT_EQ(read->study.steps[1].two_trains, 0);
  set_steps("step" + older.substr(older.find(",carried")));
  EXPECT_THAT(problems_of(path), HasSubstr("steps.csv:1:1: has no column widened"));
}

// What a study changes at every point belongs to its base, which would else be called another one.
TEST_F(StoredResults, OfASweepHaveTheirBaseWithItsChanges) {
  scenarios::Study study;
  study.name = "lifts";
  study.base = folder_.path() / "toy.txtpb";
  study.changes = {"gauge_changes/BORDER.lift/bays = 3", "points/BORDER/name = \"Gate\""};
  study.factors = {{"lifts", "gauge_changes/BORDER.lift/lifts_per_hour", false, {"20"}, {}}};
  std::ofstream(study.base) << toys::border_text();
  const scenarios::LoadResult base = scenarios::load_with(study.base, study.changes);
  ASSERT_TRUE(base.scenario) << told(base.problems);
  const fs::path path = folder_.path() / "lifts.sqlite";
  {
    StudyFile file(path, study_facts(study, sha256(base.scenario->canonical_bytes()), 1, 1, {"total/*/*"}));
    SweepOptions options;
    options.replications = 1;
    options.backend = Backend::kSerial;
    options.build = [&](int) { return PointModel{rail::Model::build(base.scenario->model_input()), "hash"}; };
    sweep(file, options);
  }
  std::vector<Problem> problems;
  const auto data = nlohmann::json::parse(stored_report_json(path, problems).value());
  EXPECT_TRUE(data["warnings"].empty()) << data["warnings"];
  ASSERT_TRUE(data.contains("network"));
  EXPECT_EQ(data["network"]["points"][1]["name"], "Gate");
  EXPECT_TRUE(data["points"][0]["on_map"].is_object());
  // Valid still, but another one.
  std::string other = toys::border_text();
  const std::string lifts = "lifts_per_hour: 20";
  std::ofstream(study.base) << other.replace(other.find(lifts), lifts.size(), "lifts_per_hour: 30");
  const auto changed = nlohmann::json::parse(stored_report_json(path, problems).value());
  EXPECT_FALSE(changed.contains("network"));
  EXPECT_THAT(changed["warnings"].dump(), HasSubstr("is not there any more, or was changed"));
}

TEST_F(StoredResults, ThatAreNoneAreTold) {
  EXPECT_THAT(problems_of(folder_.path() / "nowhere"), HasSubstr("nowhere: is not there"));
  fs::create_directory(folder_.path() / "empty");
  EXPECT_THAT(problems_of(folder_.path() / "empty"), HasSubstr("manifest.json: is not there"));
  std::ofstream(folder_.path() / "empty" / "manifest.json") << "{\"format\": \"other-1\"}";
  EXPECT_THAT(problems_of(folder_.path() / "empty"), HasSubstr("has the unknown format `other-1`"));
  std::ofstream(folder_.path() / "file.txt") << "hello";
  std::vector<Problem> problems;
  EXPECT_THROW(stored_report_json(folder_.path() / "file.txt", problems), IoError) << "no SQLite file";
}

TEST_F(StoredResults, AllThatIsMissingIsToldAtOnce) {
  fs::remove(run() / "scenario.binpb");
  fs::remove(run() / "kpis_by_replication.csv");
  const std::string problems = problems_of(run());
  EXPECT_THAT(problems, HasSubstr("scenario.binpb: is not there"));
  EXPECT_THAT(problems, HasSubstr("kpis_by_replication.csv: is not there"));
}

TEST_F(StoredResults, OfAnotherScenarioAreRefused) {
  rewrite("scenario.binpb", [](const std::string& bytes) { return bytes + bytes; });
  EXPECT_THAT(problems_of(run()), HasSubstr("is not the scenario that the manifest names"));
}

TEST_F(StoredResults, ProblemsHaveTheirLine) {
  rewrite("trains.csv", [](const std::string& text) {
    const std::size_t second = text.find('\n', text.find('\n') + 1) + 1;
    const std::size_t name = text.find("BORDER", second);
    return text.substr(0, name) + "BROKEN" + text.substr(name + 6);
  });
  EXPECT_THAT(problems_of(run()), HasSubstr("the scenario has no point `BROKEN`"));
  EXPECT_THAT(problems_of(run()), testing::ContainsRegex("trains.csv:[0-9]+:1: "));
}

TEST_F(StoredResults, CutOffFilesAreNoticed) {
  rewrite("containers.csv", [](const std::string& text) { return text.substr(0, text.size() / 2); });
  EXPECT_THAT(problems_of(run()), testing::ContainsRegex("containers.csv:[0-9]+:1: "));
  rewrite("manifest.json", [](const std::string& text) { return text.substr(0, text.size() / 2); });
  EXPECT_THAT(problems_of(run()), HasSubstr("is no JSON"));
}

TEST_F(StoredResults, ManifestsOfAnotherKindAreTold) {
  rewrite("manifest.json", [](const std::string&) {
    return std::string("{\"format\": \"landbridge-run-1\", \"scenario\": 3, \"stop_reasons\": []}");
  });
  EXPECT_THAT(problems_of(run()), HasSubstr("has no scenario/sha256"));
}

TEST(UtcSeconds, AreTheOtherWayRound) {
  for (const std::int64_t seconds : {std::int64_t{0}, std::int64_t{951782400}, std::int64_t{1483228799}})
    EXPECT_EQ(utc_seconds(utc_text(seconds)), seconds);
  for (const char* text : {"", "2017-01-01", "2017-02-29T00:00:00Z", "2017-01-01T24:00:00Z",
                           "2017-01-01T00:00:00+", "-017-01-01T00:00:00Z"})
    EXPECT_FALSE(utc_seconds(text)) << text;
}

}  // namespace
}  // namespace studies
