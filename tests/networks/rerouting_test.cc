// Re-routing: exact times and counts, worked out by hand. The network is drawn at the head of its scenario
// file.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "models/capacity_use.h"
#include "tests/networks/trips.h"

namespace networks {
namespace {

constexpr const char* kToy = "scenarios/toys/rerouting.txtpb";

constexpr std::int64_t at(std::int64_t day, std::int64_t hour) { return day * 24 * kHour + hour * kHour; }

std::int64_t count_from(const Times& times, std::int64_t from, std::int64_t to) {
  return std::count_if(times.begin(), times.end(),
                       [&](std::int64_t time) { return time >= from && time <= to; });
}

struct Outcome {
  std::int64_t rerouted, held;
  double clear_h;
  bool operator==(const Outcome&) const = default;
};

Outcome outcome(const support::Runs& runs) {
  const rail::Observations& seen = runs.replications[0];
  const rail::DisruptionObservation& one = seen.disruptions.at(0);
  return {seen.rerouted.empty() ? 0 : seen.rerouted[0].at_origin, one.trains_held,
          static_cast<double>(one.clear_s) / kHour};
}

std::string without_rerouting() {
  std::string text = text_of(kToy);
  const std::size_t from = text.find("  rerouting {\n"), to = text.find("  }\n}\nexperiment", from);
  return text.erase(from, to + 4 - from);
}

TEST(Rerouting, GoesRoundWhileTheWaitIsLong) {
  const support::Runs runs = support::run(kToy, 1, true);
  EXPECT_EQ(outcome(runs), (Outcome{35, 5, 5}));
  const Times south = departures(runs, "SOUTH");
  EXPECT_EQ(south.size(), 35U);
  EXPECT_EQ(south.front(), at(5, 5));
  EXPECT_EQ(south.back(), at(13, 17));
  // Those held leave at a path an hour; the next one comes as the fifth of them goes.
  EXPECT_EQ(count_from(departures(runs, "NORTH"), at(5, 0), at(14, 23)), 0);
  EXPECT_EQ(count_from(departures(runs, "NORTH"), at(15, 0), at(15, 5)), 6);
}

TEST(Rerouting, WithoutItTrainsAreHeld) {
  const support::Runs runs = support::run_text(without_rerouting(), 1, true);
  EXPECT_EQ(outcome(runs), (Outcome{0, 40, 47}));
  EXPECT_TRUE(departures(runs, "SOUTH").empty());
}

// With a notice of 4 h the train of day 5, 3 h, does not know of the closure yet. It is one in the queue, an
// hour's work for each who comes later: one train more goes round at the end, that of day 13, 21 h.
TEST(Rerouting, ReadsWhatWasPublishedLast) {
  const std::string late = with(text_of(kToy), "notice { seconds: 3600 }", "notice { seconds: 14400 }");
  const support::Runs runs = support::run_text(late, 1, true);
  EXPECT_EQ(departures(runs, "SOUTH").front(), at(5, 11));
  EXPECT_EQ(departures(runs, "SOUTH").back(), at(13, 23));
  EXPECT_EQ(outcome(runs), (Outcome{35, 5, 5}));
}

// That there would be at most 10 days to wait is put up with.
TEST(Rerouting, PutsUpWithItsTolerance) {
  const std::string patient =
      with(text_of(kToy), "tolerance { seconds: 86400 }", "tolerance { seconds: 864000 }");
  EXPECT_EQ(outcome(support::run_text(patient)), (Outcome{0, 40, 47}));
}

// At 1 day and 3 h before the end a train saves 24 h to the second, and is held; a second less of tolerance,
// not.
TEST(Rerouting, NeedsMoreThanItsTolerance) {
  const std::string text =
      with(text_of(kToy), "tolerance { seconds: 86400 }", "tolerance { seconds: 86399 }");
  EXPECT_EQ(outcome(support::run_text(text)).rerouted, 36);
}

// The same bits with the services named, and none with a service that is not.
TEST(Rerouting, OfTheServicesNamed) {
  const std::string named = with(text_of(kToy), "tolerance {", "services: \"EAST-WEST\" tolerance {");
  EXPECT_EQ(outcome(support::run_text(named)), (Outcome{35, 5, 5}));
}

// What trains may choose counts for bounds on capacity; otherwise more could pass than the bound says.
TEST(Rerouting, CountsForBounds) {
  EXPECT_EQ(rail::capacity_uses(*support::run(kToy).model).routes.size(), 2U);
  EXPECT_EQ(rail::capacity_uses(*support::run_text(without_rerouting()).model).routes.size(), 1U);
}

// A slow order adds to the expected wait what it adds to the run: 50 times 1 h is 49 h more. Factor 27 makes
// the way over NORTH 28 h to 4 round by SOUTH, 24 more, which is put up with.
std::string slowed(const std::string& text, const std::string& factor) {
  return with(text, "closure { lines: \"N-W\" }", "slow_order { lines: \"N-W\" factor: " + factor + " }");
}

TEST(Rerouting, RoundASlowOrder) {
  const support::Runs runs = support::run_text(slowed(text_of(kToy), "50"), 1, true);
  const Times south = departures(runs, "SOUTH");
  EXPECT_EQ(south.front(), at(5, 5));
  EXPECT_EQ(south.back(), at(14, 23)) << "made at 21 h, before its end is published at 0 h and read at 1 h";
  EXPECT_EQ(south.size(), 40U);
  EXPECT_TRUE(departures(support::run_text(slowed(text_of(kToy), "27"), 1, true), "SOUTH").empty());
}

// Open for 90 min every other hour, N-W takes no run of 2 h: as good as closed, until the order is over. What
// is published is that and the hour more that a run takes, so that one train more goes round than round the
// closure: at day 13, 21 h, it would wait 26 h, less the two that the way round takes longer, and an hour.
std::string with_short_openings(const std::string& text) {
  std::string hours = "possessions { time_zone: \"UTC\" ";
  for (int hour = 1; hour < 24; hour += 2)
    hours += fmt::format(R"(weekly {{ from: "{:02}:30" to: "{:02}:00" }} )", hour, hour + 1);
  return with(text, "paths_per_day: 24", "paths_per_day: 24 " + hours + "}");
}

TEST(Rerouting, RoundASlowOrderTooSlowForTheHoursOfTheLine) {
  const std::string open = with_short_openings(text_of(kToy));
  const support::Runs usual = support::run_text(slowed(open, "1.2"), 1, true);
  EXPECT_TRUE(departures(usual, "SOUTH").empty()) << "it fits";
  const support::Runs runs = support::run_text(slowed(open, "2"), 1, true);
  const Times south = departures(runs, "SOUTH");
  ASSERT_FALSE(south.empty());
  EXPECT_EQ(south.front(), at(5, 5));
  EXPECT_EQ(south.back(), at(13, 23));
  EXPECT_EQ(south.size(), 36U);
  EXPECT_EQ(count_from(departures(runs, "NORTH"), at(5, 0), at(14, 22)), 0);
  EXPECT_EQ(outcome(runs).rerouted, 36);
}

// A queue alone is reason enough: 2 paths a day for 4 trains. No disruption leads round; a further route is
// asked for.
TEST(Rerouting, RoundAQueue) {
  std::string text = with(without_rerouting(), "paths_per_day: 24", "paths_per_day: 2");
  const std::size_t from = text.find("disruptions {"), to = text.find("experiment {");
  text.replace(from, to - from,
               "disruptions { rerouting { tolerance { seconds: 86400 } further_routes: 1 } }\n");
  const support::Runs runs = support::run_text(text, 1, true);
  // Trains turn away when 3 or more wait: 36 h, less the 2 h that the way round takes longer. What was read
  // may be 5 h old, so at most 2 more come; and the queue never runs dry, so that every path is used, the
  // first of them at 4 h.
  const Times north = departures(runs, "NORTH"), came = arrivals(runs, "NORTH");
  for (std::size_t i = 0; i < north.size(); ++i) {
    EXPECT_LE(north[i] - came[i], (3 + 2) * 12 * kHour);
    EXPECT_EQ(north[i], at(0, 4) + static_cast<std::int64_t>(i) * 12 * kHour);
  }
  EXPECT_EQ(static_cast<std::int64_t>(departures(runs, "SOUTH").size()),
            runs.replications[0].rerouted[0].at_origin);
  EXPECT_GE(came.size() + departures(runs, "SOUTH").size(), 80U - 5) << "those at the end are still waiting";
}

// As the toy, but the ways part at MID, 8 h from EAST, an hour from NORTH and two from SOUTH.
std::string with_a_fork(const std::string& rule) {
  std::string text = with(text_of(kToy), "id: \"E-N\" from: \"EAST\"", "id: \"E-N\" from: \"MID\"");
  text = with(text, "id: \"E-S\" from: \"EAST\"", "id: \"E-S\" from: \"MID\"");
  text = with(text, "network {\n", R"(network {
  points { id: "MID" country: "AF" gauges_mm: 1520 }
  lines { id: "E-M" from: "EAST" to: "MID" gauge_mm: 1520 length_km: 480 tracks: 2 speed_km_per_day: 1440 }
)");
  return with(text, "closure {", rule + " closure {");
}

// The train of day 4, 15 h, is past MID when word of the closure comes. That of 21 h is not, and goes round
// from there; at EAST those of day 5, 3 h, to day 13, 9 h: t before the end they save t - 8 - 1 - 2 h and
// what the one that waits adds, an hour. Those of day 13, 15 h, to day 14, 9 h, wait with it.
TEST(Diverting, AtTheNextStation) {
  const support::Runs runs = support::run_text(with_a_fork("rule: DIVERT"), 1, true);
  EXPECT_EQ(outcome(runs).rerouted, 34);
  EXPECT_EQ(runs.replications[0].rerouted[0].under_way, 1);
  EXPECT_EQ(outcome(runs).held, 5);
  EXPECT_EQ(departures(runs, "SOUTH").front(), at(5, 5 + 2));
  EXPECT_EQ(departures(runs, "SOUTH").size(), 35U);
}

// As it is read at MID, like a closure.
TEST(Diverting, RoundASlowOrder) {
  const support::Runs divert = support::run_text(slowed(with_a_fork("rule: DIVERT"), "50"));
  EXPECT_EQ(divert.replications[0].rerouted[0].under_way, 1);
  const support::Runs hold = support::run_text(slowed(with_a_fork("rule: HOLD"), "50"));
  EXPECT_EQ(hold.replications[0].rerouted[0].under_way, 0);
}

// Likewise where it is as good as closed.
TEST(Diverting, RoundASlowOrderTooSlowForTheHoursOfTheLine) {
  const auto under_way = [](const std::string& rule) {
    const support::Runs runs = support::run_text(slowed(with_short_openings(with_a_fork(rule)), "2"));
    return runs.replications[0].rerouted[0].under_way;
  };
  EXPECT_EQ(under_way("rule: DIVERT"), 1);
  EXPECT_EQ(under_way("rule: HOLD"), 0);
}

TEST(Diverting, NotByTheRuleOfHolding) {
  const support::Runs runs = support::run_text(with_a_fork("rule: HOLD"), 1, true);
  EXPECT_EQ(outcome(runs).rerouted, 34);
  EXPECT_EQ(runs.replications[0].rerouted[0].under_way, 0);
  EXPECT_EQ(outcome(runs).held, 6);
  EXPECT_EQ(departures(runs, "SOUTH").front(), at(5, 3 + 8 + 2));
}

std::string with_tracks(const std::string& text, const std::string& point, int count) {
  const std::string named = "id: \"" + point + "\" country: \"AF\" gauges_mm: 1520";
  return with(
      text, named,
      named + " tracks { gauge_mm: 1520 count: " + std::to_string(count) + " usable_length_m: 1000 }");
}

// At a station whose tracks hold trains back likewise, if the train runs up or down on both ways.
TEST(Diverting, AtAPointWhoseTracksBind) {
  const std::string text = with(with_tracks(with_a_fork("rule: DIVERT"), "MID", 40), "network {\n",
                                "network {\n  dispatching { station_tracks: BINDING }\n");
  const support::Runs runs = support::run_text(text, 1, true);
  EXPECT_EQ(runs.replications[0].rerouted[0].under_way, 1);
  EXPECT_EQ(outcome(runs).rerouted, 34);
  EXPECT_EQ(departures(runs, "SOUTH").front(), at(5, 5 + 2));
  EXPECT_EQ(departures(runs, "SOUTH").size(), 35U);
}

// Trains from NORTH to SOUTH run past MID as well: those from EAST that go round by SOUTH run on as these do,
// and against them those that go by NORTH.
TEST(Diverting, NotWhereATrainWouldRunTheOtherWay) {
  std::string text = with(with_tracks(with_a_fork("rule: DIVERT"), "MID", 40), "network {\n",
                          "network {\n  dispatching { station_tracks: BINDING }\n");
  text = with(text, "services {\n", R"(services {
  services { id: "NORTH-SOUTH" origin: "NORTH" destination: "SOUTH" direction: WESTBOUND
    formation { rule: LIST train_feu: 1 own_containers: 1 times { seconds: 0 } } }
)");
  EXPECT_EQ(support::run_text(text).replications[0].rerouted[0].under_way, 0);
}

// A third way by FAR, 5 h longer. NORTH and SOUTH close at once: the way round each leads past the other one.
std::string both_closed(const std::string& rule) {
  std::string text = with(with_a_fork(rule), "network {\n", R"(network {
  points { id: "FAR" country: "AF" gauges_mm: 1520 }
  lines { id: "M-F" from: "MID" to: "FAR" gauge_mm: 1520 length_km: 240 tracks: 2 speed_km_per_day: 1440 }
  lines { id: "F-W" from: "FAR" to: "WEST" gauge_mm: 1520 length_km: 180 tracks: 2 speed_km_per_day: 1440 }
)");
  return with(text, "disruptions {\n  disruptions {",
              R"(disruptions {
  disruptions {
    id: "too" from: "2017-06-06T00:00" to: "2017-06-16T00:00" time_zone: "UTC" )" +
                  rule +
                  R"( closure { lines: "S-W" } }
  disruptions {)");
}

// As with one closed, but all that goes round goes by FAR; t - 8 - 1 - 5 > 24: the same trains.
TEST(Rerouting, RoundTwoClosuresAtOnce) {
  for (const char* rule : {"rule: HOLD", "rule: DIVERT"}) {
    const support::Runs runs = support::run_text(both_closed(rule), 1, true);
    const rail::ReroutedTrains& gone = runs.replications[0].rerouted[0];
    EXPECT_TRUE(departures(runs, "SOUTH").empty()) << rule;
    EXPECT_EQ(static_cast<std::int64_t>(departures(runs, "FAR").size()), gone.at_origin + gone.under_way)
        << rule;
    EXPECT_EQ(gone.at_origin, 34) << rule;
    EXPECT_EQ(gone.under_way, rule == std::string("rule: DIVERT") ? 1 : 0);
  }
}

// Beyond a change of gauge the trains have two containers, and SOUTH takes one at a time: the train of day 4,
// 21 h, is held. Else it goes round. New trains may, since they are re-formed on the way.
TEST(Diverting, NotOntoALineThatTakesShorterTrainsOnly) {
  std::string text = with(with_a_fork("rule: DIVERT"), "network {\n", R"(network {
  points { id: "CN" country: "AF" gauges_mm: 1435 }
  lines { id: "C-E" from: "CN" to: "EAST" gauge_mm: 1435 length_km: 60 tracks: 2 speed_km_per_day: 1440 }
)");
  text = with(text, "id: \"EAST\" country: \"AF\" gauges_mm: 1520",
              "id: \"EAST\" country: \"AF\" gauges_mm: 1520 gauges_mm: 1435");
  text = with(text, "services {", R"(processes {
  gauge_changes { id: "EAST.lift" point: "EAST" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 1 lifts_per_hour: 1000 }
}
services {)");
  text = with(text, "origin: \"EAST\"", "origin: \"CN\"");
  text = with(text, "train_feu: 1 own_containers: 1", "train_feu: 2 own_containers: 2");
  const auto under_way = [](const std::string& scenario) {
    return support::run_text(scenario).replications[0].rerouted[0].under_way;
  };
  EXPECT_EQ(under_way(text), 1);
  EXPECT_EQ(under_way(with(text, "to: \"WEST\" gauge_mm: 1520 length_km: 120",
                           "to: \"WEST\" gauge_mm: 1520 max_feu: 1 length_km: 120")),
            0);
}

// 600 km as planned; 720 km by SOUTH, which is what its containers pay for: tariff 2 * 2 * 72, 0.5 kWh a km
// for each of the two containers' 25 t.
TEST(Diverting, CostsTheWayTaken) {
  std::string text =
      with(with_a_fork("rule: DIVERT"), "train_feu: 1 own_containers: 1", "train_feu: 2 own_containers: 2");
  for (const char* line : {"id: \"E-M\"", "id: \"E-N\"", "id: \"N-W\"", "id: \"E-S\"", "id: \"S-W\""})
    text = with(text, line, std::string(line) + " electrification: \"25kV\"");
  text += R"(
costs {
  currency: "USD"
  rates { country: "AF" tariff_per_teu_km: 0.1 electricity_price_per_kwh: 0.1 electricity_g_per_kwh: 500 }
  train_energy { coefficient_wh: 20 exponent: 0 diesel_efficiency: 0.5 diesel_kwh_per_kg: 10 diesel_g_per_kg: 3000 }
  locomotive_cost_per_hour: 10
  wagon_t_per_feu: 5
}
)";
  const support::Runs runs = support::run_text(text, 1, true);
  const rail::Observations& seen = runs.replications[0];
  EXPECT_EQ(seen.rerouted[0].under_way, 1);
  std::map<std::uint64_t, rail::Bill> paid;
  for (const rail::ContainerBill& one : seen.container_bills) rail::add_bill(paid[one.train], one.bill);
  std::int64_t round = 0;
  for (const rail::TrainBill& one : seen.train_bills) {
    EXPECT_EQ(paid[one.train], one.bill);
    round += one.km == 720 ? 1 : 0;
    const auto km = static_cast<std::int64_t>(one.km);
    EXPECT_TRUE(km == 600 || km == 720) << km;
    EXPECT_EQ(item(one.bill, rail::BillItem::kTariff), 4 * 10 * km);
    EXPECT_EQ(item(one.bill, rail::BillItem::kEnergy), 10 * km);
    EXPECT_EQ(item(one.bill, rail::BillItem::kTractionCo2e), 500 * km);
    EXPECT_EQ(item(one.bill, rail::BillItem::kTractionEnergy), 1000 * km);
  }
  EXPECT_EQ(round, seen.rerouted[0].at_origin + seen.rerouted[0].under_way);
  EXPECT_EQ(seen.costs.trains, seen.costs.containers);
}

}  // namespace
}  // namespace networks
