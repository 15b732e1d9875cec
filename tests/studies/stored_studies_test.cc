// Folders of selections and assessments: what is written, and what is read again.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "studies/assessment_directory.h"
#include "studies/selection_directory.h"
#include "studies/stored_results.h"
#include "tests/studies/files.h"
#include "tests/studies/report_toy.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using scenarios::Problem;
using testing::AllOf;
using testing::HasSubstr;

constexpr const char* kWait = "resource/BORDER.customs/wait_mean_h";

// Of customs with so many servers.
toys::ReportToy toy_of(const std::string& servers) {
  std::string text = toys::border_text();
  const std::string before = "point: \"BORDER\" servers: 2";
  text.replace(text.find(before), before.size(), "point: \"BORDER\" servers: " + servers);
  text.replace(text.find("\"toy\""), 5, "\"servers " + servers + "\"");
  return toys::report_toy(text);
}

const std::vector<toys::ReportToy>& candidates() {
  static const std::vector<toys::ReportToy> kAll = {toy_of("2"), toy_of("3"), toy_of("4")};
  return kAll;
}

std::vector<StudyRun> runs_of(const std::vector<toys::ReportToy>& toys) {
  std::vector<StudyRun> runs;
  for (const toys::ReportToy& toy : toys) runs.push_back({toy.scenario, *toy.model, toy.result, toy.facts});
  return runs;
}

// Their costs are over the counted time, 60 days.
SelectionFacts facts_of(double cost_a_year) {
  SelectionFacts facts;
  facts.names = {"two", "three", "four"};
  facts.costs_a_year = {0, 0, cost_a_year};
  facts.currency = "CHF";
  facts.score = {kWait, true, 1000, {0, 0, cost_a_year * (60.0 / 365)}};
  facts.plan = {100, 0.9, 3};
  facts.most = 50;
  facts.command = "landbridge select a b c";
  facts.question = "How many servers?";
  return facts;
}

class StoredStudies : public testing::Test {
 protected:
  fs::path path() const { return folder_.path() / "study"; }

  void write_selection_of(const SelectionFacts& facts) {
    RunDirectory directory(path());
    write_selection(directory, runs_of(candidates()), facts);
    directory.publish();
  }

  void write_assessment_of(const std::vector<toys::ReportToy>& years) {
    RunDirectory directory(path());
    write_assessment(directory, runs_of(years), "landbridge assess a b");
    directory.publish();
  }

  // Of stored_report_json(), one a line.
  std::string problems() const {
    std::vector<Problem> found;
    EXPECT_FALSE(stored_report_json(path(), found).has_value());
    std::string text;
    for (const Problem& problem : found) {
      EXPECT_FALSE(problem.hint.empty()) << to_string(problem);
      text += to_string(problem) + "\n";
    }
    return text;
  }

  json report() const {
    std::vector<Problem> found;
    const auto text = stored_report_json(path(), found);
    for (const Problem& problem : found) ADD_FAILURE() << to_string(problem);
    return json::parse(text.value_or("{}"));
  }

  void set_in_manifest(const std::string& name, const json& value) {
    json manifest = json::parse(files::content(path() / "manifest.json"));
    manifest[name] = value;
    std::ofstream(path() / "manifest.json") << manifest;
  }

  const files::TemporaryFolder folder_;
};

TEST_F(StoredStudies, OfASelectionGiveTheSameReport) {
  const SelectionFacts facts = facts_of(5000);
  write_selection_of(facts);
  std::vector<RunReport> runs;
  for (const toys::ReportToy& toy : candidates()) runs.push_back(toy.report());
  std::vector<Problem> found;
  EXPECT_EQ(stored_report_json(path(), found).value_or(""), selection_report_json({runs, facts}));
  const auto stored = read_selection(path(), found);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->facts.score.costs, facts.score.costs) << "from those of a year";
  EXPECT_EQ(stored->facts.most, 50);
  const json manifest = json::parse(files::content(path() / "manifest.json"));
  EXPECT_EQ(manifest["best"], "three") << "a fourth server is not worth 5,000 a year";
  EXPECT_EQ(manifest["end"], "decided");
  EXPECT_THAT(files::content(path() / "selection.csv"),
              AllOf(HasSubstr("\ncandidate-2,three,"), HasSubstr(",selected,"), HasSubstr(",out after 3,")));
  EXPECT_TRUE(fs::exists(path() / "candidate-3" / "scenario.binpb"));
}

