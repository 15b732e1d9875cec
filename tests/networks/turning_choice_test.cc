// Trains that turn back and choose their way anew: which ways, how they are counted, how long they are held.
// By hand, on toys that are drawn at the heads of their files.
#include <gtest/gtest.h>

#include <numeric>

#include "tests/networks/trips.h"
#include "tests/networks/turning_toys.h"

namespace networks {
namespace {

constexpr std::int64_t at(std::int64_t day, std::int64_t hour) { return day * 24 * kHour + hour * kHour; }

// Another closure, from day to day after the start.
std::string closing(std::string text, const std::string& line, const std::string& from, const std::string& to,
                    const std::string& rule = "") {
  return with(std::move(text), "  rerouting {",
              "  disruptions {\n    id: \"" + line + "\" from: \"2017-06-" + from + "\" to: \"2017-06-" + to +
                  "\" time_zone: \"UTC\" " + rule + " closure { lines: \"" + line +
                  "\" }\n    provenance { assumption: true note: \"a toy\" }\n  }\n  rerouting {");
}

// S-W closes too, on day 10, for three days: still the better way. The train of day 9, 21 h, turns at SOUTH,
// and waits for day 12, 15 h, with ten that come to EAST meanwhile. They choose the same way again, and count
// once.
TEST(TurningChoice, OfATrainThatGoesRoundAlready) {
  const support::Runs runs =
      support::run_text(closing(two_ways(), "S-W", "11T00:00", "14T00:00", "rule: TURN"), 1, true);
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.rerouted[0].turned, 2);
  EXPECT_EQ(seen.rerouted[0].at_origin, 34 + 1);
  const Times south = arrivals(runs, "SOUTH");
  EXPECT_EQ(std::count_if(south.begin(), south.end(),
                          [](std::int64_t time) { return time >= at(13, 0) && time < at(13, 2); }),
            11 + 1)
      << "and the train of that hour";
  EXPECT_EQ(seen.disruptions[1].trains_held, 11 + 1) << "and one that came to SOUTH as it closed";
}

// And E-S closes while these eleven wait: they go by NORTH as planned, for day 15. Those that were sent round
// before they left, day 5, 3 h, to day 12, 9 h, stay counted, and the one that turned at NORTH.
TEST(TurningChoice, BackToThePlannedWayIsNoOtherWay) {
  std::string text = closing(two_ways(), "S-W", "11T00:00", "14T00:00", "rule: TURN");
  text = closing(text, "E-S", "13T10:00", "20T00:00");
  const support::Runs runs = support::run_text(text, 1, true);
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.rerouted[0].turned, 2);
  EXPECT_EQ(seen.rerouted[0].at_origin, 7 * 4 + 2 + 1);
  const Times north = arrivals(runs, "NORTH");
  // With those of day 12, 15 h, to day 14, 15 h.
  EXPECT_EQ(std::count_if(north.begin(), north.end(),
                          [](std::int64_t time) { return time >= at(15, 0) && time < at(15, 4); }),
            11 + 9);
}

// As full as the lines of the other way allow.
TEST(TurningChoice, WhereItJustFits) {
  std::string text =
      with(two_ways(), "to: \"SOUTH\" gauge_mm: 1520", "to: \"SOUTH\" gauge_mm: 1520 max_feu: 2");
  text = with(text, "train_feu: 1 own_containers: 1", "train_feu: 2 own_containers: 2");
  EXPECT_EQ(support::run_text(text).replications[0].rerouted[0].at_origin, 34 + 1);
}

// By SOUTH it is narrow gauge. New trains go there, but not the one that turned: it stands on its wagons.
TEST(TurningChoice, NotOnOtherWagons) {
  std::string text = two_ways();
  for (const char* point : {"EAST", "SOUTH", "WEST"}) {
    const std::string id = "id: \"" + std::string(point) + "\" country: \"AF\"";
    text = with(text, id, id + " gauges_mm: 1435");
  }
  text = with(text, "to: \"SOUTH\" gauge_mm: 1520", "to: \"SOUTH\" gauge_mm: 1435");
  text = with(text, "from: \"SOUTH\" to: \"WEST\" gauge_mm: 1520",
              "from: \"SOUTH\" to: \"WEST\" gauge_mm: 1435");
  const support::Runs runs = support::run_text(text, 1, true);
  EXPECT_EQ(runs.replications[0].rerouted[0].turned, 1);
  EXPECT_EQ(runs.replications[0].rerouted[0].at_origin, 34);
  EXPECT_EQ(departures(runs, "SOUTH").size(), 34U);
}

