// The data of reports against counts that are made another way.
#include "studies/report_data.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>

#include "studies/binding.h"
#include "studies/digits.h"
#include "studies/report_parts.h"
#include "studies/train_runs.h"
#include "tests/studies/files.h"
#include "tests/studies/report_toy.h"

namespace studies {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t kMinute = 60;
constexpr int kServer = 3;  // in CAUSES

Json data_of(const toys::ReportToy& toy) { return Json::parse(run_report_json(toy.report())); }

double kpi_of_first(const ReplicationsResult& result, const std::string& key) {
  for (const rail::Kpi& kpi : result.complete.front().kpis) {
    if (kpi.key == key) return kpi.value;
  }
  ADD_FAILURE() << "no KPI " << key;
  return 0;
}

// The page's way of reading Movements: minutes of arrival and departure (-1: none) by train, stop by stop.
struct ReadStop {
  std::int64_t came = 0, left = 0;
};
std::map<std::string, std::vector<ReadStop>> read_movements(const Json& movements) {
  std::map<std::string, std::vector<ReadStop>> trains;
  std::size_t at = 0;
  const Json &columns = movements["trains"], &times = movements["times"];
  for (std::size_t t = 0; t < columns["id"].size(); ++t) {
    std::int64_t now = columns["start"][t];
    const std::size_t points = movements["routes"][columns["route"][t].get<std::size_t>()]["points"].size();
    for (std::size_t k = 0; k < points; ++k) {
      const std::int64_t came = now;
      now += times[at++].get<std::int64_t>();
      trains[columns["id"][t]].push_back({came, now});
      if (k + 1 < points) now += times[at++].get<std::int64_t>();
    }
  }
  EXPECT_EQ(at, times.size());
  return trains;
}

class ReportData : public testing::Test {
 protected:
  static const toys::ReportToy& toy() {
    static const toys::ReportToy kToy = toys::report_toy(toys::border_text());
    return kToy;
  }
  static const Json& data() {
    static const Json kData = data_of(toy());
    return kData;
  }
};

// The toy counts 1970; what was published of 1971 stands beside it and is not counted.
TEST(ReportOfARun, CountsFiguresOfItsYear) {
  const auto figure = [](const char* id, const char* year) {
    return fmt::format(
        "published {{ id: \"{}\" observable: \"x\" period: \"{}\" value: 1 unit: \"trains\" role: COMPARED "
        "kpi: \"total/both/trains_departed\" }}\n",
        id, year);
  };
  std::string text = toys::border_text();
  text.insert(text.rfind("replications: 3"), figure("F1", "1970") + figure("F2", "1971"));
  const Json data = data_of(toys::report_toy(text));
  EXPECT_EQ(data["trust"]["published"][0]["held_back"], true);
  EXPECT_EQ(data["trust"]["published"][1]["held_back"], false);
  const Json& figures = data["figures"];
  const auto shown = std::find_if(figures.begin(), figures.end(), [](const Json& one) {
    return one["label"] == "Published figures that agree or are close";
  });
  ASSERT_NE(shown, figures.end());
  EXPECT_EQ((*shown)["unit"], "of 1");
}

TEST_F(ReportData, FlowsAreThoseOfTheCrossings) {
  const LineTeu teu = recorded_teu(*toy().model, toy().records);
  for (std::size_t line = 0; line < 2; ++line) {
    const std::string key = "crossing/" + toy().model->input().lines[line].id + "/westbound/teu";
    EXPECT_GT(teu[line][0], 0);
    EXPECT_EQ(teu[line][0], kpi_of_first(toy().result, key)) << key;
    EXPECT_EQ(teu[line][1], 0);
  }
}

TEST_F(ReportData, TrainsStandAndRunAsTheyWereRecorded) {
  const auto trains = read_movements(data()["movements"]);
  const std::vector<TrainRun> runs = train_runs(toy().records.stops);
  ASSERT_EQ(trains.size(), runs.size());
  for (const TrainRun& run : runs) {
    const auto& read = trains.at(identity_text(run.stops.front()->train));
    ASSERT_EQ(read.size(), run.stops.size());
    for (std::size_t k = 0; k < read.size(); ++k) {
      if (run.stops[k]->arrived >= 0) {
        EXPECT_EQ(read[k].came, run.stops[k]->arrived / kMinute);
      }
      const rail::TrainStop& stop = *run.stops[k];
      EXPECT_EQ(read[k].left, (stop.departed >= 0 ? stop.departed : stop.ended) / kMinute);
    }
  }
}

TEST_F(ReportData, TrainsAreInTheOrderOfTheirStart) {
  const Json starts = data()["movements"]["trains"]["start"];
  EXPECT_TRUE(std::is_sorted(starts.begin(), starts.end()));
  EXPECT_EQ(data()["movements"]["until_min"], 60 * 1440);
  EXPECT_EQ(data()["movements"]["dated"], false);
}

// Little's law: hours waited over hours that passed are trains in the queue.
TEST_F(ReportData, WaitsOfTrainsAreTheQueuesOfServers) {
  std::int64_t minutes = 0, stops = 0, stop = -1;
  const Json& waits = data()["movements"]["waits"];
  for (std::size_t i = 0; i < waits.size(); i += 3) {
    stop += waits[i].get<std::int64_t>();
    if (waits[i + 1] != kServer) continue;
    minutes += waits[i + 2].get<std::int64_t>();
    ++stops;
  }
  EXPECT_LT(stop, static_cast<std::int64_t>(toy().records.stops.size()));
  const double queue = kpi_of_first(toy().result, "resource/BORDER.customs/queue_mean") +
                       kpi_of_first(toy().result, "resource/BORDER.departure/queue_mean");
  const double counted_min = 60 * 1440.0;
  EXPECT_GT(queue, 0.2) << "the toy has queues";
  // A wait is cut to whole minutes; those of trains that stand there at the end, about a train-day, are in no
  // stop.
  const double slack = static_cast<double>(stops) / counted_min + 2 / 60.0;  // two train-days of 60
  EXPECT_NEAR(static_cast<double>(minutes) / counted_min, queue, slack);
}

TEST_F(ReportData, CausesAddUpToTheJourney) {
  ASSERT_EQ(data()["journeys"].size(), 1U);
  const Json& journey = data()["journeys"][0];
  EXPECT_EQ(journey["name"], "East - West");
  double sum = 0;
  for (const Json& part : journey["causes"]) sum += part.is_null() ? 0 : part.get<double>();
  EXPECT_NEAR(sum, journey["total_mean"][0].get<double>(), 1e-4);
  double legs = 0;
  for (const Json& leg : journey["legs"])
    legs =
        std::accumulate(leg["causes"].begin(), leg["causes"].end(), legs,
                        [](double sum_so_far, const Json& part) { return sum_so_far + part.get<double>(); });
  EXPECT_NEAR(legs, kpi_of_first(toy().result, "total_time/EAST-WEST/mean_days"), 1e-4);
}

TEST_F(ReportData, PercentilesAreThoseOfTheContainers) {
  const Json percentiles = data()["journeys"][0]["transit_percentiles"];
  ASSERT_EQ(percentiles.size(), 9U);
  EXPECT_TRUE(std::is_sorted(percentiles.begin(), percentiles.end()));
  // Those of KPIs come from bins of 0.27 %.
  const double median = kpi_of_first(toy().result, "transit/EAST-WEST/p50_days");
  EXPECT_NEAR(percentiles[4].get<double>(), median, 0.005 * median);
  const double p90 = kpi_of_first(toy().result, "transit/EAST-WEST/p90_days");
  EXPECT_NEAR(percentiles[6].get<double>(), p90, 0.005 * p90);
}

TEST_F(ReportData, SaysWhatWasAskedAndWhatItRestsOn) {
  EXPECT_EQ(data()["format"], "landbridge-report-1");
  EXPECT_EQ(data()["question"], "Three into two at the border.");
  EXPECT_GE(data()["figures"].size(), 4U);
  EXPECT_LE(data()["figures"].size(), 6U);
  EXPECT_LE(data()["answer"].get<std::string>().size(), 200U);
  const double delivered = toy().result.kpis.find("total/both/teu_delivered").mean;
  EXPECT_NEAR(data()["figures"][0]["value"][0].get<double>(), delivered, 1e-7 * delivered) << "eight digits";
  const Json& trust = data()["trust"];
  EXPECT_EQ(trust["results_hash"], toy().result.results_hash);
  EXPECT_EQ(trust["command"], "landbridge run toy.txtpb --replications 3 --seed 1");
  EXPECT_FALSE(trust["assumptions"].empty()) << "nobody vouches for the toy's figures";
  EXPECT_TRUE(data()["warnings"].empty());
}

TEST_F(ReportData, TrainsAtAPointAreThoseThatWereCounted) {
  double minutes = 0;
  const std::vector<TrainRun> runs = train_runs(toy().records.stops);
  const auto trains = read_movements(data()["movements"]);
  for (const TrainRun& run : runs) {
    const auto& read = trains.at(identity_text(run.stops.front()->train));
    for (std::size_t k = 0; k < read.size(); ++k) {
      if (toy().model->input().points[run.stops[k]->point].id != "BORDER") continue;
      minutes += static_cast<double>(read[k].left - read[k].came);
    }
  }
  const double mean = kpi_of_first(toy().result, "point/BORDER/trains_mean");
  // Less those that stand there at the end: a few trains, for a day at most.
  EXPECT_NEAR(minutes / (60 * 1440), mean, 0.02 * mean + 4 / 60.0);
  EXPECT_GT(mean, 1) << "trains are lifted at the border";
}

TEST_F(ReportData, AnswerNamesTheLargestPartAndWhatIsNoWaitForResources) {
  const std::vector<BindingResource> binding = binding_resources(toy().result.kpis);
  const std::string share = fmt::format("{:.0f} %", 100 * binding.front().share);
  const char* part = binding.front().share > 0.5 ? "most" : "the largest part";
  EXPECT_THAT(data()["answer"].get<std::string>(),
              testing::HasSubstr(fmt::format("; {} of the waiting for resources, {}, is for", part, share)));
  double hours = 0;
  for (const Replication& one : toy().result.complete) {
    double formation = 0, containers = 0;
    for (const rail::Kpi& kpi : one.kpis) {
      if (kpi.key.ends_with("/formation/container_hours")) formation += kpi.value;
      if (kpi.key == "total/both/containers_delivered") containers = kpi.value;
    }
    hours += formation / containers / static_cast<double>(toy().result.complete.size());
  }
  ASSERT_GT(hours, 1);
  const auto& figures = data()["figures"];
  const auto waiting = std::find_if(figures.begin(), figures.end(), [](const Json& figure) {
    return figure["label"] == "Waiting for resources";
  });
  ASSERT_NE(waiting, figures.end());
  EXPECT_THAT((*waiting)["note"].get<std::string>(),
              testing::HasSubstr(grouped(hours) + " h for a train to be formed"));
}

TEST_F(ReportData, ListsEveryKpi) {
  EXPECT_EQ(data()["kpis"]["key"].size(), toy().result.kpis.all().size());
  EXPECT_EQ(data()["kpis"]["value"].size(), toy().result.kpis.all().size());
}

TEST_F(ReportData, PointsHavePlacesNamesAndStages) {
  const Json& border = data()["network"]["points"][1];
  EXPECT_EQ(border["id"], "BORDER");
  EXPECT_EQ(border["lat"], 45.25);
  EXPECT_EQ(border["role"], "border");
  EXPECT_EQ(border["local_names"]["zh"], "多斯特克");
  ASSERT_EQ(border["processes"].size(), 1U);
  EXPECT_EQ(border["processes"][0]["title"], "westbound, change of gauge");
  const Json& stages = border["processes"][0]["stages"];
  ASSERT_EQ(stages.size(), 3U);
  EXPECT_EQ(stages[0]["what"], "0.5 + exponential(4) h, 3 % of the containers inspected (7 min each)");
  EXPECT_EQ(stages[0]["resource"], "BORDER.customs");
  EXPECT_EQ(stages[1]["what"], "1435 to 1520 mm: 2 bays, 20 lifts an hour in each");
  EXPECT_TRUE(stages[1]["resource"].is_null());
}

TEST_F(ReportData, WaitsNameTheirPlace) {
  const Json& waits = data()["waits"];
  ASSERT_FALSE(waits.empty());
  EXPECT_TRUE(waits[0]["is_resource"].get<bool>());
  EXPECT_EQ(waits[0]["point"], 1);
  double shares = 0;
  for (const Json& wait : waits) shares += wait["share"].get<double>();
  EXPECT_NEAR(shares, 1, 1e-4);
}

TEST_F(ReportData, WithoutRecordsHasNoMovements) {
  const FirstRecords none;
  const Json without =
      Json::parse(run_report_json({toy().scenario, *toy().model, toy().result, toy().manifest, none}));
  EXPECT_TRUE(without["movements"].is_null());
  EXPECT_TRUE(without["journeys"][0]["legs"].is_null());
  EXPECT_TRUE(without["journeys"][0]["transit_percentiles"].is_null());
  EXPECT_EQ(without["network"]["lines"].size(), 2U);
}

TEST_F(ReportData, TellsOfClosures) {
  const std::string closure = R"(
disruptions { disruptions { id: "shut" from: "1970-01-11T00:00" to: "1970-01-13T00:00" time_zone: "UTC"
                            closure { lines: "BROAD" } } })";
  const Json data = data_of(toys::report_toy(toys::border_text("Border", closure), 2));
  ASSERT_EQ(data["disruptions"].size(), 1U);
  EXPECT_EQ(data["disruptions"][0]["from_min"], 10 * 1440);
  EXPECT_EQ(data["disruptions"][0]["until_min"], 12 * 1440);
  EXPECT_EQ(data["disruptions"][0]["lines"], Json::array({1}));
  EXPECT_NE(data["disruptions"][0]["what"].get<std::string>().find("closed: BROAD"), std::string::npos);
}

