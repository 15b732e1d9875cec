// Linear programs of flow: the oracles A17, A18 and A19 (docs/verification.md), prices and balances by hand.
#include "studies/flow_program.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

namespace studies {
namespace {

constexpr std::size_t kPT = 16;  // the edge P-T of A17

// One flow per edge; what enters a vertex leaves it.
FlowProgram a17() {
  const std::vector<std::pair<std::string, double>> edges{
      {"SA", 24}, {"SH", 14}, {"SM", 18}, {"SE", 10}, {"AK", 20}, {"HK", 12},
      {"MR", 16}, {"ER", 9},  {"KW", 28}, {"RW", 22}, {"KC", 3},  {"CT", 3},
      {"WB", 32}, {"BP", 20}, {"WL", 9},  {"LP", 7},  {"PT", 25}};
  FlowProgram program;
  std::map<char, std::vector<FlowProgram::Use>> balances;
  for (const auto& [ends, capacity] : edges) {
    const std::size_t flow = program.add_flow(ends[0] == 'S' ? 1 : 0);
    program.limit(capacity, {{flow, 1}});
    balances[ends[0]].push_back({flow, -1});
    balances[ends[1]].push_back({flow, 1});
  }
  for (const auto& [vertex, uses] : balances) {
    if (vertex != 'S' && vertex != 'T') program.balances.push_back(uses);
  }
  return program;
}

TEST(Oracle, A17AsALinearProgram) {
  const FlowProgram program = a17();
  const FlowOptimum optimum = best_flows(program);
  EXPECT_NEAR(optimum.value, 28, 1e-9);
  ASSERT_EQ(optimum.binding.size(), 2U) << "the cut: P-T, and K-C or C-T, which are in series";
  double cut = 0;
  bool has_pt = false;
  for (const BindingLimit& one : optimum.binding) {
    EXPECT_NEAR(one.price, 1, 1e-9);
    cut += program.limits[one.limit].capacity;
    has_pt = has_pt || one.limit == kPT;
  }
  EXPECT_TRUE(has_pt);
  EXPECT_EQ(cut, 28);
}

// Flows: trains westbound and eastbound a day, as many of each.
FlowProgram a18() {
  FlowProgram program;
  const std::size_t west = program.add_flow(1);
  const std::size_t east = program.add_flow(0);
  program.balances.push_back({{west, 1}, {east, -1}});
  program.limit(1440, {{west, 27.5}, {east, 27.5}});  // section
  program.limit(4 * 24, {{west, 2.5}, {east, 2.0}});  // bays
  program.limit(300, {{west, 13.5}});                 // wagon sets
  program.limit(40, {{west, 1.9}});                   // locomotives
  return program;
}

TEST(Oracle, A18SharedResources) {
  const FlowProgram program = a18();
  const std::vector<FlowOptimum> steps = bottlenecks(program, 10);
  ASSERT_EQ(steps.size(), 4U);
  const std::size_t limits[] = {3, 1, 2, 0};  // locomotives, bays, wagon sets, section
  const double values[] = {21.0526315789, 21.3333333333, 22.2222222222, 26.1818181818};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(steps[i].value, values[i], 1e-9);
    ASSERT_EQ(steps[i].binding.size(), 1U);
    EXPECT_EQ(steps[i].binding[0].limit, limits[i]);
  }
  EXPECT_NEAR(steps[0].binding[0].price, 1 / 1.9, 1e-9) << "pairs a day for one more locomotive";
  EXPECT_NEAR(steps[0].flows[1], values[0], 1e-9);
  EXPECT_EQ(bottlenecks(program, 2).size(), 2U);
}

// Three trains of 1435 mm make two of 1520 mm.
TEST(Oracle, A19ThreeIntoTwo) {
  FlowProgram program;
  const std::size_t narrow = program.add_flow(1);
  const std::size_t broad = program.add_flow(0);
  program.balances.push_back({{narrow, 2.0 / 3}, {broad, -1}});
  program.limit(18, {{narrow, 1}});  // 1435
  program.limit(11, {{broad, 1}});   // 1520
  const FlowOptimum optimum = best_flows(program);
  EXPECT_NEAR(optimum.flows[narrow], 16.5, 1e-9);
  EXPECT_NEAR(optimum.flows[broad], 11, 1e-9);
  ASSERT_EQ(optimum.binding.size(), 1U);
  EXPECT_EQ(optimum.binding[0].limit, 1U) << "the limit of 1520";
  EXPECT_NEAR(optimum.binding[0].price, 1.5, 1e-9);
}

// x + y <= 4, x + 3 y <= 6; 2 x + 3 y is highest at (3, 1): prices 1.5 and 0.5.
TEST(FlowProgram, PricesEveryLimitThatBinds) {
  FlowProgram program;
  program.add_flow(2);
  program.add_flow(3);
  program.limit(100, {{0, 1}, {1, 1}});  // loose
  program.limit(6, {{0, 1}, {1, 3}});    // second
  program.limit(4, {{0, 1}, {1, 1}});    // first
  const FlowOptimum optimum = best_flows(program);
  EXPECT_NEAR(optimum.value, 9, 1e-9);
  ASSERT_EQ(optimum.binding.size(), 2U);
  EXPECT_EQ(optimum.binding[0].limit, 2U) << "worth 6 of 9; the other 3";
  EXPECT_NEAR(optimum.binding[0].price, 1.5, 1e-9);
  EXPECT_NEAR(optimum.binding[1].price, 0.5, 1e-9);
}

// A pool of wagons that must come back: one way takes 10 of a day's 30 slots, the other has 7.
TEST(FlowProgram, BalancesWagonsBetweenDirections) {
  FlowProgram program;
  const std::size_t west = program.add_flow(1), east = program.add_flow(1), empty = program.add_flow(0);
  program.balances.push_back({{west, 1}, {east, -1}, {empty, -1}});
  program.limit(30, {{west, 1}});             // westbound
  program.limit(7, {{east, 1}, {empty, 1}});  // eastbound
  const FlowOptimum optimum = best_flows(program);
  EXPECT_NEAR(optimum.value, 14, 1e-9);
}

// Duality decides: flows within the limits, and prices that pay for every flow, of equal worth, are optimal.
RC_GTEST_PROP(FlowProgram, FlowsAndPricesAreWorthTheSame, ()) {
  FlowProgram program;
  const int flows = *rc::gen::inRange(1, 8);
  for (int i = 0; i < flows; ++i) program.add_flow(*rc::gen::inRange(0, 5));
  const int limits = *rc::gen::inRange(1, 12);
  for (int i = 0; i < limits; ++i) {
    std::vector<FlowProgram::Use> uses;
    for (std::size_t flow = 0; flow < program.values.size(); ++flow) {
      const int amount = *rc::gen::inRange(0, 4);
      if (amount > 0) uses.push_back({flow, 0.5 * amount});
    }
    program.limit(*rc::gen::inRange(0, 100), std::move(uses));
  }
  const FlowOptimum optimum = best_flows(program);
  std::vector<double> paid(program.values.size(), 0.0);
  std::vector<bool> limited(program.values.size(), false);
  for (const FlowProgram::Limit& limit : program.limits) {
    double used = 0;
    for (const FlowProgram::Use& use : limit.uses) {
      limited[use.flow] = true;
      if (optimum.bounded) used += use.amount * optimum.flows[use.flow];
    }
    RC_ASSERT(used <= limit.capacity + 1e-6);
  }
  bool unlimited = false;
  for (std::size_t i = 0; i < limited.size(); ++i)
    unlimited = unlimited || (!limited[i] && program.values[i] > 0);
  RC_ASSERT(optimum.bounded != unlimited);
  if (unlimited) return;
  double worth = 0;
  for (const BindingLimit& one : optimum.binding) {
    RC_ASSERT(one.price > 0);
    worth += one.price * program.limits[one.limit].capacity;
    for (const FlowProgram::Use& use : program.limits[one.limit].uses)
      paid[use.flow] += one.price * use.amount;
  }
  RC_ASSERT(std::abs(worth - optimum.value) < 1e-6 * (1 + optimum.value));
  for (std::size_t i = 0; i < paid.size(); ++i) RC_ASSERT(paid[i] > program.values[i] - 1e-6);
}

TEST(FlowProgram, SaysIfNothingLimitsAFlow) {
  FlowProgram program;
  program.add_flow(1);
  EXPECT_FALSE(best_flows(program).bounded);
  EXPECT_TRUE(bottlenecks(program, 3).empty());
}

TEST(FlowProgram, IsZeroWithoutCapacity) {
  FlowProgram program;
  program.add_flow(1);
  program.limit(0, {{0, 1}});  // closed
  EXPECT_NEAR(best_flows(program).value, 0, 1e-9);
}

}  // namespace
}  // namespace studies
