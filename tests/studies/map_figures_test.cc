// What a map shows, from KPIs that are given.
#include "studies/map_figures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "studies/map_tables.h"
#include "studies/report_data.h"
#include "studies/report_sweep.h"
#include "studies/results_hash.h"
#include "studies/study_file.h"
#include "studies/sweep.h"
#include "tests/studies/files.h"
#include "tests/studies/report_toy.h"
#include "tests/studies/toy_study.h"

namespace studies {
namespace {

using Json = nlohmann::json;

KpiSummary kpi(const std::string& key, double mean) { return {key, "", {1, mean, 0, std::nullopt}}; }

// Single track with paths, double track, ships, and a line that nobody uses.
rail::ModelInput four_lines() {
  rail::ModelInput input = toys::two_points_input();
  input.lines.resize(4, input.lines[0]);
  for (std::size_t i = 0; i < 4; ++i) input.lines[i].id = std::string(1, static_cast<char>('a' + i));
  input.lines[0].paths_per_day = 10;
  input.lines[1].tracks = 2;
  input.lines[2].tracks = 0;
  return input;
}

TEST(MapFigures, CountBothWaysAndTakeTheGreaterUse) {
  const MapFigures figures = map_figures(
      four_lines(), KpiTable({kpi("line/a/westbound/trains_per_day", 6),
                              kpi("line/a/eastbound/trains_per_day", 2), kpi("line/a/uic406_mean", 0.45),
                              kpi("line/a/occupancy", 0.3), kpi("line/b/eastbound/trains_per_day", 3),
                              kpi("line/b/occupancy", 0.125), kpi("line/c/westbound/trains_per_day", 1),
                              kpi("line/d/westbound/trains_per_day", 0), kpi("line/d/uic406_mean", 0.5)}));
  // Six of ten paths of the busier direction are more than 45 %.
  const std::vector<MapFigures::Line> lines = {{"a", 8, 0.6}, {"b", 3, 0.125}, {"c", 1, std::nullopt}};
  EXPECT_EQ(figures.lines, lines);
  EXPECT_TRUE(figures.resources.empty());
  EXPECT_TRUE(figures.binding.empty());
}

TEST(MapFigures, HaveWhatIsUsedAndWhatIsWaitedForMost) {
  std::vector<KpiSummary> kpis = {
      kpi("resource/A.customs/utilisation", 0.25), kpi("resource/A.closed/utilisation", 0),
      kpi("terminal/A.lift/utilisation", 0.75), kpi("terminal/A.lift/yard_utilisation", 0.5),
      kpi("fleet/wagons/utilisation", 0.9)};
  for (int i = 1; i <= 6; ++i) {
    const std::string wait = "wait/place" + std::to_string(i) + "/bay/container_hours";
    kpis.push_back(kpi(wait, i));
    kpis.push_back(kpi(wait + "_to_end", i));
  }
  kpis.push_back(kpi("wait/A/formation/container_hours", 1000));
  kpis.push_back(kpi("wait/A/formation/container_hours_to_end", 1000));
  const MapFigures figures = map_figures(four_lines(), KpiTable(kpis));
  const std::vector<MapFigures::Resource> used = {{"A.customs", 0.25}, {"A.lift", 0.75}};
  EXPECT_EQ(figures.resources, used);
  ASSERT_EQ(figures.binding.size(), 5u);
  const MapFigures::Wait most{"place6", "bay", 6.0 / 21};
  EXPECT_EQ(figures.binding.front(), most);
  EXPECT_EQ(figures.binding.back().place, "place2");
}

// Occupancy alone is a use, too.
TEST(MapFigures, AreThoseOfAComparisonAlsoWithoutUic406) {
  toys::ReportToy base = toys::report_toy(toys::border_text(), 1);
  std::vector<KpiSummary> kpis = base.result.kpis.all();
  std::erase_if(kpis, [](const KpiSummary& kpi) { return kpi.key.find("/uic406_") != std::string::npos; });
  base.result.kpis = KpiTable(kpis);
  const Json data = Json::parse(
      comparison_report_json({{base.report(), base.report()}, {"total/*/teu_delivered"}, "landbridge"}));
  const MapFigures figures = map_figures(base.model->input(), base.result.kpis);
  const Json& use = data["scenarios"][0]["on_map"]["line_use"];
  ASSERT_EQ(use.size(), figures.lines.size());
  for (std::size_t l = 0; l < use.size(); ++l) {
    const double occupancy = base.result.kpis.find("line/" + figures.lines[l].line + "/occupancy").mean;
    EXPECT_GT(occupancy, 0);
    EXPECT_EQ(figures.lines[l].use, occupancy);
    EXPECT_NEAR(use[l].get<double>(), occupancy, 0.0005) << "three digits";
  }
}

std::string text_of(int lifts) {
  const std::string field = "lifts_per_hour: ";
  std::string text = toys::border_text();
  return text.replace(text.find(field), field.size() + 2, field + std::to_string(lifts));
}

// A sweep of the toy of one border over the lifts of an hour; replications of each point are two.
class MapOfASweep : public testing::Test {
 protected:
  static scenarios::Scenario scenario(int lifts) {
    scenarios::LoadResult loaded =
        scenarios::Scenario::parse(text_of(lifts), scenarios::Format::kText, "toy.txtpb");
    for (const scenarios::Problem& problem : loaded.problems) ADD_FAILURE() << to_string(problem);
    return *loaded.scenario;
  }

