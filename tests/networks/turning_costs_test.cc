// What a train costs and emits that turns half way to the border: its kilometres there and back, and the
// whole way again. By hand, from the rates.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "tests/networks/trips.h"

namespace networks {
namespace {

using rail::Bill;

constexpr std::int64_t at(std::int64_t day, std::int64_t hour) { return day * 24 * kHour + hour * kHour; }

// The toy with MID half way to BORDER, which lies in another country as BORDER does:
//   (EAST)--180 km, electric--(MID)--180 km, diesel--(BORDER)--60 km, half and half--(WEST)
// Three containers of 40 ft a train. The one of day 3, 21 h, turns at MID at 0 h.
std::string toy() {
  std::string text =
      with(text_of("scenarios/toys/turned.txtpb"), "network {\n",
           "network {\n  points { id: \"MID\" country: \"KZ\" gauges_mm: 1520 }\n"
           "  lines { id: \"M-B\" from: \"MID\" to: \"BORDER\" gauge_mm: 1520 length_km: 180 tracks: 2 "
           "speed_km_per_day: 1440 electrification: \"none\" }\n");
  text = with(text, "to: \"BORDER\" gauge_mm: 1520 length_km: 360",
              "to: \"MID\" gauge_mm: 1520 electrification: \"25kV\" length_km: 180");
  text = with(text, "length_km: 60", "electrification: \"mixed\" length_km: 60");
  text = with(text, "\"BORDER\" country: \"AF\"", "\"BORDER\" country: \"KZ\"");
  text = with(text, "train_feu: 1 own_containers: 1", "train_feu: 3 own_containers: 3");
  text = with(text, "from: \"2017-06-05T00:00\"", "from: \"2017-06-04T22:30\"");
  text = with(text, "publish_every { seconds: 21600 }", "publish_every { seconds: 1800 }");
  return text + R"(
costs {
  currency: "USD"
  rates { country: "AF" tariff_per_teu_km: 0.1 cost_per_lift: 20 electricity_price_per_kwh: 0.1 electricity_g_per_kwh: 500 diesel_price_per_kg: 1 }
  rates { country: "KZ" tariff_per_teu_km: 0.2 electricity_price_per_kwh: 0.05 electricity_g_per_kwh: 800 diesel_price_per_kg: 2 terrain_factor: 1.1 }
  train_energy { coefficient_wh: 20 exponent: 0 diesel_efficiency: 0.5 diesel_kwh_per_kg: 10 diesel_g_per_kg: 3000 }
  wagon_cost_per_feu_hour: 1
  locomotive_cost_per_hour: 10
  wagon_t_per_feu: 5
  lift_kwh: 4
}
)";
}

// 75 t (6 TEU of 10 t, wagons of 15 t) at 20 Wh a tkm: 1.5 kWh a km.
// EAST-MID, 90 km in each country: 135 + 148.5 kWh; 13.50 + 7.425 USD; 67.5 + 118.8 kg.
// MID-BORDER: 594 kWh in 59.4 kg of diesel; 118.80 USD; 178.2 kg.
// BORDER-WEST: 24.75 kWh and 4.95 kg in KZ, 22.5 kWh and 4.5 kg in AF: 141.75 kWh; 17.8875 USD; 59.4 kg.
constexpr Bill kTurn{0, 0, 3 * 600, 6000, 4185, 372600, 0, 0, 567000};
constexpr std::int64_t kWholeEnergy = 15761, kWholeCo2e = 423900, kWholeWh = 1019250;
// For each TEU 120 km in AF and 300 km in KZ; two lifts for each container.
constexpr std::int64_t kTariff = 6 * (1200 + 6000), kLifts = 3 * 2 * 2000, kLiftCo2e = 3 * 2 * 2000;

std::int64_t cents(std::int64_t per_hour, std::int64_t seconds) {
  return (100 * per_hour * seconds + 1800) / 3600;
}

Bill whole_way(std::int64_t wagons, std::int64_t locomotive) {
  return {kTariff,   kLifts, cents(3, wagons), cents(10, locomotive), kWholeEnergy, kWholeCo2e,
          kLiftCo2e, 0,      kWholeWh};
}

const rail::ContainerLeg& leg_ready_at(const rail::Observations& seen, std::int64_t ready) {
  return *std::find_if(seen.container_legs.begin(), seen.container_legs.end(),
                       [ready](const rail::ContainerLeg& one) { return one.ready == ready; });
}

std::vector<rail::TrainBill> bills_of(const rail::Observations& seen, std::uint64_t train) {
  std::vector<rail::TrainBill> bills;
  for (const rail::TrainBill& one : seen.train_bills) {
    if (one.train == train) bills.push_back(one);
  }
  return bills;
}

// Its tariff and its lifts are those of one way; it has its wagons all the time, its locomotive while it
// runs.
TEST(TurningCosts, TheWayThereAndBackAndTheWholeWayAgain) {
  const support::Runs runs = support::run_text(toy(), 1, true);
  const rail::Observations& seen = runs.replications[0];
  const rail::ContainerLeg& leg = leg_ready_at(seen, at(3, 21));
  const std::vector<rail::TrainBill> bills = bills_of(seen, leg.train);
  ASSERT_EQ(bills.size(), 2U);
  EXPECT_EQ(bills[0].km, 2 * 180);
  EXPECT_EQ(bills[0].from, point_named(runs, "EAST"));
  EXPECT_EQ(bills[0].to, point_named(runs, "EAST"));
  EXPECT_EQ(bills[0].wagons_since, at(3, 21));
  EXPECT_EQ(bills[0].ended, at(4, 3));
  EXPECT_EQ(bills[0].bill, kTurn);
  EXPECT_EQ(bills[1].km, 420);
  EXPECT_EQ(bills[1].wagons_since, at(4, 3));
  EXPECT_EQ(bills[1].bill, whole_way(leg.arrived - at(4, 3), leg.arrived - leg.departed));
}

// One of day 10 pays for the whole way only.
TEST(TurningCosts, OneThatRunsThroughPaysForTheWayOnce) {
  const support::Runs runs = support::run_text(toy(), 1, true);
  const rail::Observations& seen = runs.replications[0];
  const std::vector<rail::TrainBill> bills = bills_of(seen, leg_ready_at(seen, at(10, 9)).train);
  ASSERT_EQ(bills.size(), 1U);
  EXPECT_EQ(bills[0].bill, whole_way(7 * kHour, 7 * kHour));
}

// Of each train, those that turned among them: each container a third, the odd cents to the first ones.
TEST(TurningCosts, ContainersPayWhatTheirTrainCosts) {
  const support::Runs runs = support::run_text(toy(), 1, true);
  const rail::Observations& seen = runs.replications[0];
  std::map<std::uint64_t, Bill> by_train, paid;
  for (const rail::TrainBill& one : seen.train_bills) rail::add_bill(by_train[one.train], one.bill);
  for (const rail::ContainerBill& one : seen.container_bills) rail::add_bill(paid[one.train], one.bill);
  EXPECT_EQ(paid, by_train);
  const std::uint64_t turned = leg_ready_at(seen, at(3, 21)).train;
  std::vector<Bill> thirds;
  for (const rail::ContainerBill& one : seen.container_bills) {
    if (one.train == turned) thirds.push_back(one.bill);
  }
  ASSERT_EQ(thirds.size(), 6U);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(thirds[i], (Bill{0, 0, 600, 2000, 1395, 124200, 0, 0, 189000}));
}

// The KPIs are of all bills: what turned cost more, and what it was for did not grow.
TEST(TurningCosts, AreInTheKpis) {
  const support::Runs turned = support::run_text(toy(), 1, true),
                      held = support::run_text(with(toy(), "rule: TURN", "rule: HOLD"), 1, true);
  const rail::Observations &seen = turned.replications[0], &other = held.replications[0];
  const auto more = [&](rail::BillItem what) {
    return item(seen.costs.trains, what) - item(other.costs.trains, what);
  };
  EXPECT_EQ(more(rail::BillItem::kTariff), 0);
  EXPECT_EQ(more(rail::BillItem::kHandling), 0);
  EXPECT_EQ(more(rail::BillItem::kEnergy), item(kTurn, rail::BillItem::kEnergy));
  EXPECT_EQ(more(rail::BillItem::kTractionCo2e), item(kTurn, rail::BillItem::kTractionCo2e));
  EXPECT_EQ(more(rail::BillItem::kTractionEnergy), item(kTurn, rail::BillItem::kTractionEnergy));
  EXPECT_EQ(seen.costs.trains, seen.costs.containers);
}

// Refrigerated all the while, and paid once: from when they were ready until they are there.
TEST(TurningCosts, RefrigerationCountsFromTheFirstStart) {
  std::string text = with(toy(), "own_containers: 3", "");
  text = with(text, "experiment {", R"(demand {
  flows { id: "meat" service: "EAST-WEST" containers_per_year: 4380 kind: REEFER_LADEN }
}
experiment {)");
  text = with(text, "lift_kwh: 4", "refrigeration { mean_kw: 2 g_per_kwh: 1000 }");
  const support::Runs runs = support::run_text(text, 1, true);
  const rail::Observations& seen = runs.replications[0];
  ASSERT_EQ(seen.rerouted[0].turned, 1);
  std::int64_t grams = 0, of_turned = 0;
  for (const rail::ContainerLeg& one : seen.container_legs)
    grams += std::llround(2000 * static_cast<double>(one.arrived - one.ready) / kHour);
  for (const rail::TrainBill& one : seen.train_bills) {
    if (one.from == one.to) of_turned += item(one.bill, rail::BillItem::kRefrigerationCo2e);
  }
  EXPECT_EQ(item(seen.costs.trains, rail::BillItem::kRefrigerationCo2e), grams);
  EXPECT_EQ(of_turned, 0);
}

}  // namespace
}  // namespace networks
