// Energy of trains beside the published table (methods/oracles.csv A22), through an ordinary scenario file.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "tests/support/scenario_runs.h"

namespace oracles {
namespace {

// Wh per gross tonne-km, by gross tonnes, from the watt-hours that trains were billed.
std::map<double, double> wh_per_tkm() {
  const support::Runs runs = support::run("tests/oracles/a22_train_energy.txtpb", 1, true);
  std::map<double, double> by_mass;
  for (const rail::TrainBill& train : runs.replications.at(0).train_bills) {
    const auto wh = static_cast<double>(item(train.bill, rail::BillItem::kTractionEnergy));
    by_mass[train.gross_t] = wh / (train.gross_t * train.km);
  }
  return by_mass;
}

TEST(Oracle, A22TrainEnergy) {
  const std::map<double, double> published = {{500, 25.5}, {1000, 16.6}, {1500, 12.9}, {2000, 10.8}};
  const std::map<double, double> exact = {
      {500, 25.4577398029}, {1000, 16.5646111752}, {1500, 12.8826339086}, {2000, 10.7781109207}};
  std::map<double, double> simulated = wh_per_tkm();
  ASSERT_EQ(simulated.size(), 5u);
  for (const auto& [gross_t, wh] : exact) {
    // The bill is in whole watt-hours: half a one in 500 t * 1,000 km or more.
    EXPECT_NEAR(simulated.at(gross_t), wh, 0.5 / (gross_t * 1000) + 1e-9) << gross_t;
    EXPECT_DOUBLE_EQ(std::round(simulated.at(gross_t) * 10) / 10, published.at(gross_t)) << gross_t;
  }
  EXPECT_DOUBLE_EQ(simulated.at(2025), 10.0) << "the table's class above 2,000 t";
}

}  // namespace
}  // namespace oracles
