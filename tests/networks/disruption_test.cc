// Disruptions: exact times, worked out by hand. The network of most is drawn at the head of its scenario
// file.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/networks/trips.h"

namespace networks {
namespace {

constexpr const char* kToy = "scenarios/toys/closure.txtpb";

// The toy with something else than its closure.
support::Runs run_with(const std::string& effect) {
  return support::run_text(with(text_of(kToy), "closure { lines: \"E-W\" }", effect), 1, true);
}

struct Outcome {
  std::int64_t held, most;
  double clear_h;
  bool operator==(const Outcome&) const = default;
};

Outcome outcome(const support::Runs& runs) {
  const rail::DisruptionObservation& one = runs.replications[0].disruptions.at(0);
  return {one.trains_held, one.most_waiting, in_hours(one.clear_s)};
}

// Trains of 14, 18 and 22 h wait 10, 6 and 2 h for the end, then 2, 4, 4 and 2 h for a path.
TEST(Closure, HoldsTrainsAndTakesTimeToClear) {
  const support::Runs runs = support::run(kToy, 1, true);
  EXPECT_EQ(departures(runs, "EAST"), hours({2, 6, 10, 24, 26, 28, 30, 32, 34, 38, 42, 46}));
  EXPECT_EQ(outcome(runs), (Outcome{3, 3, 8}));
  const rail::LineObservation& line = runs.replications[0].lines[0][0];
  EXPECT_EQ(in_hours(line.closure_wait.seconds), 10 + 6 + 2);
  EXPECT_EQ(in_hours(line.path_wait.seconds), 2 + 4 + 4 + 2);
  EXPECT_EQ(line.possession_wait.seconds, 0);
  EXPECT_EQ(line.wait.seconds, 0);
}

TEST(Closure, IsChangedByItsId) {
  const support::Runs runs = support::run_text(
      "name: \"shorter\" include: \"scenarios/toys/closure.txtpb\"\n"
      "change { disruptions { disruptions { id: \"closed\" to: \"2017-06-01T18:00\" } } }",
      1, true);
  EXPECT_EQ(departures(runs, "EAST"), hours({2, 6, 10, 18, 20, 22, 26, 30, 34, 38, 42, 46}));
  EXPECT_EQ(outcome(runs), (Outcome{1, 1, 2}));
}

// In Warsaw, two hours ahead of UTC, it is over two hours sooner.
TEST(Closure, IsInTheTimeOfItsZone) {
  const std::string text = with(text_of(kToy), "time_zone: \"UTC\"", "time_zone: \"Europe/Warsaw\"");
  // From 10 to 22 h: the train of 10 h waits too.
  EXPECT_EQ(departures(support::run_text(text, 1, true), "EAST"),
            hours({2, 6, 22, 24, 26, 28, 30, 32, 34, 38, 42, 46}));
}

// Closed from 12 to 16 h, and not once more from 36 to 40 h but to 38 h, when it is over.
TEST(Closure, HoursOfStrike) {
  const std::string strike = with(text_of(kToy), "from: \"2017-06-01T12:00\" to: \"2017-06-02T00:00\"",
                                  "from: \"2017-06-01T10:00\" to: \"2017-06-02T14:00\"");
  const std::string closed = "closure { lines: \"E-W\"";
  const support::Runs runs =
      support::run_text(with(strike, closed, closed + " hours { from: \"12:00\" to: \"16:00\" }"), 1, true);
  EXPECT_EQ(departures(runs, "EAST"), hours({2, 6, 10, 16, 18, 22, 26, 30, 34, 38, 42, 46}));
  EXPECT_EQ(outcome(runs), (Outcome{1, 1, 0}));
  EXPECT_EQ(in_hours(runs.replications[0].lines[0][0].closure_wait.seconds), 2);
}

// What a possession closes anyway counts as closed by the disruption; the rest is the possession's.
TEST(Closure, BesideAPossession) {
  const std::string text = with(text_of(kToy), "paths_per_day: 12",
                                "paths_per_day: 12 possessions { from: \"2017-06-01T20:00\" to: "
                                "\"2017-06-02T02:00\" time_zone: \"UTC\" }");
  const support::Runs runs = support::run_text(text, 1, true);
  EXPECT_EQ(departures(runs, "EAST"), hours({2, 6, 10, 26, 28, 30, 32, 34, 36, 38, 42, 46}));
  const rail::LineObservation& line = runs.replications[0].lines[0][0];
  EXPECT_EQ(in_hours(line.closure_wait.seconds), 10 + 6 + 2);
  EXPECT_EQ(in_hours(line.possession_wait.seconds), 2 + 2 + 2);
}

support::Runs quota_and_closed(const std::string& from, const std::string& to) {
  return support::run_text(text_of("scenarios/toys/quota.txtpb") +
                               "disruptions { disruptions { id: \"shut\" from: \"" + from + "\" to: \"" + to +
                               "\" time_zone: \"UTC\" closure { lines: \"AB\" } } }",
                           1, true);
}

// An hour's run: nobody may enter from 16:30 on. The train of 16:00 finds the day's quota used up until
// 18:00: half an hour of that is the quota's, and from 16:30 to 20:00 it is the closure's, as for the train
// of 18:00. The others wait for the quotas of later days.
TEST(Closure, WithinTheWaitForAQuota) {
  const support::Runs runs = quota_and_closed("1970-01-01T17:30", "1970-01-01T20:00");
  const rail::LineObservation& line = runs.replications[0].lines[0][0];
  EXPECT_EQ(in_hours(line.path_wait.seconds), 0.5 + 22 + 20 + 42);
  EXPECT_EQ(in_hours(line.closure_wait.seconds), 3.5 + 2);
  EXPECT_EQ(line.wait.seconds, 2 * 10 * kMinute) << "headways behind the first train of a day";
}

// Until 60 h; kept out from 17 h on. The quota of the first day held the train of 16 h for its first hour.
// Two go at 60 h, two at 66 h, one at 90 h, when further days begin at B.
TEST(Closure, LongAfterAQuotaWasUsedUp) {
  const support::Runs runs = quota_and_closed("1970-01-01T18:00", "1970-01-03T12:00");
  const rail::LineObservation& line = runs.replications[0].lines[0][0];
  EXPECT_EQ(in_hours(line.path_wait.seconds), 1 + 6 + 6 + 30);
  EXPECT_EQ(in_hours(line.closure_wait.seconds), 43 + 42 + 40 + 38 + 36);
  EXPECT_EQ(line.wait.seconds, 2 * 10 * kMinute);
}

// A path every 6 h. The second train, ready at 0:01, has its path at 6:00, and could not leave before the
// line closes from 4:00 on.
TEST(Possession, WithinTheWaitForAPath) {
  const support::Runs runs = support::run_text(
      with(
          with(
              text_of("tests/networks/paths.txtpb"), "paths_per_day: 24",
              "paths_per_day: 4 possessions { weekly { from: \"05:00\" to: \"06:30\" } time_zone: \"UTC\" }"),
          "times { seconds: 600 } times { seconds: 1200 } times { seconds: 1800 }",
          "times { seconds: 0 } times { seconds: 60 }"),
      1, true);
  EXPECT_EQ(departures(runs, "A"), (Times{0, 6 * kHour + 30 * kMinute}));
  const rail::LineObservation& line = runs.replications[0].lines[0][0];
  EXPECT_EQ(line.path_wait.seconds, 4 * kHour - kMinute);
  EXPECT_EQ(line.possession_wait.seconds, 2 * kHour + 30 * kMinute);
  EXPECT_EQ(line.wait.seconds, 0);
}

// With 4 paths a day, a train every 6 h at most, until the cut ends.
TEST(CapacityCut, FewerPathsWhileItLasts) {
  const support::Runs runs = run_with("capacity_cut { line: \"E-W\" paths_per_day: 4 }");
  EXPECT_EQ(departures(runs, "EAST"), hours({2, 6, 10, 16, 22, 24, 26, 30, 34, 38, 42, 46}));
  EXPECT_EQ(outcome(runs), (Outcome{3, 1, 0}));
  EXPECT_EQ(in_hours(runs.replications[0].lines[0][0].path_wait.seconds), 2 + 4 + 2);
}

// A desk of two servers, 6 h a train. As one is cut, the trains of 6 h and of 10 h are finished.
TEST(CapacityCut, FewerServersOnceTheirWorkIsDone) {
  std::string text = with(text_of(kToy), "services {", R"(processes {
  resources { id: "desk" point: "EAST" servers: 2 }
  processes { id: "p" point: "EAST" role: ORIGIN direction: WESTBOUND stages { name: "check" resource: "desk" duration { unit: HOURS constant: 6 } } }
}
services {)");
  text = with(text, "closure { lines: \"E-W\" }", "capacity_cut { resource: \"desk\" servers: 1 }");
  const support::Runs runs = support::run_text(text, 1, true);
  EXPECT_EQ(departures(runs, "EAST"), hours({8, 12, 16, 22, 28, 30, 34, 36, 40, 44, 48, 52}));
  EXPECT_EQ(outcome(runs), (Outcome{3, 1, 0}));
  EXPECT_EQ(in_hours(runs.replications[0].resources[0].wait.seconds), 2 + 4 + 2 + 2);
}

// From 12 h to 24 h trains take two hours; the one of 22 h is there as the order ends.
TEST(SlowOrder, TrainsTakeLongerMeanwhile) {
  const support::Runs runs = run_with("slow_order { lines: \"E-W\" factor: 2 }");
  EXPECT_EQ(arrivals(runs, "WEST"), hours({3, 7, 11, 16, 20, 24, 27, 31, 35, 39, 43, 47}));
  EXPECT_EQ(outcome(runs), (Outcome{0, 0, 0}));
}

// The toy with a slow order of factor 2 from 12 h until then, and a possession.
support::Runs run_slowed(const std::string& until, const std::string& possession) {
  std::string text =
      with(text_of(kToy), "closure { lines: \"E-W\" }", "slow_order { lines: \"E-W\" factor: 2 }");
  text = with(text, "to: \"2017-06-02T00:00\"", "to: \"" + until + "\"");
  return support::run_text(
      with(text, "paths_per_day: 12", "possessions { " + possession + " time_zone: \"UTC\" }"), 1, true);
}

constexpr const char* kMorning = "from: \"2017-06-01T09:00\" to: \"2017-06-01T13:00\"";

// The train of 10 h asks before the order is in force, and enters at 13 h, when it is.
TEST(SlowOrder, CountsFromWhenATrainEnters) {
  const support::Runs runs = run_slowed("2017-06-01T18:00", kMorning);
  EXPECT_EQ(arrivals(runs, "WEST"), hours({3, 7, 15, 17, 19, 23, 27, 31, 35, 39, 43, 47}));
  EXPECT_EQ(in_hours(runs.replications[0].lines[0][0].possession_wait.seconds), 3);
  EXPECT_EQ(in_hours(runs.replications[0].lines[0][0].wait.seconds), 1 + 2)
      << "of the train of 14 h, and two slow runs";
}

// The train of 14 h asks while it is in force, and enters at 16 h, when it is not: it would not fit before
// the possession from 15 h on, from when half of its run would be slow.
TEST(SlowOrder, IsOverForThoseThatEnterLater) {
  const support::Runs runs =
      run_slowed("2017-06-01T14:30", "from: \"2017-06-01T15:00\" to: \"2017-06-01T16:00\"");
  EXPECT_EQ(arrivals(runs, "WEST"), hours({3, 7, 11, 17, 19, 23, 27, 31, 35, 39, 43, 47}));
  EXPECT_EQ(in_hours(runs.replications[0].lines[0][0].possession_wait.seconds), 2);
}

// Of each container: three hours' runs in slow time have an hour more each, which is the line's.
TEST(SlowOrder, TakesTimeThatIsNoRunning) {
  const support::Runs usual = run_with("slow_order { lines: \"E-W\" factor: 1 }");
  const support::Runs runs = run_with("slow_order { lines: \"E-W\" factor: 2 }");
  const auto account = [](const support::Runs& seen) { return seen.replications[0].services.at(0).account; };
  EXPECT_EQ(of(account(runs), rail::Cause::kRunning), of(account(usual), rail::Cause::kRunning));
  EXPECT_EQ(in_hours(of(account(runs), rail::Cause::kSlowed)), 3);
  EXPECT_EQ(of(account(usual), rail::Cause::kSlowed), 0);
  EXPECT_EQ(in_hours(runs.replications[0].lines[0][0].wait.seconds), 3);
}

// On the train of 10 h it comes into force half an hour before the end, for the train of 14 h it ends when a
// quarter of its run is done.
TEST(SlowOrder, HoldsForTheRestOfARun) {
  std::string text =
      with(text_of(kToy), "closure { lines: \"E-W\" }", "slow_order { lines: \"E-W\" factor: 2 }");
  text = with(text, "from: \"2017-06-01T12:00\" to: \"2017-06-02T00:00\"",
              "from: \"2017-06-01T10:30\" to: \"2017-06-01T14:30\"");
  EXPECT_EQ(arrivals(support::run_text(text, 1, true), "WEST"),
            hours({3, 7, 11.5, 15.25, 19, 23, 27, 31, 35, 39, 43, 47}));
}

// Open for an hour and a half at a time, a run of two hours does not fit: all wait until the order is over,
// and it is the possession that keeps them out. Then two follow the first one before it closes at 27:30; the
// train of 26 h would not be through by then.
TEST(SlowOrder, MayBeTooSlowForTheHoursOfTheLine) {
  std::string weekly;
  for (int hour = 3; hour < 24; hour += 2) {
    const auto clock = [](int h) { return (h < 10 ? "\"0" : "\"") + std::to_string(h); };
    weekly += "weekly { from: " + clock(hour) + ":30\" to: " + clock(hour + 1) + ":00\" } ";
  }
  const support::Runs runs = run_slowed("2017-06-02T00:00", weekly);
  EXPECT_EQ(departures(runs, "EAST"), hours({2, 6, 10, 24, 25, 26, 28, 30, 34, 38, 42, 46}));
  const rail::LineObservation& line = runs.replications[0].lines[0][0];
  EXPECT_EQ(in_hours(line.possession_wait.seconds), 10 + 6 + 2 + 1.5);
  EXPECT_EQ(in_hours(line.wait.seconds), 1 + 2 + 0.5);
}

constexpr const char* kPost = "scenarios/toys/opening_hours.txtpb";

support::Runs run_post(const std::string& from, const std::string& to, const std::string& effect) {
  return support::run_text(text_of(kPost) + "disruptions { disruptions { id: \"d\" from: \"2017-03-25T" +
                               from + "\" to: \"2017-03-25T" + to + "\" time_zone: \"UTC\" " + effect +
                               " } }",
                           1, true);
}

// Train 1 is cleared 7-8 and 9-11, and lifted 11-13; nothing changes for the others, whose waits for morning
// stay the office's.
TEST(Closure, OfAnOfficeLetsWorkRest) {
  const support::Runs runs = run_post("08:00", "09:00", "closure { resources: \"BORDER.customs\" }");
  EXPECT_EQ(departures(runs, "BORDER"), hours({13, 34, 36.5}));
  const rail::ResourceObservation& customs = runs.replications[0].resources[0];
  EXPECT_EQ(in_hours(customs.closure_wait.seconds), 1);
  EXPECT_EQ(in_hours(customs.hours_wait.seconds), 3 + 11 + 11);
  EXPECT_EQ(in_hours(customs.busy_seconds), 9) << "while open";
}

// There at 10, train 1 waits for the cranes until 10:30.
TEST(Closure, OfCranes) {
  const support::Runs runs = run_post("09:00", "10:30", "closure { gauge_changes: \"BORDER.lift\" }");
  EXPECT_EQ(departures(runs, "BORDER"), hours({12.5, 34, 36.5}));
  const rail::TerminalObservation& cranes = runs.replications[0].terminals[0];
  EXPECT_EQ(in_hours(cranes.closure_wait.seconds), 0.5);
  EXPECT_EQ(in_hours(cranes.hours_wait.seconds), 0.5);
  EXPECT_EQ(outcome(runs), (Outcome{1, 1, 0}));
}

// Lists of containers by time of release, in seconds.
Times released(const support::Runs& runs) {
  Times times;
  for (const rail::ContainerLeg& leg : runs.replications[0].container_legs) times.push_back(leg.ready);
  std::sort(times.begin(), times.end());
  return times;
}

std::int64_t count_between(const Times& times, std::int64_t from_day, std::int64_t to_day) {
  return std::count_if(times.begin(), times.end(),
                       [&](std::int64_t time) { return time >= from_day * 86400 && time < to_day * 86400; });
}

// Half a year at the threefold rate: twice as many containers more, the very same ones before.
TEST(DemandSurge, AddsContainers) {
  const std::string text = text_of("scenarios/toys/season.txtpb");
  const auto surge = [&](const std::string& of) {
    return released(support::run_text(
        text +
            "disruptions { disruptions { id: \"d\" from: \"2017-03-01T00:00\" to: \"2017-09-01T00:00\" "
            "time_zone: \"UTC\" demand_surge { factor: 3 " +
            of + " } } }",
        1, true));
  };
  const Times usual = released(support::run_text(text, 1, true)), more = surge("");
  EXPECT_EQ(count_between(more, 0, 59), count_between(usual, 0, 59));
  const auto ratio =
      static_cast<double>(count_between(more, 59, 243)) / static_cast<double>(count_between(usual, 59, 243));
  EXPECT_NEAR(ratio, 3, 0.25);
  EXPECT_TRUE(std::equal(more.begin(), more.begin() + count_between(more, 0, 58), usual.begin()));
}

// Of the three tracks that each way has at C and at B, each is held 4.5 h, and an hour more at most for
// trains the other way between: 13 to 16 trains a day each way, so that the queue of ten days has gone in two
// weeks. With five of six tracks for one way the other has one left, and at 5 trains a day it grows for ever.
TEST(Closure, StationsThatFaceEachOtherRecover) {
  const support::Runs runs = support::run("tests/networks/facing.txtpb", 1, true);
  for (const char* end : {"A", "D"}) {
    const Times in = arrivals(runs, end);
    const auto between = [&in](int from, int to) {
      return std::count_if(in.begin(), in.end(), [from, to](std::int64_t time) {
        return time >= from * 24 * kHour && time < to * 24 * kHour;
      });
    };
    EXPECT_EQ(between(11, 20), 0) << end;
    EXPECT_GE(between(21, 26), 5 * 13) << end;
    EXPECT_LE(between(21, 26), 5 * 16 + 3) << end << ": three may stand there as they begin to count";
    EXPECT_EQ(between(50, 60), 80) << end;
  }
}

}  // namespace
}  // namespace networks
