// A double track that is full, since the station at its end is: trains before it wait for that station's
// track, wherever they stand.
#include <gtest/gtest.h>

#include <array>

#include "tests/networks/trips.h"

namespace networks {
namespace {

using rail::Cause;
using Held = std::array<double, 3>;  // trains, train-hours, still waiting

Held held(const support::Runs& runs, const std::string& place_and_cause) {
  const std::string key = "held/" + place_and_cause + "/";
  return {kpi(runs, key + "trains"), kpi(runs, key + "train_hours"), kpi(runs, key + "waiting_at_end")};
}

double open_hours(const support::Runs& runs, const std::string& place_and_cause) {
  return kpi(runs, "wait/" + place_and_cause + "/container_hours_to_end");
}

// Notice, and whether the line is laid down the other way.
class FullLine : public testing::TestWithParam<std::tuple<int, bool>> {
 protected:
  int notice() const { return std::get<0>(GetParam()); }
  // Hours. Without a notice word of room comes when all is decided for that instant, and a train enters a
  // tick later: of each train that goes on those behind it have a second of the section.
  double ticks(int seconds) const { return notice() == 0 ? in_hours(seconds) + 1e-9 : 1e-9; }
  void expect_held(const support::Runs& runs, const char* where, const Held& expected) const {
    const Held seen = held(runs, where);
    EXPECT_EQ(seen[0], expected[0]) << where;
    EXPECT_NEAR(seen[1], expected[1], ticks(4)) << where;
    EXPECT_EQ(seen[2], expected[2]) << where;
  }
  std::string line(const std::string& from, const std::string& to) const {
    return std::get<1>(GetParam()) ? "from: \"" + to + "\" to: \"" + from + "\""
                                   : "from: \"" + from + "\" to: \"" + to + "\"";
  }

  // tests/networks/approach.txtpb: with 7 there are five trains on the line, and no more have room.
  std::string one_line() const {
    const std::string text = with(text_of("tests/networks/approach.txtpb"), "notice { seconds: 600 }",
                                  "notice { seconds: " + std::to_string(notice()) + " }");
    return with(text, "from: \"A\" to: \"Q\"", line("A", "Q"));
  }

