// Bounds of whole scenarios beside what is simulated: sources without end, deterministic times, room for all.
#include "studies/scenario_bound.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

using saturated::expect_reached;
using saturated::kMinute;
using saturated::simulated;

TEST(ScenarioBound, IsReachedOnDoubleTrack) {
  rail::ModelInput input = saturated::two_points();
  input.lines[0].headway_s = 10 * kMinute;
  expect_reached(input, {144, "section", "AB"});
}

TEST(ScenarioBound, IsReachedByPaths) {
  rail::ModelInput input = saturated::two_points();
  input.lines[0].paths_per_day = 14;  // one in 6,171 s: a little more than 14 fit into a day
  expect_reached(input, {86400.0 / 6171, "paths", "AB"});
}

// 20 of the 60 days that count have a third of the paths; one more train goes at once as the cut begins, and
// as it ends.
TEST(ScenarioBound, IsReachedByPathsThatAreCutForATime) {
  rail::ModelInput input = saturated::two_points();
  input.lines[0].paths_per_day = 12;
  input.lines[0].path_cuts = rail::TimedValues({{{86400 * 25, 86400 * 45}, 4}});
  expect_reached(input, {(12 * 40 + 4 * 20 + 2) / 60.0, "paths", "AB"});
}

TEST(ScenarioBound, KnowsNoPathsWhereThereAreNoneButInACut) {
  rail::ModelInput input = saturated::two_points();
  input.lines[0].headway_s = 10 * kMinute;
  input.lines[0].path_cuts = rail::TimedValues({{{86400 * 25, 86400 * 26}, 4}});
  const auto model = rail::Model::build(input);
  EXPECT_NEAR(scenario_bounds(*model).scenario_mix.at(0).value, 144, 1e-6) << "the section's";
}

// A14: 24 min there, 25 min back, 3 min clearing: 26.18 pairs a day.
rail::ModelInput single_track() {
  rail::ModelInput input = saturated::two_points();
  rail::LineInput& line = input.lines[0];
  line.tracks = 1;
  line.length_km = 25;
  line.speed_km_per_day = 1440;
  line.clearing_s = 3 * kMinute;
  input.train_classes = {{"24 min", 25.0 / 24, 0}, {"25 min", 1, 0}};
  saturated::add_way_back(input);
  input.services[1].train_class = 1;
  for (rail::ServiceInput& service : input.services) service.interval = rail::Distribution::constant(1500);
  return input;
}

TEST(ScenarioBound, IsReachedOnSingleTrack) {
  expect_reached(single_track(), {2 * 1440.0 / 55, "section", "AB"});
}

// Trains may follow at 5 min, so the bound is that of endless groups; first come, first served alternates
// and pays run and clearing for every train. The gap is the order of trains.
TEST(ScenarioBound, IsNotReachedByTrainsThatMeetOneByOne) {
  rail::ModelInput input = single_track();
  input.lines[0].headway_s = 5 * kMinute;
  const auto model = rail::Model::build(input);
  const double bound = scenario_bounds(*model).scenario_mix.at(0).value;
  EXPECT_NEAR(bound, 288, 1e-6);
  EXPECT_NEAR(simulated(*model), 2 * 1440.0 / 55, 0.1);
}

rail::ModelInput with_inspection() {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 2, 3 * saturated::kHour);
  return input;
}

TEST(ScenarioBound, IsReachedByServers) { expect_reached(with_inspection(), {16, "servers", "post"}); }

TEST(ScenarioBound, CountsInspectedContainersInTheMean) {
  rail::ModelInput input = with_inspection();
  rail::StageInput& stage = input.processes[0].stages[0];
  stage.inspected_share = 0.2;
  stage.per_inspected_container_s = 1800;
  stage.share_of_trains = 0.5;
  // Half the trains, 3 h and two containers of half an hour each: 2 h a train in the mean.
  const auto bounds = scenario_bounds(*rail::Model::build(input));
  EXPECT_NEAR(bounds.scenario_mix.at(0).value, 24, 1e-9);
}

// A19: 18 paths on 1435 mm, 11 on 1520 mm, three trains into two.
rail::ModelInput three_into_two() {
  rail::ModelInput input = saturated::two_points();
  rail::GaugeChangeInput& change = saturated::add_break_of_gauge(input);
  input.lines[0].paths_per_day = 18;
  input.lines[1].paths_per_day = 11;
  change.rule = rail::ReformationRule::kGroup;
  change.inbound_trains = 3;
  change.outbound_trains = 2;
  input.services[0].reformed_share = 1;
  return input;
}

