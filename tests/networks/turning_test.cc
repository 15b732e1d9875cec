// Trains that turn back: exact times, counts and costs, worked out by hand. The network is drawn at the head
// of its scenario file.
#include <gtest/gtest.h>

#include <numeric>

#include "tests/networks/trips.h"
#include "tests/networks/turning_toys.h"

namespace networks {
namespace {

constexpr const char* kToy = "scenarios/toys/turned.txtpb";

constexpr std::int64_t at(std::int64_t day, std::int64_t hour) { return day * 24 * kHour + hour * kHour; }

std::string held() { return with(text_of(kToy), "rule: TURN", "rule: HOLD"); }

struct Outcome {
  std::int64_t turned, held, most;
  double clear_h;
  bool operator==(const Outcome&) const = default;
};

Outcome outcome(const support::Runs& runs) {
  const rail::Observations& seen = runs.replications[0];
  const rail::DisruptionObservation& one = seen.disruptions.at(0);
  return {seen.rerouted[0].turned, one.trains_held, one.most_waiting,
          static_cast<double>(one.clear_s) / kHour};
}

// Its only container's, in the toy.
const rail::ContainerLeg& leg_ready_at(const support::Runs& runs, std::int64_t ready) {
  const auto& legs = runs.replications[0].container_legs;
  const auto leg = std::find_if(legs.begin(), legs.end(),
                                [ready](const rail::ContainerLeg& one) { return one.ready == ready; });
  if (leg == legs.end()) throw std::runtime_error("no such container");
  return *leg;
}

double hours_of(const rail::ContainerLeg& leg, rail::Cause cause) {
  return static_cast<double>(leg.account[static_cast<std::size_t>(cause)]) / kHour;
}

TEST(Turning, BackToTheOriginAndOutAgain) {
  const support::Runs runs = support::run(kToy, 1, true);
  EXPECT_EQ(outcome(runs), (Outcome{1, 20, 20, 23}));
  const rail::ContainerLeg& leg = leg_ready_at(runs, at(3, 21));
  const std::vector<rail::TrainStop> stops = stops_of(runs, leg.train);
  ASSERT_EQ(stops.size(), 5u);  // the last one, at WEST, comes first: it has no departure
  EXPECT_EQ(stops[1].departed, at(3, 21));
  EXPECT_EQ(stops[2].point, point_named(runs, "BORDER"));
  EXPECT_EQ(stops[2].arrived, at(4, 3));
  EXPECT_EQ(stops[2].departed, at(4, 3));
  EXPECT_EQ(stops[3].point, point_named(runs, "EAST"));
  EXPECT_EQ(stops[3].arrived, at(4, 9));
  // One of the twenty that leave ten minutes apart, as the headway says.
  EXPECT_GE(stops[3].departed, at(8, 18));
  EXPECT_LE(stops[3].departed, at(8, 18) + 19 * 10 * kMinute);
  EXPECT_EQ(stops[4].arrived, stops[3].departed + 6 * kHour);
  EXPECT_EQ(stops[0].arrived, stops[4].departed + kHour);
}

TEST(Turning, NewTrainsWaitAtTheOrigin) {
  const support::Runs runs = support::run(kToy, 1, true);
  Times expected;
  for (int i = 0; i < 20; ++i) expected.push_back(at(8, 18) + i * 10 * kMinute);
  Times left;
  for (const std::int64_t time : departures(runs, "EAST")) {
    if (time > at(3, 21) && time < at(8, 21) + 20 * kMinute) left.push_back(time);
  }
  EXPECT_EQ(left, expected);
  const Times border = arrivals(runs, "BORDER");
  EXPECT_EQ(std::count_if(border.begin(), border.end(),
                          [](std::int64_t time) { return time > at(4, 3) && time < at(9, 0); }),
            0);
  const Times on = departures(runs, "BORDER");
  for (int i = 0; i < 24; ++i)
    EXPECT_TRUE(std::find(on.begin(), on.end(), at(9, i)) != on.end()) << "a path an hour, hour " << i;
}

// As many are held and as long, but at the border.
TEST(Turning, BesideHolding) {
  const support::Runs turned = support::run(kToy, 1, true), kept = support::run_text(held(), 1, true);
  EXPECT_EQ(outcome(kept), (Outcome{0, 20, 20, 23}));
  const std::uint32_t border = point_named(turned, "BORDER");
  const auto stays = [border](const support::Runs& runs) {
    return runs.replications[0].points[border].stay_seconds;
  };
  EXPECT_GE(stays(kept) - stays(turned), (105 + 1083) * kHour) << "all that is waited at EAST";
  EXPECT_EQ(departures(turned, "BORDER").size(), departures(kept, "BORDER").size() + 1);
  EXPECT_EQ(arrivals(turned, "WEST"), arrivals(kept, "WEST"));
}

// The turned train waits 105 h, the others 3 + 6 i hours of day 4 until hour 18 of day 8: 1083 h.
TEST(Turning, EveryHourHasItsCause) {
  const support::Runs runs = support::run(kToy, 1, true);
  const rail::ContainerLeg& leg = leg_ready_at(runs, at(3, 21));
  EXPECT_EQ(hours_of(leg, rail::Cause::kRunning), 6 + 6 + 6 + 1);
  EXPECT_EQ(hours_of(leg, rail::Cause::kClosure), 105);
  for (const rail::ContainerLeg& one : runs.replications[0].container_legs) {
    EXPECT_EQ(std::accumulate(one.account.begin(), one.account.end(), std::int64_t{0}),
              one.arrived - one.ready);
  }
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.points[point_named(runs, "EAST")].closure_wait.seconds, (105 + 1083) * kHour);
  EXPECT_EQ(seen.points[point_named(runs, "EAST")].closure_wait.visits, 20);
  EXPECT_EQ(seen.lines[0][1].closure_wait.seconds, 0);
}

TEST(Turning, CountsEachTimeOnTheLineAndOnceAsATrain) {
  const support::Runs runs = support::run(kToy, 1, true), kept = support::run_text(held(), 1, true);
  const rail::Observations &seen = runs.replications[0], &other = kept.replications[0];
  EXPECT_EQ(seen.lines[0][0].trains, other.lines[0][0].trains + 1);
  EXPECT_EQ(seen.lines[1][0].trains, 1) << "on its way back";
  EXPECT_EQ(seen.lines[0][1].trains, other.lines[0][1].trains);
  EXPECT_EQ(seen.services[0].trains_departed, other.services[0].trains_departed);
  EXPECT_EQ(seen.services[0].containers_delivered, other.services[0].containers_delivered);
  EXPECT_EQ(seen.services[0].total.sum(), other.services[0].total.sum());
  // Transit is from the first departure on, whether it turned or not; its leg begins with the second one.
  std::int64_t transit = leg_ready_at(runs, at(3, 21)).departed - at(3, 21);
  for (const rail::ContainerLeg& one : seen.container_legs) transit += one.arrived - one.departed;
  EXPECT_EQ(seen.services[0].transit.sum(), transit);
}

// A train that would wait at EAST for so much as the tolerance goes on; one second less of it, and it turns.
TEST(Turning, NotForAShortWait) {
  const auto patient = [](const std::string& seconds) {
    return outcome(support::run_text(
        with(text_of(kToy), "tolerance { seconds: 86400 }", "tolerance { seconds: " + seconds + " }")));
  };
  EXPECT_EQ(patient(std::to_string(105 * kHour)).turned, 0);
  EXPECT_EQ(patient(std::to_string(105 * kHour - 1)).turned, 1);
}

// With a notice of 10 h the trains of day 3, 21 h, and of day 4, 3 h, come before the word; that of 9 h has
// left, and turns at 15 h.
TEST(Turning, WhenWordOfItIsThere) {
  const support::Runs runs = support::run_text(
      with(text_of(kToy), "notice { seconds: 3600 }", "notice { seconds: 36000 }"), 1, true);
  EXPECT_EQ(outcome(runs), (Outcome{1, 20, 20, 23}));
  EXPECT_EQ(stops_of(runs, leg_ready_at(runs, at(4, 9)).train).size(), 5u);
}

// Where word of it comes before the border: in MID, half way.
TEST(Turning, AtTheNextPointOnItsWay) {
  std::string text = with(text_of(kToy), "network {\n",
                          "network {\n  points { id: \"MID\" country: \"AF\" gauges_mm: 1520 }\n"
                          "  lines { id: \"M-B\" from: \"MID\" to: \"BORDER\" gauge_mm: 1520 length_km: 180 "
                          "tracks: 2 speed_km_per_day: 1440 }\n");
  text =
      with(text, "to: \"BORDER\" gauge_mm: 1520 length_km: 360", "to: \"MID\" gauge_mm: 1520 length_km: 180");
  text = with(text, "from: \"2017-06-05T00:00\"", "from: \"2017-06-04T22:30\"");
  // Told of at 1 h of day 4: the train of day 3, 21 h, was at MID an hour before.
  EXPECT_EQ(outcome(support::run_text(text)), (Outcome{1, 20, 20, 23}));
  // Told of half an hour before it comes there.
  const support::Runs soon = support::run_text(
      with(text, "publish_every { seconds: 21600 }", "publish_every { seconds: 1800 }"), 1, true);
  EXPECT_EQ(outcome(soon), (Outcome{1, 20, 20, 23}));
  const std::vector<rail::TrainStop> stops = stops_of(soon, leg_ready_at(soon, at(3, 21)).train);
  EXPECT_EQ(stops[2].point, point_named(soon, "MID"));
  EXPECT_EQ(stops[2].departed, at(4, 0));
  EXPECT_EQ(stops[3].arrived, at(4, 3));
}

// A process at the border is done once it goes on, and not on the way back.
TEST(Turning, WithoutWhatIsDoneOnTheWayOut) {
  const std::string text = with(text_of(kToy), "services {", R"(processes {
  resources { id: "desk" point: "BORDER" servers: 9 }
  processes { id: "p" point: "BORDER" role: PASS direction: WESTBOUND stages { name: "check" resource: "desk" duration { unit: HOURS constant: 2 } } }
}
services {)");
  const support::Runs runs = support::run_text(text, 1, true);
  const rail::ContainerLeg& leg = leg_ready_at(runs, at(3, 21));
  EXPECT_EQ(hours_of(leg, rail::Cause::kHandling), 2);
  EXPECT_EQ(hours_of(leg, rail::Cause::kClosure), 105 - 2) << "it sets out two hours sooner";
}

// With two tracks there that bind.
std::string binding(std::string text, const std::string& point) {
  const std::string before = "\"" + point + "\" country: \"AF\" gauges_mm: 1520";
  text = with(std::move(text), before, before + " tracks { gauge_mm: 1520 count: 2 usable_length_m: 1000 }");
  return with(text, "network {\n", "network {\n  dispatching { station_tracks: BINDING }\n");
}

// All is as without. At EAST twenty trains wait for days: aside, and each takes the track there for its way
// as it is its turn to leave. So they stand on it for 10 minutes each, the headway; the train of 21 h finds
// the last of them there, and is held with them.
TEST(Turning, WhereTracksBind) {
  const auto at_tracks_of = [](const char* point) {
    return support::run_text(binding(text_of(kToy), point), 1, true);
  };
  EXPECT_EQ(outcome(at_tracks_of("BORDER")), (Outcome{1, 20, 20, 23}));
  EXPECT_EQ(outcome(at_tracks_of("WEST")), (Outcome{1, 20, 20, 23}));
  const support::Runs runs = at_tracks_of("EAST");
  EXPECT_EQ(outcome(runs), (Outcome{1, 21, 21, 23}));
  EXPECT_LE(runs.replications[0].points[point_named(runs, "EAST")].held_track_seconds, 20 * 10 * kMinute);
}

// Of the two tracks at BORDER one is for each way. A train from WEST that came at 23 h of day 3 is at the
// desk until 9 h: so long the one that turns, since 3 h, stands on its own. It leaves ten minutes behind
// the other one, and has so much less to wait at EAST.
TEST(Turning, OnceThereIsATrackForTheWayBack) {
  std::string text = with(binding(text_of(kToy), "BORDER"), "services {", R"(processes {
  resources { id: "desk" point: "BORDER" servers: 1 }
  processes { id: "p" point: "BORDER" role: PASS direction: EASTBOUND stages { name: "check" resource: "desk" duration { unit: HOURS constant: 10 } } }
}
services {
  services {
    id: "WEST-EAST" origin: "WEST" destination: "EAST" direction: EASTBOUND
    formation { rule: TIMETABLE train_feu: 1 own_containers: 1 departures { time_of_day { seconds: 79200 } } }
  })");
  const support::Runs runs = support::run_text(text, 1, true);
  const rail::ContainerLeg& leg = leg_ready_at(runs, at(3, 21));
  const std::vector<rail::TrainStop> stops = stops_of(runs, leg.train);
  ASSERT_EQ(stops.size(), 5u);
  EXPECT_EQ(stops[2].arrived, at(4, 3));
  EXPECT_EQ(stops[2].departed, at(4, 9) + 10 * kMinute);
  // As a departure frees a track, that is given a second later.
  EXPECT_EQ(stops[2].wait[static_cast<std::size_t>(rail::Cause::kTrack)], 6 * kHour + 1);
  EXPECT_EQ(stops[3].arrived, at(4, 15) + 10 * kMinute);
  EXPECT_EQ(leg.account[static_cast<std::size_t>(rail::Cause::kClosure)], 99 * kHour - 10 * kMinute);
  // A desk that never lets the other one go: by day 7, 12 h, there would be no more than 24 h to wait at
  // EAST.
  const support::Runs never = support::run_text(with(text, "constant: 10", "constant: 240"), 1, true);
  EXPECT_EQ(never.replications[0].rerouted[0].turned, 0);
  EXPECT_EQ(hours_of(leg_ready_at(never, at(3, 21)), rail::Cause::kTrack), 3 * 24 + 9);
  EXPECT_EQ(hours_of(leg_ready_at(never, at(3, 21)), rail::Cause::kClosure), 36);
}

// As it comes to BORDER at 3 h the line back has closed, until day 8, 0 h: there would be 12 h to wait at
// EAST by then.
TEST(Turning, NotWhileTheLineBackIsClosedAsWell) {
  const std::string text = with(text_of(kToy), "disruptions {\n", R"(disruptions {
  disruptions { id: "back" from: "2017-06-05T03:00" to: "2017-06-09T00:00" time_zone: "UTC"
    closure { lines: "E-B" } provenance { assumption: true note: "a toy" } }
)");
  const support::Runs runs = support::run_text(text, 1, true);
  EXPECT_EQ(runs.replications[0].rerouted[0].turned, 0);
  const rail::ContainerLeg& leg = leg_ready_at(runs, at(3, 21));
  EXPECT_EQ(stops_of(runs, leg.train).size(), 3U);
  EXPECT_EQ(hours_of(leg, rail::Cause::kClosure), 5 * 24 - 3) << "of the line back, then of its own";
}

// At the passing place half way, as at a point there.
TEST(Turning, AtAPassingPlace) {
  for (const bool bind : {false, true}) {
    std::string text =
        with(text_of(kToy), "length_km: 360 tracks: 2", "length_km: 360 tracks: 1 passing_places: 1");
    text = with(text, "from: \"2017-06-05T00:00\"", "from: \"2017-06-04T22:30\"");
    text = with(text, "publish_every { seconds: 21600 }", "publish_every { seconds: 1800 }");
    if (bind) text = binding(text, "BORDER");
    const support::Runs runs = support::run_text(text, 1, true);
    EXPECT_EQ(runs.replications[0].rerouted[0].turned, 1) << bind;
    const std::vector<rail::TrainStop> stops = stops_of(runs, leg_ready_at(runs, at(3, 21)).train);
    EXPECT_EQ(stops[2].point, point_named(runs, "EAST"));
    EXPECT_EQ(stops[2].arrived, at(4, 3)) << bind;
  }
}

// Once lifted onto other wagons, a train goes on and waits.
TEST(Turning, NotBehindAChangeOfGauge) {
  std::string text = with(text_of(kToy), "network {\n",
                          "network {\n  points { id: \"CN\" country: \"AF\" gauges_mm: 1435 }\n"
                          "  lines { id: \"C-E\" from: \"CN\" to: \"EAST\" gauge_mm: 1435 length_km: 60 "
                          "tracks: 2 speed_km_per_day: 1440 }\n");
  text = with(text, "id: \"EAST\" country: \"AF\" gauges_mm: 1520",
              "id: \"EAST\" country: \"AF\" gauges_mm: 1520 gauges_mm: 1435");
  text = with(text, "origin: \"EAST\"", "origin: \"CN\"");
  text = with(text, "services {", R"(processes {
  gauge_changes { id: "lift" point: "EAST" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 9 lifts_per_hour: 1000 }
}
services {)");
  const Outcome seen = outcome(support::run_text(text));
  EXPECT_EQ(seen.turned, 0);
  EXPECT_GE(seen.held, 20);
}

// The train of day 4, 21 h, turns at NORTH and is back at
// 12 h. It has more than 9 days to wait, or 11 h to run by SOUTH. New trains go there until day 13, 9 h;
// those of day 13, 15 h, to day 14, 15 h, wait at EAST for day 14, 16.5 h.
TEST(Turning, ChoosesAnewAtTheOrigin) {
  const support::Runs runs = support::run_text(two_ways(), 1, true);
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.rerouted[0].turned, 1);
  const Times south = departures(runs, "SOUTH");
  EXPECT_TRUE(std::find(south.begin(), south.end(), at(5, 12 + 9)) != south.end());
  EXPECT_EQ(south.size(), 34U + 1U);
  EXPECT_EQ(seen.rerouted[0].at_origin, 34 + 1);
  EXPECT_EQ(seen.disruptions[0].trains_held, 1 + 5);
  EXPECT_EQ(seen.disruptions[0].most_waiting, 5) << "it is no longer held once it goes by SOUTH";
}

