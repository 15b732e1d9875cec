// Lines that only so many trains may be on their way to; the network is drawn in
// scenarios/toys/loading_limit.txtpb.
#include <gtest/gtest.h>

#include <string>

#include "models/observations.h"
#include "tests/networks/trips.h"

namespace networks {
namespace {

constexpr const char* kToy = "scenarios/toys/loading_limit.txtpb";

Times minutes(Times times) {
  for (std::int64_t& time : times) time *= kMinute;
  return times;
}

support::Runs run_with(const std::string& pattern, const std::string& instead) {
  return support::run_text(with_match(text_of(kToy), pattern, instead), 1, true);
}

TEST(LoadingLimit, TrainsAreLoadedAsOthersEnterTheLine) {
  const support::Runs runs = support::run(kToy, 1, true);
  EXPECT_EQ(departures(runs, "A"), minutes({20, 30, 390, 750, 1110}));
  EXPECT_EQ(departures(runs, "P"), minutes({20, 380, 740, 1100, 1460, 1820}));
  EXPECT_EQ(arrivals(runs, "B"), minutes({80, 440, 800, 1160, 1520, 1880}));
}

// Also of the one at P, whose permit has no way to go but takes as long. Those of A are made a second apart.
TEST(LoadingLimit, TheWaitIsForThePathOfALineFurtherOn) {
  const support::Runs runs = support::run(kToy, 1, true);
  const rail::Observations& seen = runs.replications[0];
  const rail::WaitSum& at_a = seen.points[point_named(runs, "A")].loading_wait;
  EXPECT_EQ(at_a.seconds, (20 + 30 + 390 + 750 + 1110) * kMinute - (1 + 2 + 3 + 4));
  EXPECT_EQ(at_a.visits, 5);
  EXPECT_EQ(seen.points[point_named(runs, "P")].loading_wait.seconds, 20 * kMinute);
  std::int64_t path = 0;
  for (const rail::TrainStop& stop : seen.train_stops)
    path += stop.wait[static_cast<std::size_t>(rail::Cause::kPath)];
  EXPECT_EQ(path, (at_a.seconds + 20 * kMinute) + seen.lines[0][1].path_wait.seconds);
}

// Two notices later than without, and as often.
TEST(LoadingLimit, CostsTheLineNothing) {
  const support::Runs runs = run_with("loading_limit_towards_to: 2", "");
  EXPECT_EQ(departures(runs, "A"), minutes({0, 10, 20, 30, 40}));
  Times without = arrivals(runs, "B");
  for (std::int64_t& time : without) time += 20 * kMinute;
  EXPECT_EQ(arrivals(support::run(kToy, 1, true), "B"), without);
}

// One train at a time: A's first, then P's, which asked before A's second.
TEST(LoadingLimit, OfOneTrain) {
  const support::Runs runs = run_with("loading_limit_towards_to: 2", "loading_limit_towards_to: 1");
  EXPECT_EQ(departures(runs, "A"), minutes({20, 450, 810, 1170, 1530}));
}

// A answers for A-P, one train at a time, and only then P is asked, from where its own train has gone at
// 0:20. Two of A have permits of both when P-B takes its next train at 6:20; from then on one more each time.
TEST(LoadingLimit, OfTwoLinesOneAfterTheOther) {
  const support::Runs runs = run_with("headway \\{ seconds: 600 \\} \\}", "loading_limit_towards_to: 1 }");
  EXPECT_EQ(departures(runs, "A"), minutes({40, 70, 390, 750, 1110}));
}

// Without a notice asking takes a second, and the answer another.
TEST(LoadingLimit, WithoutANotice) {
  const support::Runs runs = run_with("dispatching \\{ notice \\{ seconds: 600 \\} \\}", "");
  EXPECT_EQ(departures(runs, "A"), (Times{2, 2 + 600, 6 * kHour + 3, 12 * kHour + 3, 18 * kHour + 3}));
  EXPECT_EQ(departures(runs, "P").front(), 2);
}

TEST(LoadingLimit, OfTheOtherWayHoldsNobody) {
  const support::Runs runs = run_with("loading_limit_towards_to: 2", "loading_limit_towards_from: 2");
  EXPECT_EQ(departures(runs, "A"), minutes({0, 10, 20, 30, 40}));
}

// As before, but A-P is single track with passing places, whose sections have no desks. Its first section is
// granted ten minutes after the permits are there; so the second train of A has that of A-P ten minutes
// later, too.
TEST(LoadingLimit, OfALineWithPassingPlaces) {
  const support::Runs runs =
      run_with("tracks: 2 headway \\{ seconds: 600 \\} \\}",
               "tracks: 1 passing_places: 3 headway { seconds: 600 } loading_limit_towards_to: 1 }");
  EXPECT_EQ(departures(runs, "A"), minutes({50, 90, 400, 760, 1120}));
}

// A is narrow gauge: its train is lifted at P, where it is no train that begins there. It asks for a permit
// of A-P alone, and gives none back as it enters P-B, for one train of P at a time. Of these, made a second
// apart, the first has one at 0:20 and enters; the second at 0:30, and enters at 6:20; the train of A is
// behind it and enters at 12:20; the third has one at 6:30, enters at 18:20, and so the last one at 18:30.
TEST(LoadingLimit, NotOfTrainsFromAChangeOfGauge) {
  std::string text = text_of(kToy);
  const auto replace = [&text](const std::string& pattern, const std::string& instead) {
    text = with_match(text, pattern, instead);
  };
  replace("\"A\" country: \"XX\" gauges_mm: 1520", "\"A\" country: \"XX\" gauges_mm: 1435");
  replace("\"P\" country: \"XX\" gauges_mm: 1520", "\"P\" country: \"XX\" gauges_mm: 1435 gauges_mm: 1520");
  replace("to: \"P\" gauge_mm: 1520", "to: \"P\" gauge_mm: 1435");
  replace("seconds: 600 \\} \\}\n  lines", "seconds: 600 } loading_limit_towards_to: 1 }\n  lines");
  replace("loading_limit_towards_to: 2", "loading_limit_towards_to: 1");
  replace("own_containers: 1\n( *times \\{ seconds: 0 \\}){5}", "own_containers: 1 times { seconds: 0 }");
  replace("own_containers: 1 times \\{ seconds: 0 \\} \\}",
          "own_containers: 1 times { seconds: 0 } times { seconds: 0 } times { seconds: 0 } times { seconds: "
          "0 } }");
  replace("services \\{\n  services", R"(processes {
  gauge_changes { id: "lift" point: "P" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 1 lifts_per_hour: 60 }
}
services {
  services)");
  const support::Runs runs = support::run_text(text, 1, true);
  EXPECT_EQ(departures(runs, "A"), minutes({20}));
  EXPECT_EQ(arrivals(runs, "B"), minutes({80, 440, 800, 1160, 1520}));
  const rail::WaitSum& wait = runs.replications[0].points[point_named(runs, "P")].loading_wait;
  EXPECT_EQ(wait.visits, 4);
  EXPECT_EQ(wait.seconds, (20 + 30 + 390 + 1110) * kMinute - (1 + 2 + 3));
}

// Cut after three hours: two of A have left, three wait for permits.
TEST(LoadingLimit, WaitsOnAtTheEndOfTheRun) {
  const support::Runs runs = run_with("counted \\{ seconds: 864000", "counted { seconds: 10800");
  const rail::WaitSum& wait = runs.replications[0].points[point_named(runs, "A")].loading_wait;
  EXPECT_EQ(wait.still_waiting, 3);
  EXPECT_EQ(wait.open_seconds, 3 * 180 * kMinute - (2 + 3 + 4));
}

// And one of the two waits for papers at A, which has its permit and no longer waits for it.
TEST(LoadingLimit, ALoadedTrainWaitsForOtherThings) {
  std::string text = with_match(text_of(kToy), "seconds: 864000", "seconds: 10800");
  text = with_match(text, "services \\{\n  services", R"(processes {
  resources { id: "desk" point: "A" servers: 1 }
  processes { id: "papers" point: "A" role: ORIGIN direction: WESTBOUND stages { name: "papers" resource: "desk" duration { unit: HOURS constant: 5 } } }
}
services {
  services)");
  const support::Runs runs = support::run_text(text, 1, true);
  const rail::Observations& seen = runs.replications[0];
  const rail::WaitSum& permits = seen.points[point_named(runs, "A")].loading_wait;
  EXPECT_EQ(permits.seconds, (20 + 30) * kMinute - 1);
  EXPECT_EQ(permits.still_waiting, 3);
  EXPECT_EQ(seen.resources[0].wait.open_seconds, 150 * kMinute);
  EXPECT_EQ(seen.open_waits.trains, 3 + 1);
}

}  // namespace
}  // namespace networks
