// Costs and emissions: a bill worked out by hand, and the property that containers pay what trains cost.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

#include "tests/networks/trips.h"

namespace networks {
namespace {

using rail::add_bill;
using rail::Bill;
using rail::cents_of;
using rail::grams_of;

// Narrow gauge, half of it in each country: tariff 2 TEU * (50 + 100); lifts 20 + 10; wagons 24 h + 1 h;
// locomotive 24 h: 240.0096 for three, of which the first pays the odd cent; energy 1.5 kWh/km * 500 km *
// (0.10 + 0.05) for three. Broad gauge: tariff 2 TEU * 100; one lift; 12 h; 150 kg of diesel.
TEST(Costs, TheBillOfTheToy) {
  const support::Runs runs = support::run("scenarios/toys/costs.txtpb", 1, true);
  const rail::Observations& seen = runs.replications[0];
  ASSERT_EQ(seen.train_bills.size(), 2u);
  ASSERT_EQ(seen.container_bills.size(), 6u);
  const Bill narrow{3 * 30000, 3 * 3000, 3 * 2500, 24001, 11250, 975000, 3 * 5200, 0, 1500000};
  const Bill broad{3 * 20000, 3 * 1000, 3 * 1200, 12000, 15000, 450000, 3 * 3200, 0, 1500000};
  EXPECT_EQ(seen.train_bills[0].bill, narrow);
  EXPECT_EQ(seen.train_bills[1].bill, broad);
  EXPECT_EQ(seen.train_bills[0].gross_t, 75);
  EXPECT_EQ(seen.container_bills[0].bill, (Bill{30000, 3000, 2500, 8001, 3750, 325000, 5200, 0, 500000}));
  EXPECT_EQ(seen.container_bills[1].bill, (Bill{30000, 3000, 2500, 8000, 3750, 325000, 5200, 0, 500000}));
  EXPECT_EQ(seen.container_bills[5].bill, (Bill{20000, 1000, 1200, 4000, 5000, 150000, 3200, 0, 500000}));
}

TEST(Costs, TheKpisOfTheToy) {
  const support::Runs runs = support::run("scenarios/toys/costs.txtpb");
  const double cents = 3 * (50000 + 4000 + 3700 + 12000 + 8750) + 1, grams = 3 * (475000 + 8400);
  EXPECT_DOUBLE_EQ(kpi(runs, "cost/EAST-WEST/per_teu"), cents / 100 / 6);
  EXPECT_DOUBLE_EQ(kpi(runs, "cost/EAST-WEST/locomotives/per_teu"), 360.01 / 6);
  EXPECT_DOUBLE_EQ(kpi(runs, "emissions/EAST-WEST/g_per_teu"), grams / 6);
  EXPECT_DOUBLE_EQ(kpi(runs, "emissions/EAST-WEST/traction/g_per_teu"), 3 * 475000 / 6.0);
  EXPECT_DOUBLE_EQ(kpi(runs, "emissions/EAST-WEST/g_per_tonne_km"), grams / (8 * 6 * 1500));
  EXPECT_DOUBLE_EQ(kpi(runs, "energy/EAST-WEST/traction/kwh_per_teu"), 500);
  EXPECT_DOUBLE_EQ(kpi(runs, "bills/trains/cost"), cents / 100);
  EXPECT_DOUBLE_EQ(kpi(runs, "bills/empty_trains/cost"), 0);
}

TEST(Costs, ATariffForTheLegWins) {
  std::string text = text_of("scenarios/toys/costs.txtpb");
  text.insert(text.find("currency:"),
              "leg_tariffs { from: \"BORDER\" to: \"WEST\" gauge_mm: 1520 per_teu: 1000.006 } ");
  const support::Runs runs = support::run_text(text, 1, true);
  EXPECT_EQ(item(runs.replications[0].train_bills[0].bill, rail::BillItem::kTariff), 3 * 30000);
  EXPECT_EQ(item(runs.replications[0].train_bills[1].bill, rail::BillItem::kTariff), 3 * 2 * 100001);
}

// One train at a time in one set, as long as the pool's longest train: three FEU.
std::string with_a_set(const std::string& text) {
  return with(text, "costs {",
              "fleets { wagon_pools { id: \"sets\" gauge_mm: 1435 stock { point: \"EAST\" units: 1 } "
              "stock { point: \"BORDER\" } } }\ncosts {");
}

TEST(Costs, AWagonSetIsBilledLikeTheTrainThatFillsIt) {
  const support::Runs counted = support::run_text(with_a_set(text_of("scenarios/toys/costs.txtpb")), 1, true);
  const support::Runs not_counted = support::run("scenarios/toys/costs.txtpb", 1, true);
  ASSERT_EQ(counted.replications[0].train_bills.size(), 2U);
  for (const std::size_t leg : {0U, 1U}) {
    const rail::TrainBill& one = counted.replications[0].train_bills[leg];
    EXPECT_EQ(one.bill, not_counted.replications[0].train_bills[leg].bill);
    EXPECT_EQ(one.gross_t, 75);
  }
}

// Two containers on wagons for three: 40 t and 15 t; three FEU for 24 h and 40 min of lifting.
TEST(Costs, AWagonSetIsBilledAsAWhole) {
  const std::string text = with_a_set(text_of("scenarios/toys/costs.txtpb"));
  const support::Runs runs = support::run_text(with(text, "own_containers: 3", "own_containers: 2"), 1, true);
  const rail::TrainBill& narrow = runs.replications[0].train_bills.at(0);
  EXPECT_EQ(narrow.gross_t, 55);
  EXPECT_EQ(item(narrow.bill, rail::BillItem::kWagons), 7400);
}

// The same trains with the same wagons, in sets of 40 FEU or two FEU each.
TEST(Costs, EmptySetsWeighWhatTheirWagonsWeigh) {
  const auto run = [](bool in_sets) {
    std::string text = with(text_of("scenarios/toys/fleets.txtpb"), "counted { seconds: 31536000 }",
                            "counted { seconds: 5184000 }");
    if (in_sets) {
      text = with(text, " feu_per_wagon: 2", "");
      text = with(text, "units: 600", "units: 30");
      text = with(text, "units: 240", "units: 12");
      text = with(text, "keep_idle: 60", "keep_idle: 3");
    }
    const std::string costs =
        "costs { currency: \"USD\" rates { electricity_price_per_kwh: 0.1 } wagon_cost_per_feu_hour: 1 }\n";
    return support::run_text(text + costs, 1, true);
  };
  const support::Runs sets = run(true), wagons = run(false);
  const rail::Observations& seen = sets.replications[0];
  EXPECT_GT(std::count_if(seen.train_bills.begin(), seen.train_bills.end(),
                          [](const rail::TrainBill& one) { return one.containers == 0; }),
            10);
  for (const rail::TrainBill& one : seen.train_bills) {
    if (one.containers > 0) continue;
    EXPECT_EQ(one.gross_t, 13 * 40);
  }
  EXPECT_EQ(seen.costs.empty_trains, wagons.replications[0].costs.empty_trains);
  EXPECT_EQ(seen.costs.trains, wagons.replications[0].costs.trains);
}

bool is_of_costs(const std::string& key) {
  const auto heads = {"cost/", "emissions/", "energy/", "bills/"};
  return std::any_of(heads.begin(), heads.end(), [&key](const char* head) { return key.starts_with(head); });
}

std::map<std::string, double> other_kpis(const support::Runs& runs) {
  std::map<std::string, double> kpis;
  for (const rail::Kpi& one : rail::kpis(*runs.model, runs.replications[0])) {
    if (!is_of_costs(one.key)) kpis[one.key] = one.observed ? one.value : -1;
  }
  return kpis;
}

TEST(Costs, AreNoKpisOfAScenarioWithoutThem) {
  const support::Runs runs = support::run("scenarios/toys/one_border.txtpb");
  for (const rail::Kpi& one : rail::kpis(*runs.model, runs.replications[0]))
    EXPECT_FALSE(is_of_costs(one.key)) << one.key;
  EXPECT_EQ(runs.replications[0].costs.trains, Bill{});
}

// Not a bit of any other KPI, nor of the number of events.
TEST(Costs, ChangeNothingElseInTheCorridor) {
  const support::Runs without = support::run("scenarios/eurasia-2024.txtpb");
  const support::Runs with = support::run("scenarios/whatif/costs-2024.txtpb");
  EXPECT_EQ(other_kpis(with), other_kpis(without));
  EXPECT_EQ(with.replications[0].events, without.replications[0].events);
  EXPECT_EQ(with.replications[0].costs.trains, with.replications[0].costs.containers);
  EXPECT_GT(grams_of(with.replications[0].costs.trains), 0);
}

std::string with_costs(const std::string& costs) {
  std::string text = text_of("scenarios/toys/one_border.txtpb");
  text.replace(
      text.find("services {"), std::string::npos,
      "services { services { id: \"mixed\" origin: \"EAST\" destination: \"WEST\" direction: WESTBOUND "
      "reformed_share: 0.5 formation { rule: TIMETABLE train_feu: 20 departures {} } } }\n"
      "demand {\n"
      "flows { id: \"twenty\" service: \"mixed\" containers_per_year: 3000 size_ft: 20 }\n"
      "flows { id: \"reefers\" service: \"mixed\" containers_per_year: 900 kind: REEFER_LADEN }\n"
      "flows { id: \"empties\" service: \"mixed\" containers_per_year: 400 kind: EMPTY }\n"
      "}\nexperiment { spin_up { seconds: 864000 } counted { seconds: 2592000 } }\n");
  return text + costs;
}

std::string random_costs() {
  const auto up_to = [](double most) { return most * *rc::gen::inRange(0, 1000001) / 1e6; };
  const std::string allocation = *rc::gen::element(std::string("BY_TEU"), std::string("BY_MASS"));
  std::string text = fmt::format("costs {{ currency: \"EUR\" allocation: {}\n", allocation);
  for (const char* country : {"CN", "KZ", ""}) {
    const double tariff = 0.001 + up_to(2), lift = up_to(90), price = up_to(1), grams = up_to(900),
                 diesel = up_to(3);
    text += fmt::format(
        "rates {{ country: \"{}\" tariff_per_teu_km: {} cost_per_lift: {} electricity_price_per_kwh: {} "
        "electricity_g_per_kwh: {} diesel_price_per_kg: {} }}\n",
        country, tariff, lift, price, grams, diesel);
  }
  const double net = up_to(15), wagons = up_to(5), locomotive = up_to(900), kwh = up_to(9), kw = up_to(9);
  return text + fmt::format(
                    "net_t_per_teu: {} wagon_cost_per_feu_hour: {} locomotive_cost_per_hour: {} lift_kwh: {} "
                    "refrigeration {{ mean_kw: {} g_per_kwh: 999.9 price_per_kwh: 0.77 }} }}\n",
                    net, wagons, locomotive, kwh, kw);
}

// Each train's bill, and that of all its containers.
void expect_equal_sums(const rail::Observations& seen) {
  std::map<std::uint64_t, Bill> by_train;
  for (const rail::ContainerBill& one : seen.container_bills) add_bill(by_train[one.train], one.bill);
  Bill trains{}, containers{};
  for (const rail::TrainBill& one : seen.train_bills) {
    if (one.containers == 0) continue;
    RC_ASSERT(by_train[one.train] == one.bill);
    add_bill(trains, one.bill);
    add_bill(containers, by_train[one.train]);
  }
  RC_ASSERT(trains == seen.costs.trains);
  RC_ASSERT(containers == seen.costs.containers);
  RC_ASSERT(cents_of(trains) > 0);
}

// Random tariffs and loads: 20 ft, refrigerated and empty containers, on trains kept and re-formed.
TEST(Costs, ContainersPayWhatTrainsCost) {
  EXPECT_TRUE(rc::check("sums over containers are sums over trains", [] {
    const support::Runs runs = support::run_text(with_costs(random_costs()), 1, true);
    expect_equal_sums(runs.replications[0]);
    const rail::ConservationCheck& sum = runs.replications[0].conservation;
    Bill paid = sum.billed_delivered;
    add_bill(paid, sum.billed_inside);
    add_bill(paid, sum.billed_empty);
    RC_ASSERT(paid == sum.billed);
  }));
}

}  // namespace
}  // namespace networks
