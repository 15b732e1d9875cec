// What disruptions held, and when it was normal again.
#include <gtest/gtest.h>

#include "tests/networks/trips.h"

namespace networks {
namespace {

// A desk with an hour's work, then the line; both closed from 12 to 15 h and from 16 to 20 h. The train of 14
// h waits at the desk until 15 h and at the line until 20 h, that of 18 h at the desk until 20 h and for its
// path until 22 h, that of 22 h for its path until 24 h: five waits of three trains.
TEST(Closure, HoldsATrainAtTwoPlacesOnce) {
  const std::string text = with(text_of("scenarios/toys/closure.txtpb"), "services {", R"(processes {
  resources { id: "desk" point: "EAST" servers: 1 }
  processes { id: "p" point: "EAST" role: ORIGIN direction: WESTBOUND stages { name: "check" resource: "desk" duration { unit: HOURS constant: 1 } } }
}
services {)");
  const support::Runs runs = support::run_text(
      with(text, "closure { lines: \"E-W\" }",
           "closure { lines: \"E-W\" resources: \"desk\" hours { from: \"12:00\" to: \"15:00\" } hours { "
           "from: \"16:00\" to: \"20:00\" } }"),
      1, true);
  EXPECT_EQ(departures(runs, "EAST"), hours({3, 7, 11, 20, 22, 24, 27, 31, 35, 39, 43, 47}));
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.resources[0].closure_wait.visits_waiting, 2);
  EXPECT_EQ(seen.lines[0][0].closure_wait.visits_waiting, 1);
  EXPECT_EQ(seen.lines[0][0].path_wait.visits_waiting, 2);
  EXPECT_EQ(seen.disruptions.at(0).trains_held, 3);
}

// X--`to_x`--(X)--1 h, closed on days 2 and 3--(B), a train every 3 h; `rule`: how station tracks do.
support::Runs run_behind(const std::string& rule, const std::string& to_x) {
  return support::run_text(R"(name: "behind"
network {
  dispatching { station_tracks: )" +
                               rule + R"( }
  points { id: "A" country: "XX" gauges_mm: 1520 }
  points { id: "X" country: "XX" gauges_mm: 1520 tracks { gauge_mm: 1520 count: 3 usable_length_m: 1000 } }
  points { id: "B" country: "XX" gauges_mm: 1520 }
  lines { id: "AX" from: "A" to: "X" gauge_mm: 1520 speed_km_per_day: 1440 )" +
                               to_x + R"( }
  lines { id: "XB" from: "X" to: "B" gauge_mm: 1520 speed_km_per_day: 1440 length_km: 60 tracks: 1 }
}
services { services { id: "s" origin: "A" destination: "B" direction: WESTBOUND formation { rule: RATE train_feu: 1 own_containers: 1 interval { unit: HOURS constant: 3 } } } }
disruptions { disruptions { id: "x" from: "1970-01-03T00:00" to: "1970-01-05T00:00" time_zone: "UTC" closure { lines: "XB" } } }
experiment { counted { seconds: 1728000 } replications: 1 }
)",
                           1, true);
}

// Sixteen trains come to X while it is closed. Where station tracks bind three of them stand there, the
// others one behind the other at passing places, at the end of a double track, and at A: all are held, and it
// is normal again when all are through, as where all of them come up to the closed line.
TEST(Closure, CountsThoseThatFullStationsHoldFarBehindIt) {
  for (const char* to_x : {"length_km: 240 tracks: 1 passing_places: 3 passing_tracks: 2",
                           "length_km: 60 tracks: 2 headway { seconds: 1800 }"}) {
    const rail::DisruptionObservation all = run_behind("RECORDED", to_x).replications[0].disruptions.at(0);
    const support::Runs runs = run_behind("BINDING", to_x);
    const rail::DisruptionObservation seen = runs.replications[0].disruptions.at(0);
    EXPECT_NEAR(static_cast<double>(all.trains_held), 16, 1) << to_x;
    EXPECT_NEAR(static_cast<double>(seen.trains_held), static_cast<double>(all.trains_held), 2) << to_x;
    EXPECT_NEAR(static_cast<double>(seen.most_waiting), static_cast<double>(all.most_waiting), 2) << to_x;
    EXPECT_NEAR(in_hours(seen.clear_s), in_hours(all.clear_s), 4) << to_x;
    EXPECT_EQ(runs.replications[0].held_at_points.size(), 3U);
    EXPECT_LE(arrivals(runs, "X").size(), departures(runs, "X").size() + 3);
  }
}