  static StudyFacts facts(const scenarios::Scenario& base) {
    scenarios::Study study;
    study.name = "lifts";
    study.base = "toy.txtpb";
    study.factors = {{"lifts", "gauge_changes/BORDER.lift/lifts_per_hour", false, {"10", "20", "40"}, {}}};
    return study_facts(study, sha256(base.canonical_bytes()), 2, 1, {"total/*/teu_delivered"});
  }

  // Of so many design points.
  void run(StudyFile& file, int points) {
    SweepOptions options;
    options.replications = 2;
    options.backend = Backend::kSerial;
    options.kpis = {"total/*/teu_delivered"};
    options.build = [](int point) {
      const scenarios::Scenario one = scenario(kLifts[static_cast<std::size_t>(point)]);
      return PointModel{rail::Model::build(one.model_input()), sha256(one.canonical_bytes())};
    };
    options.shard = {0, 3 / points};
    sweep(file, options);
  }

  static constexpr std::array<int, 3> kLifts = {10, 20, 40};
  files::TemporaryFolder folder_;
};

double mean_of(const Json& estimate) { return estimate.is_null() ? 0 : estimate[0].get<double>(); }

// The same numbers as the report of a run of the same scenario has them.
TEST_F(MapOfASweep, IsThatOfARunOfEachPoint) {
  const scenarios::Scenario base = scenario(20);
  StudyFile file(folder_.path() / "s.sqlite", facts(base));
  run(file, 3);
  const Json data = Json::parse(sweep_report_json(file.database(), &base));
  EXPECT_EQ(data["map_note"], "");
  for (std::size_t p = 0; p < 3; ++p) {
    const toys::ReportToy toy = toys::report_toy(text_of(kLifts[p]), 1);
    const Json of_run = Json::parse(run_report_json(toy.report()));
    const Json& map = data["points"][p]["on_map"];
    ASSERT_EQ(data["network"]["lines"].size(), 2u);
    for (std::size_t l = 0; l < 2; ++l) {
      const Json& line = of_run["network"]["lines"][l];
      EXPECT_EQ(data["network"]["lines"][l]["id"], line["id"]);
      EXPECT_NEAR(map["line_trains"][l].get<double>(),
                  mean_of(line["trains_per_day"][0]) + mean_of(line["trains_per_day"][1]), 0.001);
      EXPECT_NEAR(map["line_use"][l].get<double>(), mean_of(line["uic406_mean"]), 0.0006);
    }
    ASSERT_EQ(data["resources"].size(), of_run["resources"].size());
    for (std::size_t r = 0; r < of_run["resources"].size(); ++r) {
      const auto found =
          std::find_if(data["resources"].begin(), data["resources"].end(),
                       [&](const Json& one) { return one["name"] == of_run["resources"][r]["name"]; });
      ASSERT_NE(found, data["resources"].end());
      const auto at = static_cast<std::size_t>(found - data["resources"].begin());
      EXPECT_NEAR(map["resource_use"][at].get<double>(), mean_of(of_run["resources"][r]["utilisation"]),
                  0.0006);
      EXPECT_EQ((*found)["point"], of_run["resources"][r]["point"]);
    }
    EXPECT_EQ(map["binding"][0]["name"], of_run["waits"][0]["name"]);
    EXPECT_EQ(map["binding"][0]["cause"], of_run["waits"][0]["cause"]);
    EXPECT_EQ(map["binding"][0]["point"], of_run["waits"][0]["point"]);
    EXPECT_NEAR(map["binding"][0]["share"].get<double>(), of_run["waits"][0]["share"].get<double>(), 0.0006);
  }
  // Twice the lifts, and trains pass: what is kept is that of the point, not of the base.
  EXPECT_GT(data["points"][0]["on_map"]["resource_use"], data["points"][2]["on_map"]["resource_use"]);
}

TEST_F(MapOfASweep, IsMissingWhereItsFirstReplicationIs) {
  const scenarios::Scenario base = scenario(20);
  StudyFile file(folder_.path() / "s.sqlite", facts(base));
  EXPECT_EQ(Json::parse(sweep_report_json(file.database(), &base))["map_note"],
            "There is no map yet: no replication is complete.");
  run(file, 1);
  const Json data = Json::parse(sweep_report_json(file.database(), &base));
  EXPECT_TRUE(data["points"][0]["on_map"].is_object());
  EXPECT_TRUE(data["points"][1]["on_map"].is_null());
}

TEST_F(MapOfASweep, NeedsItsBaseAndAProgramThatKeptIt) {
  const scenarios::Scenario base = scenario(20);
  StudyFile file(folder_.path() / "s.sqlite", facts(base));
  run(file, 1);
  const Json bare = Json::parse(sweep_report_json(file.database(), nullptr));
  EXPECT_FALSE(bare.contains("network"));
  EXPECT_TRUE(
      bare["map_note"].get<std::string>().starts_with("There is no map: the base scenario toy.txtpb"));
  file.database().run("DROP TABLE line_use; DROP TABLE resource_use; DROP TABLE binding;");
  const Json data = Json::parse(sweep_report_json(file.database(), &base));
  EXPECT_FALSE(data.contains("network"));
  EXPECT_EQ(data["map_note"],
            "There is no map: an older program wrote this file, which kept no figures of lines.");
  EXPECT_TRUE(data["points"][0]["on_map"].is_null());
}

}  // namespace
}  // namespace studies