// Before anybody has arrived.
TEST(ReportOfARun, HasFourFiguresWhereLittleIsKnown) {
  std::string text = toys::border_text();
  const std::string before = "counted { seconds: 5184000 }";
  const Json data = data_of(
      toys::report_toy(text.replace(text.find(before), before.size(), "counted { seconds: 3600 }"), 1));
  std::vector<std::string> labels;
  for (const Json& figure : data["figures"]) labels.push_back(figure["label"]);
  EXPECT_THAT(labels, testing::ElementsAre("TEU delivered", "Trains from their first origin",
                                           "Trains waiting at the end", "Containers waiting at the end"));
  EXPECT_THAT(data["warnings"].dump(), testing::HasSubstr("One replication: what is shown has no intervals"));
}

// A railway of an hour and a half.
TEST(ReportOfARun, TellsShortWaysInHours) {
  std::string text = toys::border_text();
  for (const auto& [before, now] :
       {std::pair{"length_km: 500", "length_km: 5"}, std::pair{"length_km: 1000", "length_km: 10"},
        std::pair{"exponential { mean: 4 } }\n    }", "exponential { mean: 0.1 } }\n    }"},
        std::pair{"inbound_trains: 3 outbound_trains: 2", "inbound_trains: 1 outbound_trains: 1"}})
    text.replace(text.find(before), std::string(before).size(), now);
  const toys::ReportToy toy = toys::report_toy(text);
  const double days = toy.result.kpis.find("transit/EAST-WEST/p90_days").mean;
  ASSERT_LT(days, 1);
  const Json figure = data_of(toy)["figures"][2];
  EXPECT_EQ(figure["unit"], "h");
  EXPECT_NEAR(figure["value"][0].get<double>(), 24 * days, 1e-3);
  EXPECT_THAT(figure["note"].get<std::string>(), testing::ContainsRegex("median [0-9.]+ h; "));
}

TEST_F(ReportData, AsksSomethingWithoutADescription) {
  std::string text = toys::border_text();
  const std::string before = "Three into two at the border.";
  const toys::ReportToy toy = toys::report_toy(text.replace(text.find(before), before.size(), ""), 2);
  ASSERT_EQ(toy.report().scenario.description(), "");
  EXPECT_EQ(Json::parse(run_report_json(toy.report()))["question"],
            "How much does toy carry, how fast, and what binds? 2 replications.");
}

}  // namespace
}  // namespace studies
