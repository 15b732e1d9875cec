// Maps in the reports of selections and assessments: of each railway what was simulated of it, on one
// network.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <utility>

#include "studies/report_data.h"
#include "tests/studies/files.h"
#include "tests/studies/report_toy.h"

namespace studies {
namespace {

using Json = nlohmann::json;

toys::ReportToy toy_with(std::initializer_list<std::pair<std::string, std::string>> words) {
  std::string text = toys::border_text();
  for (const auto& [before, now] : words) text.replace(text.find(before), before.size(), now);
  return toys::report_toy(text);
}

const std::pair<std::string, std::string> kHalfTheTrains = {"interval { unit: HOURS exponential { mean: 4",
                                                            "interval { unit: HOURS exponential { mean: 8"};

// Both directions, in the mean over replications.
double trains_a_day(const toys::ReportToy& toy, const std::string& line) {
  double sum = 0;
  for (const Replication& one : toy.result.complete)
    for (const rail::Kpi& kpi : one.kpis)
      if (kpi.key.starts_with("line/" + line + "/") && kpi.key.ends_with("/trains_per_day")) sum += kpi.value;
  return sum / static_cast<double>(toy.result.complete.size());
}

std::size_t number_of(const Json& list, const std::string& id) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list[i]["id"] == id) return i;
  ADD_FAILURE() << id << " is not there";
  return 0;
}

double trains_on_map(const Json& data, const Json& on_map, const std::string& line) {
  return on_map["line_trains"].at(number_of(data["network"]["lines"], line)).get<double>();
}

SelectionFacts facts_of_two() {
  SelectionFacts facts;
  facts.names = {"one", "other"};
  facts.costs_a_year = {0, 0};
  facts.score = {"resource/BORDER.customs/wait_mean_h", true, 1, {0, 0}};
  facts.plan = {0.01, 0.9, 3};
  return facts;
}

Json selection_of(const toys::ReportToy& one, const toys::ReportToy& other) {
  return Json::parse(selection_report_json({{one.report(), other.report()}, facts_of_two()}));
}

TEST(MapsOfChoices, HaveTheTrainsOfEachCandidate) {
  const toys::ReportToy whole = toy_with({}), half = toy_with({kHalfTheTrains});
  const Json data = selection_of(whole, half);
  const Json &first = data["candidates"][0]["on_map"], &second = data["candidates"][1]["on_map"];
  for (const char* line : {"NARROW", "BROAD"}) {
    EXPECT_NEAR(trains_on_map(data, first, line), trains_a_day(whole, line), 0.0006) << line;
    EXPECT_NEAR(trains_on_map(data, second, line), trains_a_day(half, line), 0.0006) << line;
  }
  EXPECT_LT(trains_a_day(half, "NARROW"), 0.7 * trains_a_day(whole, "NARROW"));
  EXPECT_EQ(first["binding"][0]["name"], data["candidates"][0]["binding"]["name"]);
  EXPECT_NEAR(first["binding"][0]["share"].get<double>(),
              data["candidates"][0]["binding"]["share"].get<double>(), 1e-6)
      << "rounded once, as in sentences";
  EXPECT_EQ(first["binding"][0]["point"], number_of(data["network"]["points"], "BORDER"));
  ASSERT_EQ(data["resources"].size(), 3U);
  EXPECT_EQ(data["resources"][1]["name"], "Border: customs");
  EXPECT_NEAR(second["resource_use"][1].get<double>(),
              half.result.kpis.find("resource/BORDER.customs/utilisation").mean, 0.0006);
}

// A line that is the second one's alone, and a point at its end.
TEST(MapsOfChoices, HaveLinesThatOnlyOneRailwayHas) {
  const toys::ReportToy one = toy_with({}),
                        other = toy_with({{"id: \"BROAD\"", "id: \"WIDE\""},
                                          {"{ id: \"WEST\" name: \"West\"", "{ id: \"FAR\" name: \"Far\""},
                                          {"to: \"WEST\"", "to: \"FAR\""},
                                          {"destination: \"WEST\"", "destination: \"FAR\""}});
  const Json data = selection_of(one, other), &network = data["network"];
  ASSERT_EQ(network["lines"].size(), 3U);
  ASSERT_EQ(network["points"].size(), 4U);
  const Json& wide = network["lines"][number_of(network["lines"], "WIDE")];
  EXPECT_EQ(wide["from"], number_of(network["points"], "BORDER"));
  EXPECT_EQ(wide["to"], number_of(network["points"], "FAR"));
  const Json &first = data["candidates"][0]["on_map"], &second = data["candidates"][1]["on_map"];
  EXPECT_EQ(trains_on_map(data, first, "WIDE"), 0);
  EXPECT_NEAR(trains_on_map(data, second, "WIDE"), trains_a_day(other, "WIDE"), 0.0006);
  EXPECT_GT(trains_on_map(data, first, "BROAD"), 1);
  EXPECT_EQ(trains_on_map(data, second, "BROAD"), 0);
}