TEST_F(StoredStudies, OfASelectionTellWhatWasAskedAndWhoIsAhead) {
  write_selection_of(facts_of(0));
  const json data = report();
  EXPECT_EQ(data["kind"], "selection");
  EXPECT_EQ(data["best"], 2);
  EXPECT_THAT(data["question"].get<std::string>(),
              HasSubstr("How many servers? Of two, three, four, by Border: customs: "));
  EXPECT_THAT(data["answer"].get<std::string>(), AllOf(HasSubstr("four is selected after "),
                                                       HasSubstr("by 100 CHF or more"), HasSubstr("90 %")));
  const json &figures = data["figures"], &rows = data["candidates"];
  ASSERT_GE(figures.size(), 4U);
  ASSERT_LE(figures.size(), 6U);
  EXPECT_EQ(figures[1]["label"], "Ahead of three") << "the next one";
  EXPECT_EQ(figures[1]["value"], rows[1]["behind"]);
  EXPECT_GT(rows[0]["behind"][0], rows[1]["behind"][0]);
  EXPECT_TRUE(rows[2]["behind"].is_null());
  EXPECT_TRUE(rows[0]["gain"].is_null());
  EXPECT_GT(rows[2]["gain"][0], 0) << "less waiting is better";
  EXPECT_EQ(rows[2]["changes"][0], "resources/BORDER.customs/servers (Border): 2 → 4");
  EXPECT_EQ(data["trust"]["command"], "landbridge select a b c");
  EXPECT_EQ(data["trust"]["scenario_sha256"], rows[0]["scenario_sha256"]);
}

// Who was put out was run no more, and whoever was ahead of the last round that all had is cut off.
TEST_F(StoredStudies, OfASelectionThatWasInterruptedAreOfItsRounds) {
  std::vector<toys::ReportToy> toys = {candidates()[0], candidates()[1]};
  toys[1].result.complete.pop_back();
  toys[1].result.interrupted = true;
  toys[1].result.asked = 50;
  SelectionFacts facts = facts_of(0);
  facts.names.pop_back();
  facts.costs_a_year.pop_back();
  facts.score.costs.pop_back();
  facts.plan = {1e-9, 0.9, 2};
  RunDirectory directory(path());
  std::vector<StudyRun> runs = runs_of(toys);
  for (std::size_t i = 0; i < 2; ++i) toys[i].result.kpis = kpis_over(toys[i].result.complete);
  write_selection(directory, runs, facts);
  directory.publish();
  const json data = report();
  EXPECT_EQ(data["candidates"][0]["replications"], 2) << "of 3";
  EXPECT_THAT(data["answer"].get<std::string>(),
              testing::StartsWith("INTERRUPTED after 2 replications, not decided; still in: two, three"));
}

TEST_F(StoredStudies, OfASelectionThatAreBrokenAreTold) {
  write_selection_of(facts_of(0));
  fs::remove(path() / "candidate-2" / "kpis.csv");
  std::ofstream(path() / "candidate-3" / "kpis_by_replication.csv")
      << "replication,key,value\n0,nonsense,1\n";
  EXPECT_THAT(problems(), AllOf(HasSubstr("candidate-2/kpis.csv: is not there"),
                                HasSubstr("candidate-3/kpis_by_replication.csv:2:1: `nonsense` is not in")))
      << "all at once";
}

TEST_F(StoredStudies, OfASelectionWithAManifestOfSomethingElseAreTold) {
  write_selection_of(facts_of(0));
  const std::string manifest = files::content(path() / "manifest.json");
  const auto with = [&](const std::string& name, const json& value) {
    std::ofstream(path() / "manifest.json") << manifest;
    set_in_manifest(name, value);
    return problems();
  };
  EXPECT_THAT(with("names", json::array({"two"})), HasSubstr("manifest.json: has not as many runs, names"));
  EXPECT_THAT(with("zone", -1), HasSubstr("has no zone, probability and first_replications that can be"));
  EXPECT_THAT(with("kpi", "nonsense"), HasSubstr("tells of nonsense, which candidate-1 does not have"));
  EXPECT_THAT(with("first_replications", 40), HasSubstr("asks for 40 replications of each"));
  EXPECT_THAT(with("worth", "much"), HasSubstr("has no worth of the kind it should be"));
  EXPECT_THAT(with("runs", 3), HasSubstr("has no runs of the kind it should be"));
  std::ofstream(path() / "manifest.json") << manifest.substr(0, manifest.size() / 2);
  EXPECT_THAT(problems(), testing::ContainsRegex("manifest.json:[0-9]+:1: is no JSON"));
}