// Half of the trains are planned by SOUTH, 10 days away, which no train of the other half prefers to a wait
// of less. Those that wait for NORTH are planned anew as they were at first.
TEST(TurningChoice, IsDrawnOnce) {
  std::string text = with(two_ways(), "length_km: 540 tracks: 2 speed_km_per_day: 1440",
                          "length_km: 4800 tracks: 2 speed_km_per_day: 480");
  text = with(text, "direction: WESTBOUND", "direction: WESTBOUND route_choice { rule: SPREAD routes: 2 }");
  const support::Runs turned = support::run_text(text, 1, true),
                      held = support::run_text(with(text, "rule: TURN", "rule: HOLD"), 1, true);
  const rail::Observations& seen = turned.replications[0];
  EXPECT_GE(seen.points[point_named(turned, "EAST")].closure_wait.visits, 10);
  EXPECT_EQ(seen.rerouted[0].at_origin, 0);
  constexpr std::size_t kToSouth = 2;  // E-S
  EXPECT_GT(seen.lines[0][kToSouth].trains, 10);
  EXPECT_EQ(seen.lines[0][kToSouth].trains, held.replications[0].lines[0][kToSouth].trains);
}

// E-N closes while four wait at EAST, and the way round it by X, 2 h longer, leads to the closed line as
// well: they are held until they enter it. They leave at 16.5 h and come to NORTH from 2 h on; the train of
// 15 h, which knew, at 0.5 h. It enters at once, the others at 2, 3, 4 and 5 h.
TEST(TurningChoice, StaysHeldOnAnyWayToTheClosedLine) {
  std::string text = with(two_ways(), "network {\n", R"(network {
  points { id: "X" country: "AF" gauges_mm: 1520 }
  lines { id: "E-X" from: "EAST" to: "X" gauge_mm: 1520 length_km: 60 tracks: 2 speed_km_per_day: 1440 }
  lines { id: "X-N" from: "X" to: "NORTH" gauge_mm: 1520 length_km: 510 tracks: 2 speed_km_per_day: 1440 }
)");
  const support::Runs runs = support::run_text(closing(text, "E-N", "15T10:00", "20T00:00"), 1, true);
  const rail::DisruptionObservation& closed = runs.replications[0].disruptions[0];
  const Times x = departures(runs, "X");
  EXPECT_EQ(std::count_if(x.begin(), x.end(),
                          [](std::int64_t time) { return time >= at(14, 16) && time < at(14, 20); }),
            5);
  EXPECT_EQ(static_cast<double>(closed.clear_s) / kHour, 5);
}

// The toy of turning with MID half way to the border.
std::string with_mid() {
  const std::string text =
      with(text_of("scenarios/toys/turned.txtpb"), "network {\n",
           "network {\n  points { id: \"MID\" country: \"AF\" gauges_mm: 1520 }\n"
           "  lines { id: \"M-B\" from: \"MID\" to: \"BORDER\" gauge_mm: 1520 length_km: 180 "
           "tracks: 2 speed_km_per_day: 1440 }\n");
  return with(text, "to: \"BORDER\" gauge_mm: 1520 length_km: 360",
              "to: \"MID\" gauge_mm: 1520 length_km: 180");
}

// A line that closes later, but comes first: trains turn at the border as they would without it.
TEST(TurningChoice, BeforeTheLastOfSeveralLines) {
  const std::string text = closing(with_mid(), "M-B", "12T00:00", "13T12:00", "rule: TURN");
  const rail::Observations seen = support::run_text(text).replications[0];
  EXPECT_EQ(seen.rerouted[0].turned, 1);
  EXPECT_EQ(seen.disruptions[0].trains_held, 20);
  EXPECT_GT(seen.disruptions[1].trains_held, 0);
}

// M-B is closed, of the first leg. Trains lifted at BORDER before it run through X meanwhile: what lies
// behind them turns none.
TEST(TurningChoice, BeforeAClosedLineNotBehindIt) {
  std::string text = with(with_mid(), "network {\n", R"(network {
  points { id: "X" country: "AF" gauges_mm: 1520 }
  lines { id: "B-X" from: "BORDER" to: "X" gauge_mm: 1520 length_km: 720 tracks: 2 speed_km_per_day: 1440 }
)");
  text = with(text, "from: \"BORDER\" to: \"WEST\"", "from: \"X\" to: \"WEST\"");
  for (const char* point : {"EAST", "MID", "BORDER"}) {
    const std::string id = "id: \"" + std::string(point) + "\" country: \"AF\"";
    text = with(text, id, id + " gauges_mm: 1435");
  }
  text = with(text, "to: \"MID\" gauge_mm: 1520", "to: \"MID\" gauge_mm: 1435");
  text = with(text, "to: \"BORDER\" gauge_mm: 1520", "to: \"BORDER\" gauge_mm: 1435");
  text = with(text, "closure { lines: \"B-W\" }", "closure { lines: \"M-B\" }");
  text = with(text, "services {", R"(processes {
  gauge_changes { id: "lift" point: "BORDER" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 9 lifts_per_hour: 1000 }
}
services {)");
  const support::Runs runs = support::run_text(text, 1, true);
  // Those of day 3, 9 and 15 h; that of 21 h comes to MID as it closes.
  for (const char* point : {"X", "WEST"}) {
    const Times there = arrivals(runs, point);
    EXPECT_EQ(std::count_if(there.begin(), there.end(),
                            [](std::int64_t time) { return time > at(4, 1) && time < at(9, 0); }),
              2)
        << point;
  }
}