// Fifty trains a day for two weeks where thirty come, over a line with 40 paths a day: a queue that grows,
// and is gone in about as long. Its trains wait nowhere but before the line: what is reported of the surge,
// whose queue is everything, is what is reported of an order at the same time that slows nothing down: when
// all that came while it lasted has gone, there still are more trains than before.
TEST(DemandSurge, IsClearWhenNoMoreTrainsWaitThanBefore) {
  const support::Runs runs = support::run_text(R"(name: "surge"
network {
  points { id: "A" country: "XX" gauges_mm: 1435 }
  points { id: "B" country: "XX" gauges_mm: 1435 }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 60 tracks: 2 speed_km_per_day: 1440 paths_per_day: 40 }
}
services { services { id: "s" origin: "A" destination: "B" direction: WESTBOUND formation { rule: FULL_LOAD train_feu: 10 } } }
demand { flows { id: "goods" service: "s" containers_per_year: 109500 } }
disruptions {
  disruptions { id: "rush" from: "2017-03-01T00:00" to: "2017-03-15T00:00" time_zone: "UTC" demand_surge { factor: 1.667 } }
  disruptions { id: "none" from: "2017-03-01T00:00" to: "2017-03-15T00:00" time_zone: "UTC" slow_order { lines: "AB" factor: 1 } }
}
experiment { count_from { seconds: 1483228800 } counted { seconds: 15552000 } replications: 1 }  # 2017, 180 days
)",
                                               1, true);
  const rail::DisruptionObservation& rush = runs.replications[0].disruptions.at(0);
  const rail::DisruptionObservation& none = runs.replications[0].disruptions.at(1);
  EXPECT_GT(rush.trains_held, none.trains_held) << "those too that wait until all of the rush is through";
  EXPECT_EQ(rush.most_waiting, none.most_waiting);
  EXPECT_EQ(rush.clear_s, none.clear_s);
  EXPECT_NEAR(static_cast<double>(rush.most_waiting), 14 * (50 - 40), 50)
      << "of 700 trains; sd 8 of a flow's";
  EXPECT_NEAR(in_hours(rush.clear_s) / 24, static_cast<double>(rush.most_waiting) / (40 - 30), 4);
  EXPECT_EQ(kpi(runs, "disruption/rush/time_to_clear_h"), in_hours(rush.clear_s));
}

// A dozen trains in two hours at A, where all goes on at once. Twenty hours away is a line with a path every
// two hours: the rush comes there long after the surge is over, and takes a day to pass. When the last of its
// containers is there the records of containers tell. To an order that slows nothing down all seems well at
// once.
TEST(DemandSurge, IsNotClearBeforeItsRushHasPassed) {
  const support::Runs runs = support::run_text(R"(name: "surge far away"
network {
  points { id: "A" country: "XX" gauges_mm: 1435 }
  points { id: "B" country: "XX" gauges_mm: 1435 }
  points { id: "C" country: "XX" gauges_mm: 1435 }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 1200 tracks: 2 speed_km_per_day: 1440 }
  lines { id: "BC" from: "B" to: "C" gauge_mm: 1435 length_km: 60 tracks: 2 speed_km_per_day: 1440 paths_per_day: 12 }
}
services { services { id: "s" origin: "A" destination: "C" direction: WESTBOUND formation { rule: FULL_LOAD train_feu: 1 } } }
demand { flows { id: "goods" service: "s" containers_per_year: 730 } }
disruptions {
  disruptions { id: "rush" from: "2017-01-11T00:00" to: "2017-01-11T02:00" time_zone: "UTC" demand_surge { factor: 80 } }
  disruptions { id: "none" from: "2017-01-11T00:00" to: "2017-01-11T02:00" time_zone: "UTC" slow_order { lines: "BC" factor: 1 } }
}
experiment { count_from { seconds: 1483228800 } counted { seconds: 2592000 } replications: 1 }
)",
                                               1, true);
  const std::int64_t from = 10 * 24 * kHour, to = from + 2 * kHour;
  std::int64_t containers = 0, passed = 0;
  for (const rail::ContainerLeg& leg : runs.replications[0].container_legs) {
    if (leg.ready < from || leg.ready >= to) continue;
    ++containers;
    passed = std::max(passed, leg.arrived);
  }
  ASSERT_GE(containers, 8) << "13 in the mean";
  EXPECT_GE(passed - to, (20 + 2 * (containers - 2)) * kHour);
  const rail::DisruptionObservation& rush = runs.replications[0].disruptions.at(0);
  EXPECT_GE(rush.clear_s, passed - to);
  EXPECT_LE(rush.clear_s, passed - to + 12 * kHour) << "who came meanwhile";
  EXPECT_GE(rush.most_waiting, containers - 3) << "but for those that go in its first two hours";
  EXPECT_GE(rush.trains_held, containers - 1);
  EXPECT_LE(rush.trains_held, containers + 4);
  const rail::DisruptionObservation& none = runs.replications[0].disruptions.at(1);
  EXPECT_EQ(none.clear_s, 0);
  EXPECT_LE(none.most_waiting, 1);
}

// Of a surge of all goods, and of one of those of a flow: whose containers the rush is made of.
TEST(DemandSurge, TheServicesWhoseContainersComeInIt) {
  const support::Runs runs = support::run_text(R"(name: "two services"
network {
  points { id: "A" country: "XX" gauges_mm: 1435 }
  points { id: "B" country: "XX" gauges_mm: 1435 }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 60 tracks: 2 speed_km_per_day: 1440 }
}
services {
  services { id: "s" origin: "A" destination: "B" direction: WESTBOUND formation { rule: FULL_LOAD train_feu: 1 } }
  services { id: "t" origin: "B" destination: "A" direction: EASTBOUND formation { rule: FULL_LOAD train_feu: 1 } }
}
demand {
  flows { id: "there" service: "s" containers_per_year: 365 }
  flows { id: "there-too" service: "s" containers_per_year: 365 }
  flows { id: "back" service: "t" containers_per_year: 365 }
}
disruptions {
  disruptions { id: "all" from: "2017-01-02T00:00" to: "2017-01-03T00:00" time_zone: "UTC" demand_surge { factor: 2 } }
  disruptions { id: "one" from: "2017-01-02T00:00" to: "2017-01-03T00:00" time_zone: "UTC" demand_surge { flows: "back" factor: 2 } }
}
experiment { count_from { seconds: 1483228800 } counted { seconds: 864000 } replications: 1 }
)");
  const std::vector<rail::DisruptionInput>& disruptions = runs.model->input().disruptions;
  EXPECT_EQ(disruptions.at(0).services, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(disruptions.at(1).services, (std::vector<std::uint32_t>{1}));
}

}  // namespace
}  // namespace networks