// A second closure, by whose rule trains are held: none turns, none waits at EAST. Those of day 9, 21 h, to
// day 12, 15 h come while it lasts.
TEST(Turning, OnlyBeforeClosuresOfThatRule) {
  const std::string text = with(text_of(kToy), "  rerouting {", R"(  disruptions {
    id: "later" from: "2017-06-11T00:00" to: "2017-06-14T00:00" time_zone: "UTC"
    closure { lines: "B-W" }
    provenance { assumption: true note: "a toy" }
  }
  rerouting {)");
  const support::Runs runs = support::run_text(text);
  EXPECT_EQ(outcome(runs), (Outcome{1, 20, 20, 23}));
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.points[point_named(runs, "EAST")].closure_wait.seconds, (105 + 1083) * kHour);
  EXPECT_EQ(seen.disruptions[1].trains_held, 12);
  EXPECT_GT(seen.lines[0][1].closure_wait.seconds, 0) << "held at the border";
}

// EAST has as many wagon sets as there are trains: the one that turns takes no second one, and leaves none.
TEST(Turning, KeepsItsWagons) {
  const std::int64_t trains = support::run(kToy).replications[0].services[0].trains_departed;
  const auto sets = [](std::int64_t units) {
    return text_of(kToy) + "fleets { wagon_pools { id: \"w\" gauge_mm: 1520 stock { point: \"EAST\" units: " +
           std::to_string(units) + " } stock { point: \"WEST\" } } }\n";
  };
  const support::Runs runs = support::run_text(sets(trains), 1, true);
  EXPECT_EQ(outcome(runs), (Outcome{1, 20, 20, 23}));
  EXPECT_EQ(runs.replications[0].services[0].trains_departed, trains);
  EXPECT_EQ(runs.replications[0].stocks[0].idle_at_end, 0);
  EXPECT_EQ(hours_of(leg_ready_at(runs, at(3, 21)), rail::Cause::kFleet), 0);
  EXPECT_ANY_THROW(support::run_text(sets(trains - 1)))
      << "nothing brings sets back, and the validator knows";
}