// From EAST to WEST a watch sees the turned train from its second start, as its leg. It was at MID before it
// turned, and is there again: seen twice, and not on its way back.
TEST(TurningChoice, WatchesSeeItAnew) {
  const std::string text = with(with_mid(), "experiment {", R"(experiment {
  watches { id: "all" from: "EAST" to: "WEST" direction: WESTBOUND }
  watches { id: "half" from: "EAST" to: "MID" direction: WESTBOUND }
)");
  const support::Runs runs = support::run_text(text, 1, true);
  const rail::Observations& seen = runs.replications[0];
  ASSERT_EQ(seen.rerouted[0].turned, 1);
  std::int64_t run = 0;
  for (const rail::ContainerLeg& one : seen.container_legs) run += one.arrived - one.departed;
  EXPECT_EQ(seen.watches[0].travel.count(), static_cast<std::int64_t>(seen.container_legs.size()));
  EXPECT_EQ(seen.watches[0].travel.sum(), run);
  EXPECT_EQ(seen.watches[1].travel.sum(), seen.watches[1].travel.count() * 3 * kHour);
  const Times mid = arrivals(runs, "MID");
  EXPECT_EQ(seen.watches[1].travel.count(), static_cast<std::int64_t>(mid.size()) - 1);
}

// Cut at midnight of day 6: the turned one waits at EAST since 9 h of day 4, others since 3, 9, 15 and 21 h
// of days 4 and 5.
TEST(TurningChoice, WaitsOnAtTheEndOfTheRun) {
  const std::string text = with(text_of("scenarios/toys/turned.txtpb"), "counted { seconds: 1209600 }",
                                "counted { seconds: 518400 }");
  const support::Runs runs = support::run_text(text);
  const rail::Observations& seen = runs.replications[0];
  const rail::WaitSum& wait = seen.points[point_named(runs, "EAST")].closure_wait;
  EXPECT_EQ(wait.still_waiting, 9);
  EXPECT_EQ(wait.open_seconds, (39 + 45 + 39 + 33 + 27 + 21 + 15 + 9 + 3) * kHour);
  EXPECT_EQ(seen.open_waits.trains, 9);
}

// EAST has 32 locomotives, of which 16 left by day 4 and one came back with the train that turned. So 17 of
// the 20 trains that set out at 18 h of day 8 have one. Ten minutes before it is 19 h the others wait for
// one, and no longer for the closure.
TEST(TurningChoice, WaitsForALocomotiveOnceItSetsOut) {
  const std::string day = "counted { seconds: " + std::to_string(at(8, 18) + 50 * kMinute) + " }";
  const std::string text =
      with(text_of("scenarios/toys/turned.txtpb"), "counted { seconds: 1209600 }", day) +
      "fleets { traction_districts { id: \"d\" lines: \"E-B\" stock { point: \"EAST\" units: 32 } stock { "
      "point: \"BORDER\" units: 1 } } }\n";
  const support::Runs runs = support::run_text(text);
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.stocks[0].wait.still_waiting, 3);
  EXPECT_EQ(seen.points[point_named(runs, "EAST")].closure_wait.still_waiting, 0);
}

// What happens does not hang on when the run ends: a closure that lasts longer is known to.
TEST(TurningChoice, KnowsOfTheEndOfAClosureBeyondThatOfTheRun) {
  const auto cut = [](const std::string& text, int days) {
    const std::string counted = "counted { seconds: ";
    const std::size_t place = text.find(counted) + counted.size();
    return support::run_text(
        std::string(text).replace(place, text.find(' ', place) - place, std::to_string(at(days, 0))), 1,
        true);
  };
  for (const std::string& text : {text_of("scenarios/toys/turned.txtpb"), two_ways()}) {
    const support::Runs all = cut(text, 20);
    for (const int days : {6, 7, 8}) {
      const support::Runs some = cut(text, days);
      for (const char* point : {"EAST", "BORDER", "NORTH", "SOUTH", "WEST"}) {
        Times expected = departures(all, point);
        std::erase_if(expected, [days](std::int64_t time) { return time >= at(days, 0); });
        EXPECT_EQ(departures(some, point), expected) << point << " until day " << days;
      }
    }
  }
}

}  // namespace
}  // namespace networks
