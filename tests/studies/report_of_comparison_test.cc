// The data of a comparison's report.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "studies/digits.h"
#include "studies/report_data.h"
#include "studies/report_parts.h"
#include "tests/studies/files.h"
#include "tests/studies/report_toy.h"

namespace studies {
namespace {

using Json = nlohmann::json;

TEST(ComparisonReport, PairsTheReplications) {
  const toys::ReportToy base = toys::report_toy(toys::border_text());
  std::string text = toys::border_text();
  const std::string before = "point: \"BORDER\" servers: 2";
  const toys::ReportToy variant =
      toys::report_toy(text.replace(text.find(before), before.size(), "point: \"BORDER\" servers: 4"));
  const Json data =
      Json::parse(comparison_report_json({{base.report(), variant.report()},
                                          {"total/*/teu_delivered", "wait/*/server/container_hours"},
                                          "landbridge"}));
  ASSERT_EQ(data["scenarios"].size(), 2U);
  EXPECT_EQ(data["scenarios"][1]["changes"],
            Json::array({"resources/BORDER.customs/servers (Border): 2 → 4"}));
  EXPECT_EQ(data["question"],
            "What differs from toy with resources/BORDER.customs/servers (Border): 2 → 4? The same random "
            "numbers in all of them.")
      << "both are called toy";
  EXPECT_EQ(data["title"], "toy and resources/BORDER.customs/servers (Border): 2 → 4");
  EXPECT_EQ(data["scenarios"][0]["name"], "toy");
  EXPECT_EQ(data["scenarios"][1]["name"], "resources/BORDER.customs/servers (Border): 2 → 4");
  EXPECT_TRUE(data["scenarios"][0]["kpis"].empty());
  EXPECT_NE(data["scenarios"][0]["scenario_sha256"], data["scenarios"][1]["scenario_sha256"]);
  double trains = 0;
  for (const char* direction : {"westbound", "eastbound"})
    trains += variant.result.kpis.find(fmt::format("line/BROAD/{}/trains_per_day", direction)).mean;
  const Json& lines = data["network"]["lines"];
  const auto broad =
      std::find_if(lines.begin(), lines.end(), [](const Json& line) { return line["id"] == "BROAD"; });
  ASSERT_NE(broad, lines.end());
  EXPECT_GT(trains, 0);
  EXPECT_NEAR(data["scenarios"][1]["on_map"]["line_trains"][static_cast<std::size_t>(broad - lines.begin())]
                  .get<double>(),
              trains, 0.0005);
  const std::string key = "wait/BORDER.customs/server/container_hours";
  double mean = 0;
  for (std::size_t r = 0; r < 3; ++r) {
    for (const rail::Kpi& kpi : variant.result.complete[r].kpis) mean += kpi.key == key ? kpi.value / 3 : 0;
    for (const rail::Kpi& kpi : base.result.complete[r].kpis) mean -= kpi.key == key ? kpi.value / 3 : 0;
  }
  bool found = false;
  for (const Json& row : data["scenarios"][1]["kpis"]) {
    if (row["key"] != key) continue;
    found = true;
    EXPECT_NEAR(row["difference"][0].get<double>(), mean, 1e-5 * std::abs(mean));
    EXPECT_LT(mean, 0) << "more servers, less waiting";
  }
  EXPECT_TRUE(found);
  EXPECT_TRUE(data["scenarios"][1]["unpaired"].empty()) << "both sides know all of them";
  EXPECT_EQ(data["scenarios"][0]["variance"], "");
  EXPECT_THAT(data["scenarios"][1]["variance"].get<std::string>(),
              testing::MatchesRegex("The same random numbers leave [0-9]+ % of the variance that other ones "
                                    "would give \\(.*in some replication\\)\\."));
}

// Variants that are called as their base is, or by it and what is put on top.
TEST(ComparisonReport, CallsAVariantByWhatChanges) {
  const auto changed = [](std::initializer_list<std::pair<std::string, std::string>> words) {
    std::string text = toys::border_text();
    for (const auto& [before, now] : words) text.replace(text.find(before), before.size(), now);
    return toys::report_toy(text, 1);
  };
  const toys::ReportToy base = changed({});
  const auto beside = [&](const toys::ReportToy& variant) {
    return Json::parse(
        comparison_report_json({{base.report(), variant.report()}, {"total/*/*"}, "landbridge"}));
  };
  EXPECT_EQ(beside(changed({}))["scenarios"][1]["name"], "the same inputs");
  const Json two = beside(changed({{"servers: 2", "servers: 4"}, {"servers: 1", "servers: 3"}}));
  EXPECT_EQ(two["scenarios"][1]["name"], "resources/BORDER.customs/servers (Border): 2 → 4 and 1 more");
  const Json named =
      beside(changed({{"name: \"toy\"", "name: \"toy with more\""}, {"servers: 2", "servers: 4"}}));
  EXPECT_EQ(named["scenarios"][1]["name"], "toy with more");
  EXPECT_THAT(named["question"].get<std::string>(), testing::StartsWith("What differs from toy with more?"));
}

// A third border resource, of which the base knows nothing.
TEST(ComparisonReport, ListsWhatOnlyOneSideObserved) {
  const toys::ReportToy base = toys::report_toy(toys::border_text());
  std::string text = toys::border_text();
  for (std::size_t at = text.find("BORDER.departure"); at != std::string::npos;
       at = text.find("BORDER.departure", at))
    text.replace(at, 16, "BORDER.papers");
  const toys::ReportToy variant = toys::report_toy(text);
  const Json data = Json::parse(comparison_report_json(
      {{base.report(), variant.report()}, {"wait/*/server/container_hours"}, "landbridge"}));
  const Json& rows = data["scenarios"][1]["unpaired"];
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0]["key"], "wait/BORDER.departure/server/container_hours");
  EXPECT_THAT(rows[0]["name"].get<std::string>(), testing::HasSubstr("departure"));
  EXPECT_TRUE(rows[0]["variant"].is_null());
  EXPECT_NEAR(rows[0]["base"][0].get<double>(),
              base.result.kpis.find("wait/BORDER.departure/server/container_hours").mean, 1);
  EXPECT_EQ(rows[1]["key"], "wait/BORDER.papers/server/container_hours");
  EXPECT_TRUE(rows[1]["base"].is_null());
  EXPECT_EQ(rows[1]["variant"][0].get<double>(), rows[0]["base"][0].get<double>()) << "the same resource";
  EXPECT_TRUE(data["scenarios"][0]["unpaired"].empty());
}