// E-N closes as well while four of them wait at EAST: as their wait ends, at 16.5 h of day 14, they go by
// SOUTH. The one of 15 h knows of it, and has gone there at once.
TEST(Turning, ChoosesAnewAfterTheWait) {
  std::string text = with(two_ways(), "  rerouting {", R"(  disruptions {
    id: "later" from: "2017-06-15T10:00" to: "2017-06-20T00:00" time_zone: "UTC"
    closure { lines: "E-N" }
    provenance { assumption: true note: "a toy" }
  }
  rerouting {)");
  const Times south = arrivals(support::run_text(text, 1, true), "SOUTH");
  EXPECT_EQ(std::count_if(south.begin(), south.end(),
                          [](std::int64_t time) { return time >= at(15, 1) && time < at(15, 3); }),
            4);
}

std::string with_rates(std::string text) {
  return text + R"(
costs {
  currency: "USD"
  rates { country: "AF" tariff_per_teu_km: 0.1 cost_per_lift: 20 electricity_price_per_kwh: 0.1 electricity_g_per_kwh: 500 }
  train_energy { coefficient_wh: 20 exponent: 0 diesel_efficiency: 0.5 diesel_kwh_per_kg: 10 diesel_g_per_kg: 3000 }
  wagon_cost_per_feu_hour: 1
  locomotive_cost_per_hour: 10
  wagon_t_per_feu: 5
  lift_kwh: 4
}
)";
}

