// Changes of gauge: re-formation, yards, trains too long, ships. Each network is drawn at the head of
// its scenario file.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/networks/trips.h"

namespace networks {
namespace {

std::vector<std::int32_t> containers_departing(const support::Runs& runs, const std::string& id) {
  std::vector<std::int32_t> counts;
  for (const rail::TrainStop& stop : runs.replications.at(0).train_stops) {
    if (stop.point == point_named(runs, id) && stop.departed >= 0) counts.push_back(stop.containers);
  }
  return counts;
}

// Unloaded by 2:00, 3:00, 4:00; then 61 and 62 containers are loaded at 41 an hour, side by side;
// the second train is ready at 5:30:44 and follows the first at the headway of 10 min.
TEST(GaugeChange, ThreeTrainsBecomeTwo) {
  const support::Runs runs = support::run("tests/networks/three_into_two.txtpb", 1, true);
  EXPECT_EQ(containers_departing(runs, "B"), (std::vector<std::int32_t>{61, 62}));
  EXPECT_EQ(departures(runs, "B"), (Times{4 * kHour + 5356, 4 * kHour + 5956}));
  EXPECT_EQ(arrivals(runs, "C"), (Times{5 * kHour + 5356, 5 * kHour + 5956}));
  const rail::TerminalObservation& terminal = runs.replications[0].terminals[0];
  EXPECT_EQ(terminal.lifts, 2 * 3 * 41);
  EXPECT_EQ(terminal.trains_reformed, 3);
  EXPECT_EQ(terminal.busy_seconds, 3 * kHour + 5356 + 5444);
}

// Unloading 1:00-2:00, loading 2:00-3:00; the second train (there at 1:10) has waited for room until then.
TEST(GaugeChange, AFullYardHoldsTheNextTrain) {
  const support::Runs runs = support::run("tests/networks/full_yard.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "B"), (Times{3 * kHour, 5 * kHour}));
  const rail::TerminalObservation& terminal = runs.replications[0].terminals[0];
  EXPECT_EQ(terminal.yard_wait.seconds, 110 * kMinute);
  EXPECT_EQ(terminal.bay_wait.seconds, 0);
  EXPECT_EQ(terminal.most_yard_teu, 82);
}

// By a timetable trains run without containers as well, and beyond the change of gauge they are as long as
// their service's locomotive.
TEST(GaugeChange, TrainsWithoutContainersRunOnWhereTracksBind) {
  const support::Runs runs = support::run_text(R"(name: "empty"
  network {
    dispatching { station_tracks: BINDING }
    points { id: "A" country: "XX" gauges_mm: 1435 }
    points { id: "B" country: "XX" gauges_mm: 1435 gauges_mm: 1520
      tracks { gauge_mm: 1435 count: 2 usable_length_m: 150 } tracks { gauge_mm: 1520 count: 2 usable_length_m: 150 } }
    points { id: "C" country: "XX" gauges_mm: 1520 tracks { gauge_mm: 1520 count: 2 usable_length_m: 150 } }
    lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 60 speed_km_per_day: 1440 tracks: 1 }
    lines { id: "BC" from: "B" to: "C" gauge_mm: 1520 length_km: 60 speed_km_per_day: 1440 tracks: 1 }
  }
  processes { gauge_changes { id: "lift" point: "B" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 1 lifts_per_hour: 60 } }
  services { services { id: "s" origin: "A" destination: "C" direction: WESTBOUND locomotive_length_m: 100
    formation { rule: TIMETABLE train_feu: 1 departures { time_of_day { seconds: 3600 } } } } }
  experiment { counted { seconds: 864000 } replications: 1 })",
                                               1, true);
  EXPECT_EQ(arrivals(runs, "C").size(), 10U);
}

TEST(GaugeChange, ContainersLeaveAtTheLatestDeparture) {
  const support::Runs runs = support::run("tests/networks/latest_departure.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "B"), Times{2 * kHour + 48 * kHour + 1 * kHour});
  EXPECT_EQ(runs.replications[0].services[0].account[static_cast<std::size_t>(rail::Cause::kFormation)],
            41 * 48 * kHour);
}

// 60 lifts off 1:00-2:00, 42 on by 2:42; the 18 others are formed at 8:00 and loaded in 18 min.
TEST(GaugeChange, ATrainTooLongForTheLineIsDivided) {
  const support::Runs runs = support::run("tests/networks/too_long.txtpb", 1, true);
  EXPECT_EQ(containers_departing(runs, "B"), (std::vector<std::int32_t>{42, 18}));
  EXPECT_EQ(departures(runs, "B"), (Times{2 * kHour + 42 * kMinute, 8 * kHour + 18 * kMinute}));
}

// Off by 2:00 and 4:00, twenty on by 6:00, a day at sea, off by 6:00 + 24:00 + 2:00, two trains of ten.
TEST(GaugeChange, AShipGathersTwoTrains) {
  const support::Runs runs = support::run("tests/networks/ship.txtpb", 1, true);
  EXPECT_EQ(departures(runs, "B"), Times{6 * kHour});
  EXPECT_EQ(departures(runs, "C"), (Times{33 * kHour, 34 * kHour}));
  EXPECT_EQ(arrivals(runs, "D"), (Times{34 * kHour, 35 * kHour}));
  EXPECT_EQ(runs.replications[0].conservation.delivered[0], 20);
}

// Half of the groups of three trains are re-formed, whole groups only; no group is left waiting.
TEST(GaugeChange, TheReformedShareIsDrawnForGroups) {
  const support::Runs runs = support::run("tests/networks/group_share.txtpb", 1, true);
  const rail::TerminalObservation& terminal = runs.replications[0].terminals[0];
  EXPECT_EQ(terminal.trains_reformed + terminal.trains_kept, 3000);
  EXPECT_EQ(terminal.trains_reformed % 3, 0);
  EXPECT_NEAR(static_cast<double>(terminal.trains_reformed), 1500, 3.3 * 3 * std::sqrt(1000 * 0.25));
  EXPECT_EQ(static_cast<std::int64_t>(departures(runs, "B").size()),
            terminal.trains_kept + terminal.trains_reformed / 3 * 2);
}

// At 2:30 the first train is unloaded (2:00), the second is in a bay (till 3:00), the third under way: what
// is not lifted over counts as on 1435 mm. The first of the two new trains, with 61 containers, ends at
// 6:29:16.
TEST(GaugeChange, ContainersAreConservedPerGauge) {
  const auto after = [](std::int64_t seconds) {
    std::string text = text_of("tests/networks/three_into_two.txtpb");
    text.replace(text.find("864000"), 6, std::to_string(seconds));
    return support::run_text(text).replications[0].conservation;
  };
  const auto expect = [](const rail::ConservationCheck& sum, std::vector<std::int64_t> inside) {
    EXPECT_EQ(std::vector<std::int64_t>(sum.gauge_inside, sum.gauge_inside + rail::kGauges), inside);
    EXPECT_EQ(std::vector<std::int64_t>(sum.gauge_balance, sum.gauge_balance + rail::kGauges), inside);
  };
  expect(after(2 * kHour + 30 * kMinute), {0, 82, 41, 0});
  expect(after(5 * kHour), {0, 0, 123, 0});
  expect(after(6 * kHour + 30 * kMinute), {0, 0, 62, 0});
  expect(after(8 * kHour), {0, 0, 0, 0});
}

TEST(GaugeChange, EveryContainerLegIsRecorded) {
  const support::Runs runs = support::run("tests/networks/ship.txtpb", 1, true);
  EXPECT_EQ(runs.replications[0].container_legs.size(), 20U * 3U);
  for (const rail::ContainerLeg& leg : runs.replications[0].container_legs) {
    EXPECT_LE(leg.ready, leg.departed);
    EXPECT_LT(leg.departed, leg.arrived);
  }
}

}  // namespace
}  // namespace networks