// Counts from 1 January of this year.
toys::ReportToy year_toy(int year, const std::string& published) {
  constexpr std::int64_t kOf2017 = 1483228800, kYear = 365 * 86400;  // 2017 to 2019 are no leap years
  std::string text = toys::border_text();
  text.insert(text.find("counted { seconds"),
              fmt::format("count_from {{ seconds: {} }} {}", kOf2017 + (year - 2017) * kYear, published));
  return toys::report_toy(text);
}

std::string figure(const std::string& id, double value, const std::string& more = "role: COMPARED") {
  return fmt::format(
      "published {{ id: \"{}\" observable: \"trains\" scope: \"all, \\\"both\\\"\" value: {} unit: "
      "\"trains/y\" "
      "kpi: \"total/both/trains_departed\" {} }} ",
      id, value, more);
}

TEST_F(StoredStudies, OfAnAssessmentGiveTheSameReport) {
  const std::vector<toys::ReportToy> years = {
      year_toy(2017, figure("F1", 300) + figure("F2", 10, "role: INPUT")),
      year_toy(2018, figure("F1", 100, "role: COMPARED low: 90 high: 600"))};
  write_assessment_of(years);
  std::vector<Problem> found;
  EXPECT_EQ(stored_report_json(path(), found).value_or(""),
            assessment_report_json({{years[0].report(), years[1].report()}, "landbridge assess a b"}));
  const json data = report();
  EXPECT_EQ(data["kind"], "assessment");
  EXPECT_EQ(data["title"], "Assessment of 2017, 2018");
  EXPECT_THAT(data["answer"].get<std::string>(),
              testing::MatchesRegex("1 of 2 figures held back agree .*%\\."));
  EXPECT_THAT(data["notes"][0].get<std::string>(), HasSubstr("nearer than \"as it was\" in"));
  ASSERT_EQ(data["rows"].size(), 3U);
  EXPECT_EQ(data["rows"][0]["verdict"], "miss");
  EXPECT_EQ(data["rows"][0]["believed"], json::array({295, 305})) << "as it was rounded, two digits at least";
  EXPECT_EQ(data["rows"][1]["held_back"], false);
  EXPECT_EQ(data["rows"][2]["as_it_was"], 300);
  EXPECT_EQ(data["rows"][2]["as_it_was_year"], 2017);
  EXPECT_EQ(data["figures"][0]["unit"], "of 2");
  EXPECT_GE(data["figures"].size(), 4U);
  EXPECT_EQ(data["years"][1]["year"], 2018);
  const std::string csv = files::content(path() / "assessment.csv");
  EXPECT_THAT(csv, AllOf(testing::StartsWith("year,id,observable,"),
                         HasSubstr("\n2017,F1,trains,\"all, \"\"both\"\"\",,1,trains/y,compared,300,"),
                         HasSubstr(",300,2017,\n")));
  EXPECT_THAT(files::content(path() / "scores.csv"), HasSubstr("\nall,2,0,1,"));
  EXPECT_TRUE(fs::exists(path() / "year-2018" / "published.csv"));
}

TEST_F(StoredStudies, OfAnAssessmentWithoutFiguresSaySo) {
  write_assessment_of({year_toy(2017, "")});
  const json data = report();
  EXPECT_THAT(data["answer"].get<std::string>(), HasSubstr("there is nothing to judge by"));
  EXPECT_GE(data["figures"].size(), 4U);
  EXPECT_TRUE(data["scores"].empty());
}

TEST_F(StoredStudies, OfAnAssessmentThatAreBrokenAreTold) {
  write_assessment_of({year_toy(2017, figure("F1", 300)), year_toy(2018, "")});
  set_in_manifest("runs", json::array({"year-2017", "year-2017"}));
  EXPECT_THAT(problems(), HasSubstr("manifest.json: has two runs that count 2017"));
  set_in_manifest("runs", json::array());
  EXPECT_THAT(problems(), HasSubstr("names no run"));
  set_in_manifest("runs", json::array({"year-2017", "year-2018"}));
  fs::remove(path() / "year-2018" / "scenario.binpb");
  EXPECT_THAT(problems(), HasSubstr("year-2018/scenario.binpb: is not there"));
}

}  // namespace
}  // namespace studies