// Electric, 25 t at 20 Wh a tkm: 0.5 kWh a km. There and back: 720 km, 12 h of wagon and locomotive. Then 420
// km, tariff and lifts, wagons since it was back, and the locomotive from its second start.
TEST(Turning, CostsTheDoubledWay) {
  std::string text = text_of(kToy);
  for (const char* line : {"length_km: 360", "length_km: 60"})
    text = with(text, line, std::string(line) + " electrification: \"25kV\"");
  const support::Runs runs = support::run_text(with_rates(text), 1, true);
  const rail::ContainerLeg& leg = leg_ready_at(runs, at(3, 21));
  std::vector<rail::TrainBill> bills;
  for (const rail::TrainBill& one : runs.replications[0].train_bills) {
    if (one.train == leg.train) bills.push_back(one);
  }
  ASSERT_EQ(bills.size(), 2u);
  EXPECT_EQ(bills[0].km, 720);
  EXPECT_EQ(bills[0].from, bills[0].to);
  EXPECT_EQ(bills[0].bill, (rail::Bill{0, 0, 1200, 12000, 3600, 180000, 0, 0, 360000}));
  EXPECT_EQ(bills[1].km, 420);
  EXPECT_EQ(bills[1].wagons_since, at(4, 9));
  const auto cents = [](std::int64_t per_hour, std::int64_t seconds) {
    return (100 * per_hour * seconds + 1800) / 3600;
  };
  EXPECT_EQ(bills[1].bill,
            (rail::Bill{8400, 4000, cents(1, leg.arrived - at(4, 9)), cents(10, leg.arrived - leg.departed),
                        2100, 105000, 4000, 0, 210000}));
  rail::Bill paid{}, billed{};
  for (const rail::ContainerBill& one : runs.replications[0].container_bills) rail::add_bill(paid, one.bill);
  for (const rail::TrainBill& one : runs.replications[0].train_bills) rail::add_bill(billed, one.bill);
  EXPECT_EQ(paid, billed);
}

// Nobody waits for a locomotive: the train that turns at the border gives up none, that at its end takes
// another.
TEST(Turning, WithLocomotives) {
  for (const std::string lines : {"lines: \"E-B\"", "lines: \"E-B\" lines: \"B-W\""}) {
    const std::string fleets =
        "fleets { traction_districts { id: \"d\" " + lines +
        " stock { point: \"EAST\" units: 90 } stock { point: \"BORDER\" units: 90 } } }\n";
    const support::Runs runs = support::run_text(text_of(kToy) + fleets, 1, true);
    EXPECT_EQ(outcome(runs), (Outcome{1, 20, 20, 23})) << lines;
    EXPECT_EQ(hours_of(leg_ready_at(runs, at(3, 21)), rail::Cause::kFleet), 0);
  }
}

}  // namespace
}  // namespace networks