  // Every 20 min a train that runs an hour on each line, until C-D is closed from 6:00 on day 1 for two days.
  // Those of 5:00 at C are the last that go: ten trains. Behind them 2 stand at C, 13 before it, 3 at B, 13
  // before it, and 19 at A.
  std::string closed_ahead(int counted_h) const {
    std::string times;
    for (int i = 0; i < 60; ++i) times += "times { seconds: " + std::to_string(1200 * i) + " } ";
    const auto section = [this](const char* from, const char* to) {
      return "lines { id: \"" + std::string(from) + to + "\" " + line(from, to) +
             " gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 2 headway { seconds: 600 } }\n";
    };
    return R"(name: "closed ahead"
network {
  points { id: "A" country: "XX" gauges_mm: 1520 }
  points { id: "B" country: "XX" gauges_mm: 1520 tracks { gauge_mm: 1520 count: 3 usable_length_m: 1500 } }
  points { id: "C" country: "XX" gauges_mm: 1520 tracks { gauge_mm: 1520 count: 2 usable_length_m: 1500 } }
  points { id: "D" country: "XX" gauges_mm: 1520 }
  )" + section("A", "B") +
           section("B", "C") + section("C", "D") +
           "dispatching { station_tracks: BINDING notice { seconds: " + std::to_string(notice()) + R"( } }
}
services { services { id: "w" origin: "A" destination: "D" direction: WESTBOUND formation { rule: LIST train_feu: 1 own_containers: 1 )" +
           times + R"(} } }
disruptions { disruptions { id: "shut" from: "2017-06-01T06:00" to: "2017-06-03T06:00" time_zone: "UTC" closure { lines: "CD" } } }
experiment { count_from { seconds: 1496275200 } counted { seconds: )" +
           std::to_string(counted_h * kHour) + " } replications: 1 }";
  }
};

// Trains 8 and 9 are ready at 7:00 and 8:00; 3 and 4 go in at 8:00 and 11:00, and a notice later A knows.
TEST_P(FullLine, HoldsTrainsForTheTrackAtItsEnd) {
  const support::Runs runs = support::run_text(one_line(), 1, true);
  expect_held(runs, "A/track", {2, in_hours(4 * kHour + 2 * notice()), 0});
  EXPECT_LE(kpi(runs, "wait/AQ/section/container_hours"), ticks(3));
  // Trains 2 to 9 are at Q at 3:00 to 8:00, 10:00 and 13:00, and the notice; they go in at 5:00, 8:00 ...
  // 26:00.
  const double before_q = in_hours((5 + 26) * 4 * kHour - (33 + 10 + 13) * kHour - 2 * notice());
  expect_held(runs, "Q/track", {8, before_q, 0});
  EXPECT_NEAR(kpi(runs, "wait/Q/track/container_hours"), 4 + in_hours(2 * notice()) + before_q, ticks(4));
}

// At 10:00 train 9 still waits, for two hours by now; 4 to 7 stand before Q since 5:00 ... 8:00.
TEST_P(FullLine, HoldsTrainsForItWhileTheyWait) {
  const support::Runs runs = support::run_text(with(one_line(), "seconds: 864000", "seconds: 36000"));
  expect_held(runs, "A/track", {2, in_hours(3 * kHour + notice()), 1});
  expect_held(runs, "Q/track", {6, 2 + 4 + 14, 4});
  EXPECT_NEAR(open_hours(runs, "Q/track"), in_hours(3 * kHour + notice()) + 20, ticks(2));
  EXPECT_EQ(kpi(runs, "wait/Q/track/waiting_at_end"), 5);
  EXPECT_LE(open_hours(runs, "AQ/section"), ticks(2));
}

// Nobody enters after 7:30 until 10:00, when 8 goes; 9 then waits for the train that goes in at 11:00. Of 8's
// wait half an hour is for the track, and of 9's an hour.
TEST_P(FullLine, LeavesToAClosureOfItsOwnWhatIsThatOnes) {
  const std::string shut =
      "disruptions { disruptions { id: \"d\" from: \"1970-01-01T09:30\" to: \"1970-01-01T10:00\" time_zone: "
      "\"UTC\" closure { lines: \"AQ\" } provenance { assumption: true note: \"a test\" } } }";
  const support::Runs runs = support::run_text(one_line() + shut);
  constexpr double kSecond = 1.0 / kHour;
  EXPECT_NEAR(kpi(runs, "wait/AQ/closure/container_hours"), 2.5 + 2, kSecond);
  EXPECT_NEAR(held(runs, "A/track")[1], 0.5 + 1 + in_hours(notice()), 1.5 * kSecond);
  EXPECT_LE(kpi(runs, "wait/AQ/section/container_hours"), ticks(1));
}

// All that stand at 50 h, each since it came there: k/3 h after midnight, and an hour later at each point.
TEST_P(FullLine, HoldsTrainsFarBehindAClosure) {
  const support::Runs runs = support::run_text(closed_ahead(50));
  const auto since = [](int first, int last, int hours_run) {  // trains `first` to `last`
    double hours = 0;
    for (int k = first; k <= last; ++k) hours += 50 - hours_run - k / 3.0;
    return hours;
  };
  expect_held(runs, "A/track", {19, since(41, 59, 0), 19});
  expect_held(runs, "B/track", {3 + 13, since(25, 40, 1), 3 + 13});
  expect_held(runs, "C/track", {13, since(12, 24, 2), 13});
  expect_held(runs, "C/closure", {2, since(10, 11, 2), 2});
  EXPECT_NEAR(open_hours(runs, "B/track"), since(41, 59, 0) + since(28, 40, 1), 1e-9);
  EXPECT_NEAR(open_hours(runs, "C/track"), since(25, 27, 1) + since(12, 24, 2), 1e-9);
  for (const char* line : {"AB", "BC", "CD"}) EXPECT_EQ(open_hours(runs, std::string(line) + "/section"), 0);
  EXPECT_EQ(kpi(runs, "waiting_at_end/trains"), 50);
}

// In the end all are through: how long each stood at A its departure tells, and all of it was for B.
TEST_P(FullLine, HoldsTrainsUntilTheyLeave) {
  const support::Runs runs = support::run_text(closed_ahead(240), 1, true);
  const std::vector<std::int64_t> out = departures(runs, "A");
  ASSERT_EQ(out.size(), 60U);
  std::int64_t stood = 0;
  for (std::size_t k = 0; k < out.size(); ++k) stood += out[k] - static_cast<std::int64_t>(k) * 20 * kMinute;
  EXPECT_GT(in_hours(stood), 709);
  const double of_section = kpi(runs, "wait/AB/section/container_hours");
  EXPECT_LE(of_section, ticks(19 * 20 / 2));
  EXPECT_EQ(held(runs, "A/track")[0], 19);
  EXPECT_NEAR(held(runs, "A/track")[1] + of_section, in_hours(stood), 1e-9);
  const rail::ServiceObservation& seen = runs.replications[0].services[0];
  std::int64_t all = 0;
  for (const std::int64_t part : seen.account) all += part;
  EXPECT_EQ(all, seen.total.sum());
}

INSTANTIATE_TEST_SUITE_P(By, FullLine,
                         testing::Combine(testing::Values(0, 300), testing::Values(false, true)));

// Paths every other hour, runs of half an hour, room for two: train 7, ready at 6:00, has its path at 12:00,
// and room when the fifth goes in, at 12:30. A closure that nobody is through before keeps it out from 11:40
// to 12:20: 20 minutes are of its wait for the path, and as many of that for room.
TEST(FullLine, ComesAfterThePath) {
  std::string text =
      with(text_of("tests/networks/approach.txtpb"), "length_km: 100", "paths_per_day: 12 length_km: 25");
  text =
      with(text, " times { seconds: 25200 } times { seconds: 28800 }", "") +
      "disruptions { disruptions { id: \"d\" from: \"1970-01-01T12:10\" to: \"1970-01-01T12:20\" time_zone: "
      "\"UTC\" closure { lines: \"AQ\" } provenance { assumption: true note: \"a test\" } } }";
  const support::Runs runs = support::run_text(text, 1, true);
  for (const rail::TrainStop& stop : runs.replications[0].train_stops) {
    if (stop.point != point_named(runs, "A") || stop.departed < 12 * kHour) continue;
    EXPECT_EQ(stop.departed, 12 * kHour + 40 * kMinute) << "with 10 min of notice";
    const auto wait = [&](Cause cause) {
      return static_cast<double>(stop.wait[static_cast<std::size_t>(cause)]);
    };
    EXPECT_NEAR(wait(Cause::kPath), 340 * kMinute, 1);
    EXPECT_NEAR(wait(Cause::kClosure), 40 * kMinute, 1);
    EXPECT_NEAR(wait(Cause::kTrack), 20 * kMinute, 1);
    EXPECT_EQ(wait(Cause::kSection), 0);
    return;
  }
  ADD_FAILURE() << "train 7 never left";
}

}  // namespace
}  // namespace networks