// A study asks for some KPIs, and why. What is delivered is told all the same.
TEST(ComparisonReport, AnswersWhatAStudyAsks) {
  const toys::ReportToy base = toys::report_toy(toys::border_text());
  const auto changed = [](const char* before, const char* now) {
    std::string text = toys::border_text();
    return toys::report_toy(text.replace(text.find(before), std::string(before).size(), now));
  };
  const toys::ReportToy more = changed("servers: 2", "servers: 4"),
                        fewer = changed("own_containers: 40", "own_containers: 20");
  const std::vector<std::string> asked = {"resource/*/utilisation", "terminal/*/utilisation"};
  const Json one = Json::parse(
      comparison_report_json({{base.report(), more.report()}, asked, "landbridge", "How busy is customs?"}));
  EXPECT_EQ(one["question"],
            "How busy is customs? Base: toy; variant: resources/BORDER.customs/servers (Border): 2 → 4, with "
            "the same random numbers.");
  EXPECT_THAT(one["answer"].get<std::string>(), testing::ContainsRegex("TEU .*; binds (now|as before): "));
  EXPECT_EQ(one["scenarios"][1]["kpis"].size(), 3U) << "only those are compared";
  const auto labels = [](const Json& data) {
    std::vector<std::string> all;
    for (const Json& figure : data["figures"]) all.push_back(figure["label"]);
    return all;
  };
  EXPECT_THAT(labels(one), testing::ElementsAre("Border: customs: utilisation, difference",
                                                "Border: departure: utilisation, difference",
                                                "Border: lift: utilisation, difference",
                                                "TEU delivered, difference", testing::_, testing::_));
  const Json& customs = one["figures"][0];
  const double by = more.result.kpis.find("resource/BORDER.customs/utilisation").mean -
                    base.result.kpis.find("resource/BORDER.customs/utilisation").mean;
  EXPECT_EQ(customs["unit"], "percentage points");
  EXPECT_NEAR(customs["value"][0].get<double>(), 100 * by, 1e-3);
  EXPECT_THAT(customs["note"].get<std::string>(),
              testing::ContainsRegex("base [0-9.]+ %, variant [0-9.]+ %"));
  std::vector<std::string> many = asked;
  many.insert(many.end(), {"transit/*/*", "total/*/teu_delivered"});
  const Json two = Json::parse(
      comparison_report_json({{base.report(), more.report(), fewer.report()}, many, "landbridge"}));
  EXPECT_THAT(
      two["answer"].get<std::string>(),
      testing::ContainsRegex("Of 2 variants .* changes the TEU delivered most: .* TEU fewer delivered"));
  ASSERT_EQ(two["figures"].size(), 6U);
  std::multiset<std::string> sure;
  for (const Json& scenario : two["scenarios"])
    for (const Json& row : scenario["kpis"])
      if (row["differs"].get<bool>()) sure.insert(row["key"]);
  ASSERT_GT(sure.size(), 2U);
  for (std::size_t i = 0; i < std::min<std::size_t>(6, sure.size()); ++i)
    EXPECT_TRUE(sure.contains(two["figures"][i]["key"].get<std::string>()))
        << two["figures"][i]["label"] << ": of more than fit, what surely differs comes first";
}

