// Two points from which more trains start than can run: deterministic times, room for all that waits.
#pragma once

#include <gtest/gtest.h>

#include <utility>

#include "models/observations.h"
#include "models/replication.h"
#include "studies/scenario_bound.h"
#include "tests/studies/toy_models.h"

namespace saturated {

constexpr std::int64_t kMinute = 60, kHour = 3600;
constexpr int kContainers = 10;  // of each train
constexpr double kDays = 60;

inline rail::ModelInput two_points() {
  rail::ModelInput input = toys::two_points_input();
  input.services[0].interval = rail::Distribution::constant(250);
  input.services[0].own_containers = kContainers;
  input.spin_up_s = 86400 * 5;
  input.counted_s = static_cast<std::int64_t>(86400 * kDays);
  return input;
}

// The first service the other way round.
inline void add_way_back(rail::ModelInput& input) {
  rail::ServiceInput back = input.services[0];
  back.id = "back";
  std::swap(back.origin, back.destination);
  back.direction = rail::Direction::kEastbound;
  input.services.push_back(back);
}

// Of trains that end at B.
inline void add_inspection(rail::ModelInput& input, int servers, std::int64_t seconds) {
  rail::ResourceInput post;
  post.id = "post";
  post.point = 1;
  post.servers = servers;
  input.resources = {post};
  rail::StageInput stage;
  stage.name = "inspection";
  stage.resource = 0;
  stage.duration = rail::Distribution::constant(static_cast<double>(seconds));
  input.processes.push_back(
      {"arrival", 1, rail::ProcessRole::kDestination, {rail::Direction::kWestbound}, {stage}});
}

// Beyond B, to C: a line of 1520 mm like the first one, and a change to its gauge at two bays.
inline rail::GaugeChangeInput& add_break_of_gauge(rail::ModelInput& input) {
  input.points.push_back({"C", "Gamma", "YY", {}});
  rail::LineInput broad = input.lines[0];
  broad.id = "BC";
  broad.from = 1;
  broad.to = 2;
  broad.gauge_mm = 1520;
  input.lines.push_back(broad);
  rail::GaugeChangeInput change;
  change.id = change.bay_pool = "lift";
  change.point = 1;
  change.from_gauge_mm = 1435;
  change.to_gauge_mm = 1520;
  change.bays = 2;
  input.gauge_changes.push_back(change);
  input.services[0].destination = 2;
  return input.gauge_changes.back();
}

// In trains of the first origin a day.
inline double simulated(const rail::Model& model) {
  const rail::Observations seen = rail::run_replication(model, {});
  std::int64_t containers = 0;
  for (const rail::ServiceObservation& service : seen.services) containers += service.containers_delivered;
  return static_cast<double>(containers) / kContainers / kDays;
}

struct Expected {
  double trains_per_day;
  const char* kind;
  const char* place;
};

// Begun empty, nothing of before is counted: no run passes the bound then.
inline void expect_within_bound(rail::ModelInput input) {
  input.spin_up_s = 0;
  const auto model = rail::Model::build(input);
  EXPECT_LE(simulated(*model), studies::scenario_bounds(*model).scenario_mix.at(0).value + 1e-9);
}

// The bound, what makes it, and simulations: one that comes within 2 %, one from empty that does not pass it.
inline void expect_reached(const rail::ModelInput& input, const Expected& expected) {
  const auto model = rail::Model::build(input);
  const studies::ScenarioBounds bounds = studies::scenario_bounds(*model);
  ASSERT_FALSE(bounds.scenario_mix.empty());
  const studies::FlowOptimum& first = bounds.scenario_mix[0];
  EXPECT_NEAR(first.value, expected.trains_per_day, 1e-6);
  const rail::Capacity& capacity = bounds.capacities[first.binding.at(0).limit];
  EXPECT_STREQ(to_string(capacity.kind), expected.kind);
  EXPECT_EQ(capacity.place, expected.place);
  for (const studies::BindingLimit& other : first.binding) {
    const bool way_back = bounds.capacities[other.limit].kind == rail::CapacityKind::kReturns;
    EXPECT_TRUE(way_back || other.limit == first.binding[0].limit) << bounds.capacities[other.limit].place;
  }
  EXPECT_GE(simulated(*model), 0.98 * first.value);
  expect_within_bound(input);
}

}  // namespace saturated
