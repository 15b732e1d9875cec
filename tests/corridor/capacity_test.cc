// What bounds are made of, beside the simulation: the capacity that trains take by tables and means against
// what a year of trains took. Two ways to the same figure, with nothing in common but the scenario.
#include "models/capacity_use.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "models/model_tables.h"
#include "tests/support/scenario_runs.h"

namespace corridor {
namespace {

constexpr double kBusy = 0.2;  // share of the day; rarer things differ by chance
constexpr double kTolerance = 0.05;

double share_of_route(const rail::ModelTables& tables, std::size_t route, std::uint32_t service) {
  const bool first = route == tables.services[service].first_route;
  return tables.routes[route].share_up_to - (first ? 0.0 : tables.routes[route - 1].share_up_to);
}

// By place, kind and side: share of capacity that the trains which departed take.
std::map<std::string, double> calculated(const rail::Model& model, const rail::Observations& seen) {
  const rail::CapacityUses all = rail::capacity_uses(model);
  std::map<std::string, double> shares;
  for (std::size_t r = 0; r < all.routes.size(); ++r) {
    const std::uint32_t service = all.routes[r].service;
    const double trains_per_day = static_cast<double>(seen.services[service].trains_departed) * 86400 /
                                  static_cast<double>(seen.counted_seconds) *
                                  share_of_route(model.tables(), r, service);
    for (const rail::CapacityUse& use : all.routes[r].uses) {
      const rail::Capacity& capacity = all.capacities[use.capacity];
      shares[fmt::format("{} {} {}", to_string(capacity.kind), capacity.place, capacity.side)] +=
          trains_per_day * use.per_train / capacity.per_day;
    }
  }
  return shares;
}

// The same of what was simulated.
std::map<std::string, double> simulated(const rail::Model& model, const rail::Observations& seen) {
  std::map<std::string, double> shares;
  const auto counted = static_cast<double>(seen.counted_seconds);
  const rail::ModelInput& input = model.input();
  for (std::size_t i = 0; i < seen.terminals.size(); ++i) {
    const rail::TerminalInfo& terminal = model.terminals()[i];
    shares[fmt::format("bays {}.{} 0", input.points[terminal.point].id, terminal.name)] =
        static_cast<double>(seen.terminals[i].busy_seconds) / counted / terminal.bays;
  }
  for (std::size_t i = 0; i < seen.resources.size(); ++i) {
    shares[fmt::format("servers {} 0", input.resources[i].id)] =
        static_cast<double>(seen.resources[i].busy_seconds) / counted / input.resources[i].servers;
  }
  for (std::size_t i = 0; i < input.lines.size(); ++i) {
    for (const int side : {0, 1}) {
      shares[fmt::format("section {} {}", input.lines[i].id, side)] =
          static_cast<double>(seen.lines[side][i].compressed.total.taken_s) / counted;
    }
  }
  return shares;
}

TEST(CapacityUse, IsWhatAYearOfTrainsTakes) {
  const support::Runs runs = support::run("scenarios/eurasia-2021.txtpb");
  const rail::Observations& seen = runs.replications[0];
  const std::map<std::string, double> expected = simulated(*runs.model, seen);
  int compared = 0;
  for (const auto& [what, share] : calculated(*runs.model, seen)) {
    const auto found = expected.find(what);
    if (found == expected.end() || found->second < kBusy) continue;  // paths are counted, not occupied
    EXPECT_NEAR(share / found->second, 1, kTolerance) << what;
    ++compared;
  }
  EXPECT_GT(compared, 15);
}

}  // namespace
}  // namespace corridor