// Nobody arrives, nothing is waited for.
TEST(ComparisonReport, HasFourFiguresWhereLittleIsKnown) {
  std::string text = toys::border_text();
  const std::string before = "counted { seconds: 5184000 }";
  const toys::ReportToy base =
      toys::report_toy(text.replace(text.find(before), before.size(), "counted { seconds: 3600 }"));
  const Json data = Json::parse(
      comparison_report_json({{base.report(), base.report()}, {"total/*/teu_delivered"}, "landbridge"}));
  EXPECT_GE(data["figures"].size(), 4U) << data["figures"];
}

// The page marks on its map where it is.
TEST(ComparisonReport, KnowsWhereWhatBindsIs) {
  const toys::ReportToy base = toys::report_toy(toys::border_text());
  const Json data = Json::parse(
      comparison_report_json({{base.report(), base.report()}, {"total/*/teu_delivered"}, "landbridge"}));
  const Json& scenario = data["scenarios"][0];
  const Json& first = scenario["on_map"]["binding"][0];
  EXPECT_EQ(first["name"], scenario["binding"]["name"]);
  EXPECT_EQ(data["network"]["points"][first["point"].get<std::size_t>()]["id"], "BORDER");
  const Json& resources = data["resources"];
  const auto lift = std::find_if(resources.begin(), resources.end(),
                                 [](const Json& one) { return one["name"] == "Border: lift"; });
  ASSERT_NE(lift, resources.end());
  EXPECT_NEAR(
      scenario["on_map"]["resource_use"][static_cast<std::size_t>(lift - resources.begin())].get<double>(),
      base.result.kpis.find("terminal/BORDER.BORDER.lift/utilisation").mean, 0.0005);
}

TEST(ComparisonReport, OfOnePairSaysNothingSurely) {
  const toys::ReportToy base = toys::report_toy(toys::border_text(), 1);
  std::string text = toys::border_text();
  const std::string before = "lifts_per_hour: 20";
  toys::ReportToy variant =
      toys::report_toy(text.replace(text.find(before), before.size(), "lifts_per_hour: 5"), 1);
  variant.result.interrupted = true;
  variant.result.asked = 2;
  const auto report = [&](std::vector<RunReport> runs) {
    for (RunReport& run : runs) run.growing.emplace();
    return Json::parse(comparison_report_json({std::move(runs), {"total/*/teu_delivered"}, "landbridge"}));
  };
  const Json one = report({base.report(), variant.report()});
  EXPECT_THAT(one["answer"].get<std::string>(),
              testing::StartsWith("Of one pair of replications nothing can be said surely: −"));
  EXPECT_EQ(one["warnings"], Json::array({"Interrupted: 1 of 2 replications of toy are complete"}));
  const Json two = report({base.report(), variant.report(), variant.report()});
  EXPECT_EQ(two["answer"], "Of one pair of replications each nothing can be said surely of 2 variants.");
}

// By so many TEU in each replication.
void deliver_more(toys::ReportToy& toy, const std::vector<double>& by) {
  for (std::size_t r = 0; r < by.size(); ++r) {
    for (rail::Kpi& kpi : toy.result.complete[r].kpis)
      if (kpi.key == "total/both/teu_delivered") kpi.value += by[r];
  }
  toy.result.kpis = kpis_over(toy.result.complete);
}

TEST(ComparisonReport, OfVariantsTellsWhatSurelyChangesMost) {
  const toys::ReportToy base = toys::report_toy(toys::border_text(), 4);
  toys::ReportToy sure = base, unsure = base;
  deliver_more(sure, {10, 11, 10, 11});
  deliver_more(unsure, {-900, 1000, -900, 1000});
  const std::string answer = Json::parse(comparison_report_json(
      {{base.report(), unsure.report(), sure.report()}, {"total/*/teu_delivered"}, "landbridge"}))["answer"];
  EXPECT_THAT(answer, testing::ContainsRegex("changes the TEU delivered most: .*10.5")) << answer;
}

// Lifts are quicker, which containers notice, but as many of them arrive.
TEST(ComparisonReport, OfVariantsThatCarryAsMuchTellsWhatElseDiffers) {
  const toys::ReportToy base = toys::report_toy(toys::border_text(), 4);
  std::string text = toys::border_text();
  const std::string before = "lifts_per_hour: 20";
  const toys::ReportToy quicker =
      toys::report_toy(text.replace(text.find(before), before.size(), "lifts_per_hour: 25"), 4);
  const auto answer = [&](const RunReport& one, const RunReport& other) {
    return Json::parse(comparison_report_json(
        {{base.report(), one, other}, {"total/*/teu_delivered", "transit/*/*"}, "landbridge"}))["answer"]
        .get<std::string>();
  };
  EXPECT_EQ(
      answer(base.report(), base.report()),
      "None of 2 variants surely changes the TEU delivered, and none of the other KPIs surely differs.");
  EXPECT_THAT(
      answer(base.report(), quicker.report()),
      testing::MatchesRegex("None of 2 variants surely changes the TEU delivered; 3 KPIs differ surely with "
                            "gauge_changes/BORDER.lift/lifts_per_hour .*\\."));
}

}  // namespace
}  // namespace studies
