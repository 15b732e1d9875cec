// What trains were to do by their timetable, beside what they did.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "models/replication.h"
#include "studies/report_parts.h"
#include "studies/train_runs.h"
#include "tests/support/scenario_runs.h"

namespace studies {
namespace {

// (A: customs, half an hour at least, one server)==60 min==(B: 10 min)==60 min==(C), a train every two hours,
// at odd hours. Running takes up to a tenth longer.
std::string line_text(const std::string& rule) {
  return R"(
name: "line"
network {
  points { id: "A" country: "XX" gauges_mm: 1435 }
  points { id: "B" country: "XX" gauges_mm: 1435 }
  points { id: "C" country: "XX" gauges_mm: 1435 }
  lines {
    id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: 2
    run_time_factor { unit: FACTOR uniform { low: 1 high: 1.1 } }
  }
  lines { id: "BC" from: "B" to: "C" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: 1 passing_places: 2 }
}
processes {
  resources { id: "A.customs" point: "A" servers: 1 }
  resources { id: "B.crew" point: "B" servers: 1 }
  processes {
    id: "A.origin" point: "A" role: ORIGIN direction: WESTBOUND
    stages { name: "customs" resource: "A.customs" duration { unit: HOURS minimum: 0.5 exponential { mean: 0.5 } } }
    stages { name: "search" resource: "A.customs" share_of_trains: 0.3 duration { unit: HOURS constant: 2 } }
  }
  processes {
    id: "B.pass" point: "B" role: PASS direction: WESTBOUND
    stages { name: "crew" resource: "B.crew" duration { unit: MINUTES constant: 10 } }
  }
}
services {
  services {
    id: "AC" origin: "A" destination: "C" direction: WESTBOUND
    formation { train_feu: 1 own_containers: 1 )" +
         rule + R"( }
  }
}
experiment { spin_up { seconds: 86400 } counted { seconds: 864000 } }
)";
}

std::string every_two_hours() {
  std::string text = "rule: TIMETABLE";
  for (int hour = 1; hour < 24; hour += 2)
    text += " departures { time_of_day { seconds: " + std::to_string(hour * 3600) + " } }";
  return text;
}

struct Planned {
  explicit Planned(const std::string& rule) : runs(support::run_text(line_text(rule), 1, true)) {
    trains = train_runs(runs.replications.front().train_stops);
    std::vector<const TrainRun*> pointers;
    for (const TrainRun& train : trains) pointers.push_back(&train);
    json = plans_json(*runs.model, pointers, LineFinder(runs.model->input()));
  }
  // Of one that left before, the stop at its origin is in no record, and so it has no plan.
  bool left_in_counted_time(std::size_t train) const {
    const bool left = runs.model->input().points[trains[train].stops.front()->point].id == "A";
    EXPECT_EQ(left, !json["departure"][train].is_null());
    EXPECT_EQ(left, !json["way"][train].is_null());
    return left;
  }
  std::int64_t minute(std::int64_t seconds) const { return (seconds - 86400) / 60; }

  support::Runs runs;
  std::vector<TrainRun> trains;
  ReportJson json;
};

TEST(ReportPlans, GiveTheDepartureOfTheTimetableAndTheLeastTimesAfterIt) {
  const Planned planned(every_two_hours());
  // 30 min of customs, 60 of running, 10 at B, 60 of running.
  const ReportJson whole = ReportJson::parse("[30,90,100,160]");
  EXPECT_EQ(planned.json.at("times").at(0), whole);
  ASSERT_GT(planned.trains.size(), 100U);
  for (std::size_t t = 0; t < planned.trains.size(); ++t) {
    if (!planned.left_in_counted_time(t)) continue;
    const std::int64_t departure = planned.json["departure"][t];
    EXPECT_EQ((departure % 120 + 120) % 120, 60) << departure;
    const ReportJson& times = planned.json["times"][planned.json["way"][t].get<std::size_t>()];
    ASSERT_EQ(times.size(), 2 * planned.trains[t].stops.size() - 2);  // of those under way at the end fewer
    EXPECT_TRUE(std::equal(times.begin(), times.end(), whole.begin()));
  }
}

TEST(ReportPlans, NoTrainIsAheadOfItsPlanAndSomeAreLate) {
  const Planned planned(every_two_hours());
  std::int64_t late = 0, compared = 0;
  for (std::size_t t = 0; t < planned.trains.size(); ++t) {
    if (!planned.left_in_counted_time(t)) continue;
    const std::int64_t departure = planned.json["departure"][t];
    const ReportJson& times = planned.json["times"][planned.json["way"][t].get<std::size_t>()];
    const std::vector<const rail::TrainStop*>& stops = planned.trains[t].stops;
    for (std::size_t k = 0; k + 1 < stops.size(); ++k) {
      EXPECT_GE(planned.minute(stops[k]->departed), departure + times[2 * k].get<std::int64_t>());
      EXPECT_GE(planned.minute(stops[k + 1]->arrived), departure + times[2 * k + 1].get<std::int64_t>());
      ++compared;
    }
    late += planned.minute(stops.front()->departed) > departure + 60 ? 1 : 0;
  }
  EXPECT_GT(compared, 200);
  EXPECT_GT(late, 10) << "customs is a queue";
}

TEST(ReportPlans, AListIsAPlan) {
  const Planned planned("rule: LIST times { seconds: 90000 } times { seconds: 180000 }");
  EXPECT_EQ(planned.json.at("departure"), ReportJson::parse("[60,1560]"));
}

TEST(ReportPlans, RandomDeparturesAreNone) {
  EXPECT_EQ(Planned("rule: RATE interval { unit: HOURS exponential { mean: 6 } }").json, nullptr);
}

// A train is lifted, and goes on as another one: that one has no planned departure.
TEST(ReportPlans, OnlyTrainsOfTheOriginHaveOne) {
  const support::Runs runs = support::run("tests/networks/group_share.txtpb", 1, true);
  std::int64_t planned = 0, others = 0;
  for (const rail::TrainStop& stop : runs.replications.front().train_stops) {
    const bool at_origin = runs.model->input().points[stop.point].id == "A";
    EXPECT_EQ(stop.planned >= 0, at_origin);
    if (at_origin) {
      EXPECT_EQ(stop.planned % 7200, 0);
      EXPECT_LE(stop.planned, stop.departed);
    }
    ++(at_origin ? planned : others);
  }
  EXPECT_GT(planned, 2900);
  EXPECT_GT(others, planned);
}

}  // namespace
}  // namespace studies