TEST(ScenarioBound, A19IsReachedThroughAChangeOfGauge) {
  const double bound = 1.5 * 86400 / std::round(86400.0 / 11);
  expect_reached(three_into_two(), {bound, "paths", "BC"});
  // Within one group of three trains, over all the counted days.
  const double trains = simulated(*rail::Model::build(three_into_two())) * saturated::kDays;
  EXPECT_NEAR(trains, bound * saturated::kDays, 3);
}

// Every container is lifted twice: 20 lifts of 10 min take 200 min of a bay for each train.
TEST(ScenarioBound, IsReachedByBays) {
  rail::ModelInput input = three_into_two();
  input.gauge_changes[0].lifts_per_hour = 6;
  expect_reached(input, {2 * 1440 / 200.0, "bays", "B.lift"});
}

TEST(ScenarioBound, ComparesDemandWithWhatBinds) {
  rail::ModelInput input = with_inspection();
  input.services[0].interval = rail::Distribution::constant(6 * 3600.0);
  const ScenarioBounds bounds = scenario_bounds(*rail::Model::build(input));
  EXPECT_NEAR(bounds.demand_per_day, 4, 1e-9);
  ASSERT_EQ(bounds.scenario_mix.size(), 2U) << "servers, then the line";
  EXPECT_NEAR(bounds.scenario_mix[0].value, 16, 1e-9);
  EXPECT_NEAR(bounds.scenario_mix[1].value, 144, 1e-9);
}

// Twice as many of the slower trains are asked for; the most trains are the faster ones alone.
TEST(ScenarioBound, MayMixServicesAsItLikes) {
  rail::ModelInput input = single_track();
  input.services[1].interval = rail::Distribution::constant(750);
  const ScenarioBounds bounds = scenario_bounds(*rail::Model::build(input));
  EXPECT_NEAR(bounds.free_mix.at(0).value, 1440.0 / 27, 1e-6);
  EXPECT_NEAR(bounds.scenario_mix.at(0).value, 3 * 1440.0 / (27 + 2 * 28), 1e-6);
}

TEST(NetworkCut, IsWhereTheNetworkIsNarrowest) {
  const auto model = rail::Model::build(three_into_two());
  const NetworkCut west = network_cut(*model, rail::Direction::kWestbound);
  // 11 trains of 30 TEU are fewer TEU than 18 of 20.
  ASSERT_EQ(west.cut.size(), 1U);
  EXPECT_EQ(west.cut[0].place, "BC");
  EXPECT_NEAR(west.teu_per_day, 30 * 86400 / std::round(86400.0 / 11), 0.001);
  const NetworkCut east = network_cut(*model, rail::Direction::kEastbound);
  EXPECT_TRUE(east.cut.empty()) << "no service";
  EXPECT_EQ(east.teu_per_day, 0);
}

TEST(NetworkCut, KnowsNoLimitOfALineWithoutHeadway) {
  rail::ModelInput input = saturated::two_points();
  input.lines[0].headway_s = 0;
  EXPECT_FALSE(network_cut(*rail::Model::build(input), rail::Direction::kWestbound).bounded);
  input.lines[0].paths_per_day = 14;
  EXPECT_EQ(network_cut(*rail::Model::build(input), rail::Direction::kWestbound).cut.at(0).kind,
            rail::CapacityKind::kPaths);
}

// A point where one journey ends and another starts is no way around the railway.
TEST(NetworkCut, IsOnTheWayOfEveryJourney) {
  rail::ModelInput input = three_into_two();
  rail::ServiceInput second = input.services[0];
  input.services[0].destination = 1;
  second.id = "B-C";
  second.origin = 1;
  input.services.push_back(second);
  const NetworkCut west = network_cut(*rail::Model::build(input), rail::Direction::kWestbound);
  ASSERT_EQ(west.cut.size(), 2U);
  EXPECT_NEAR(west.teu_per_day, 20 * 86400 * (1 / std::round(86400.0 / 18) + 1 / std::round(86400.0 / 11)),
              0.001);
}

}  // namespace
}  // namespace studies
