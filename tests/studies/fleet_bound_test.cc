// Bounds of whole scenarios with fleets, tracks of stations and hours, beside what is simulated.
#include <gtest/gtest.h>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

using saturated::kHour;
using saturated::kMinute;

// Trains both ways over twelve hours of double track, more than there are wagons for.
rail::ModelInput both_ways() {
  rail::ModelInput input = saturated::two_points();
  input.lines[0].headway_s = 10 * kMinute;
  saturated::add_way_back(input);
  for (rail::ServiceInput& service : input.services) service.interval = rail::Distribution::constant(1500);
  return input;
}

rail::WagonPoolInput sets(std::int64_t units) {
  rail::WagonPoolInput pool;
  pool.id = "sets";
  pool.stock = {{0, units}, {1, units}};
  pool.turnaround = rail::Distribution::constant(6 * kHour);
  return pool;
}

// 40 sets, each 18 h with a train: 53 trains a day.
TEST(FleetBound, IsReachedByWagonSets) {
  rail::ModelInput input = both_ways();
  input.wagon_pools = {sets(20)};
  saturated::expect_reached(input, {40 * 24.0 / 18, "wagon sets", "sets"});
}

// Ten containers of 40 ft on wagons for two each: five wagons a train.
TEST(FleetBound, CountsWagonsOneByOne) {
  rail::ModelInput input = both_ways();
  input.wagon_pools = {sets(100)};
  input.wagon_pools[0].feu_per_wagon = 2;
  saturated::expect_reached(input, {40 * 24.0 / 18, "wagons", "sets"});
}

// Trains one way, locomotives back alone: 12 h there, 6 h back.
TEST(FleetBound, IsReachedByLocomotivesThatReturnLight) {
  rail::ModelInput input = saturated::two_points();
  rail::TractionDistrictInput district;
  district.id = "hills";
  district.lines = {0};
  district.stock = {{0, 15}};
  district.light_runs = {{1, 0, 0, 0, 6 * kHour}};
  input.traction_districts = {district};
  input.services[0].interval = rail::Distribution::constant(1500);
  saturated::expect_reached(input, {15 * 24.0 / 18, "locomotives", "hills"});
}

// In the long run nothing leaves a point to which nothing returns.
TEST(FleetBound, IsNothingWithoutAWayBack) {
  rail::ModelInput input = saturated::two_points();
  input.wagon_pools = {sets(20)};
  const auto model = rail::Model::build(input);
  const ScenarioBounds bounds = scenario_bounds(*model);
  const FlowOptimum& first = bounds.scenario_mix.at(0);
  EXPECT_NEAR(first.value, 0, 1e-9);
  EXPECT_STREQ(to_string(bounds.capacities[first.binding.at(0).limit].kind), "returns");
  EXPECT_EQ(bounds.capacities[first.binding.at(0).limit].place, "sets/A");
}

// Empty wagons come back as trains of the same line, half a day each way.
TEST(FleetBound, IsReachedWithEmptyWagons) {
  rail::ModelInput input = both_ways();
  input.wagon_pools = {sets(10)};
  rail::ServiceInput& back = input.services[1];
  back.rule = rail::FormationRule::kEmptyWagons;
  back.interval.reset();
  back.own_containers = 0;
  saturated::expect_reached(input, {20 * 24.0 / 36, "wagon sets", "sets"});
}

// Three tracks, four hours on each.
TEST(FleetBound, IsReachedByTracksThatBind) {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 5, 4 * kHour);
  input.points[1].tracks = {{1435, 3, 1000}};
  input.dispatching.tracks_bind = true;
  input.dispatching.admission = rail::AdmissionRule::kRoomOnly;
  input.services[0].interval = rail::Distribution::constant(3600);
  saturated::expect_reached(input, {3 * 24.0 / 4, "station tracks", "B"});
}

rail::OpeningHours daily(std::int64_t from, std::int64_t to) {
  std::vector<rail::OpenInterval> open;
  for (std::int64_t day = 0; day < 100; ++day) open.push_back({day * 86400 + from, day * 86400 + to});
  return rail::OpeningHours(open);
}

// Two posts open eight hours a day, three hours of work a train that rests overnight.
TEST(FleetBound, IsReachedByServersWhileTheyAreOpen) {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 2, 3 * kHour);
  input.hours = {daily(8 * kHour, 16 * kHour)};
  input.resources[0].hours = 0;
  input.services[0].interval = rail::Distribution::constant(3600);
  saturated::expect_reached(input, {2 * 8 / 3.0, "servers", "post"});
}

// Work that goes on as the post closes is no work of open hours alone: no such limit is claimed.
TEST(FleetBound, KnowsOfWorkThatGoesOn) {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 2, 3 * kHour);
  input.hours = {daily(8 * kHour, 16 * kHour)};
  input.resources[0].hours = 0;
  input.processes[0].stages[0].finishes = true;
  const auto model = rail::Model::build(input);
  EXPECT_NEAR(scenario_bounds(*model).scenario_mix.at(0).value, 16, 1e-9);
  EXPECT_GT(saturated::simulated(*model), 2 * 8 / 3.0) << "the last one of each day goes on";
}

// 40 min of run, one every ten minutes: the last of eight hours leaves after seven hours and twenty minutes.
TEST(FleetBound, IsReachedByALineWhileItIsOpen) {
  rail::ModelInput input = saturated::two_points();
  input.lines[0].headway_s = 10 * kMinute;
  input.lines[0].length_km = 800 / 36.0;
  input.hours = {daily(8 * kHour, 16 * kHour)};
  input.lines[0].hours = 0;
  input.services[0].interval = rail::Distribution::constant(1200);
  saturated::expect_reached(input, {45, "section", "AB"});
}

TEST(FleetBound, IsReachedByAQuotaOfOneDirection) {
  rail::ModelInput input = saturated::two_points();
  input.lines[0].accepted_per_day = {7, 0};
  for (std::int64_t day = -1; day < 100; ++day) input.lines[0].acceptance_days[0].push_back(day * 86400);
  input.services[0].interval = rail::Distribution::constant(3600);
  saturated::expect_reached(input, {7, "paths", "AB"});
}

// Of two services that are asked for equally, one has a line of its own: it runs, and the other as far as it
// can. In today's proportions both would be held back.
TEST(FleetBound, IsOfDemandWhereSomeOfItFits) {
  rail::ModelInput input = saturated::two_points();
  input.points.push_back({"C", "Gamma", "YY", {}});
  rail::LineInput other = input.lines[0];
  other.id = "AC";
  other.to = 2;
  input.lines[0].paths_per_day = 6;
  input.lines.push_back(other);
  input.services[0].interval = rail::Distribution::constant(7200);
  rail::ServiceInput second = input.services[0];
  second.id = "A-C";
  second.destination = 2;
  input.services.push_back(second);
  const auto model = rail::Model::build(input);
  const ScenarioBounds bounds = scenario_bounds(*model);
  EXPECT_NEAR(bounds.of_demand.at(0).value, 12 + 6, 1e-6);
  EXPECT_NEAR(bounds.scenario_mix.at(0).value, 6 + 6, 1e-6);
  EXPECT_NEAR(saturated::simulated(*model), 18, 0.1);
}

}  // namespace
}  // namespace studies