TEST(MapsOfChoices, SayNoNumberOfTracksThatDiffers) {
  const toys::ReportToy one = toy_with({}),
                        other = toy_with({{"length_km: 500 tracks: 2", "length_km: 500 tracks: 1"}});
  const Json data = selection_of(one, other), &lines = data["network"]["lines"];
  EXPECT_TRUE(lines[number_of(lines, "NARROW")]["tracks"].is_null());
  EXPECT_EQ(lines[number_of(lines, "BROAD")]["tracks"], 2);
}

TEST(MapsOfChoices, HaveTheTrainsOfEachYear) {
  const std::pair<std::string, std::string>
      of_2017 = {"counted { seconds", "count_from { seconds: 1483228800 } counted { seconds"},
      of_2018 = {"counted { seconds", "count_from { seconds: 1514764800 } counted { seconds"};
  const toys::ReportToy before = toy_with({of_2017, kHalfTheTrains}), after = toy_with({of_2018});
  const Json data =
      Json::parse(assessment_report_json({{before.report(), after.report()}, "landbridge assess a b"}));
  EXPECT_EQ(data["years"][1]["year"], 2018);
  EXPECT_NEAR(trains_on_map(data, data["years"][0]["on_map"], "BROAD"), trains_a_day(before, "BROAD"),
              0.0006);
  EXPECT_NEAR(trains_on_map(data, data["years"][1]["on_map"], "BROAD"), trains_a_day(after, "BROAD"), 0.0006);
}

// Places of published figures by their names.
TEST(MapsOfChoices, CallPlacesOfFiguresByTheirNames) {
  const toys::ReportToy year = toy_with({{"counted { seconds",
                                          "count_from { seconds: 1483228800 } published { id: \"F1\" "
                                          "observable: \"trains\" scope: \"EAST/WEST-BORDER, all\" "
                                          "value: 300 unit: \"trains/y\" role: COMPARED kpi: "
                                          "\"total/both/trains_departed\" } counted { seconds"}});
  const Json data = Json::parse(assessment_report_json({{year.report()}, "landbridge assess a"}));
  EXPECT_EQ(data["rows"][0]["scope"], "East/West-Border, all");
}

// To programs a share is a number; people are told per cent, and percentage points of differences.
TEST(Selections, ByAShareAreToldInPercentagePoints) {
  const toys::ReportToy one = toy_with({}),
                        other = toy_with({{"point: \"BORDER\" servers: 2", "point: \"BORDER\" servers: 4"}});
  SelectionFacts facts = facts_of_two();
  facts.score.kpi = "resource/BORDER.customs/utilisation";
  facts.plan.zone = 0.07;  // a hundred times that is 7.000000000000001
  const Json data = Json::parse(selection_report_json({{one.report(), other.report()}, facts}));
  EXPECT_THAT(data["answer"].get<std::string>(), testing::HasSubstr("by 7 percentage points or more"));
  EXPECT_EQ(data["zone"], 0.07);
  EXPECT_EQ(data["candidates"][0]["state"], "out after 3 replications");
  const Json& ahead = data["figures"][1];
  EXPECT_EQ(ahead["label"], "Ahead of one");
  EXPECT_EQ(ahead["unit"], "percentage points");
  EXPECT_EQ(ahead["note"], "out after 3 replications");
  const double behind =
      one.result.kpis.find(facts.score.kpi).mean - other.result.kpis.find(facts.score.kpi).mean;
  EXPECT_NEAR(ahead["value"][0].get<double>(), 100 * behind, 1e-3);
  EXPECT_NEAR(data["candidates"][0]["behind"][0].get<double>(), behind, 1e-5);
}

}  // namespace
}  // namespace studies
