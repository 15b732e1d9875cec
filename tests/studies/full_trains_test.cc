// Trains of a timetable: when they are full, and when only few run.
#include "studies/full_trains.h"

#include <gtest/gtest.h>

#include "studies/bound_binding.h"
#include "tests/studies/toy_models.h"

namespace studies {
namespace {

// Trains of 40 FEU; in each of two replications ten of them leave.
bool is_full(rail::FormationRule rule, std::int64_t teu_arrived, std::int64_t came) {
  rail::ModelInput input = toys::two_points_input();
  input.services[0].rule = rule;
  input.services[0].train_feu = 40;
  input.services[0].own_containers = 0;
  rail::Observations seen;
  seen.services.resize(1);
  seen.services[0].trains_departed = 10;
  seen.services[0].teu_delivered = teu_arrived;
  seen.services[0].containers_delivered = teu_arrived / 2;
  seen.services[0].containers_released = came;
  TrainLoads loads(input);
  loads.add(seen);
  loads.add(seen);
  return loads.are_full().at(0);
}

TEST(TrainLoads, AreFullWhereTheTrainsArriveFullAndATrainIsLeftBehind) {
  using enum rail::FormationRule;
  EXPECT_TRUE(is_full(kTimetable, 800, 440));
  EXPECT_TRUE(is_full(kList, 764, 382 + 39)) << "95.5 %, and one of their loads of 38.2";
  EXPECT_FALSE(is_full(kTimetable, 752, 440)) << "94 %: something else keeps them from arriving";
  EXPECT_FALSE(is_full(kTimetable, 800, 420)) << "half a train is filling";
  EXPECT_FALSE(is_full(kFullLoad, 800, 440)) << "more containers are more trains";
  EXPECT_TRUE(is_full(kRate, 800, 440)) << "as many as the rate has";
}

// Of a rate that brings its own as many only as long as these are not what grows.
TEST(TrainLoads, AreOfAsManyTrainsWhereThePlanIsNotScaled) {
  rail::ModelInput input = toys::two_points_input();
  const auto all = [](const std::string&) { return true; };
  const auto goods = [](const std::string& id) { return id == "goods"; };
  EXPECT_EQ(are_as_many(input, all), std::vector{false});
  EXPECT_EQ(are_as_many(input, goods), std::vector{true});
  input.services[0].own_containers = 0;
  EXPECT_EQ(are_as_many(input, all), std::vector{true});
  input.services[0].rule = rail::FormationRule::kFullLoad;
  EXPECT_EQ(are_as_many(input, goods), std::vector{false});
}

TEST(TrainLoads, AreNotFullWhereNoneRan) {
  TrainLoads loads(toys::two_points_input());
  rail::Observations seen;
  seen.services.resize(1);
  seen.services[0].containers_released = 100;
  loads.add(seen);
  EXPECT_FALSE(loads.are_full().at(0));
}

// A weekly train of a year, and one a day that is not asked about: one of 52.
TEST(TrainLoads, KnowHowMuchATrainIs) {
  rail::ModelInput input = toys::two_points_input();
  input.services.push_back(input.services[0]);
  rail::Observations seen;
  seen.services.resize(2);
  seen.services[0].trains_departed = 52;
  seen.services[0].containers_released = 520;
  seen.services[1].trains_departed = 364;
  seen.services[1].containers_released = 3640;
  TrainLoads loads(input);
  loads.add(seen);
  loads.add(seen);
  EXPECT_DOUBLE_EQ(loads.share_of_a_train({true, false}), 1 / 52.0);
  EXPECT_DOUBLE_EQ(loads.share_of_a_train({true, true}), 20 / 4160.0) << "one of each";
  EXPECT_EQ(loads.share_of_a_train({false, false}), 0);
}

KpiTable waits_of(const std::vector<std::pair<std::string, double>>& hours) {
  std::vector<KpiSummary> kpis;
  for (const auto& [place, mean] : hours)
    kpis.push_back({"wait/" + place + "/container_hours", "h", summarise({mean})});
  for (const auto& [place, mean] : hours)
    kpis.push_back({"wait/" + place + "/container_hours_to_end", "h", summarise({mean})});
  return KpiTable(std::move(kpis));
}

// On their way more is waited for the train than for anything; elsewhere others wait longer.
TEST(ServicesOfFullTrains, AreToldByWaitsOnTheirWay) {
  const rail::ModelInput input = toys::two_points_input();
  const KpiTable kpis = waits_of({{"A/1435/westbound/formation", 50}, {"AB/path", 40}, {"C/track", 900}});
  const std::set<std::string> way = {"A", "AB", "B", "A/1435/westbound"};
  const auto told = [&](const std::set<std::string>& places) {
    return services_of_full_trains(input, {true}, {true}, places, kpis);
  };
  EXPECT_EQ(told(way), (std::vector<std::string>{"A-B"}));
  std::set<std::string> farther = way;
  farther.insert("C");
  EXPECT_TRUE(told(farther).empty());
  EXPECT_TRUE(services_of_full_trains(input, {true}, {false}, way, kpis).empty());
}

TEST(BindingByBound, IsThePlaceWhereTheyWaitForIt) {
  const std::vector<BindingResource> waits = binding_resources(
      waits_of({{"small/server", 100}, {"big/server", 300}, {"pool/A/fleet", 5}, {"pool/B/fleet", 7}}));
  using enum rail::CapacityKind;
  const BindingResource small = binding_by_bound({kServers, "small"}, waits).value();
  EXPECT_EQ(small.wait.place, "small");
  EXPECT_EQ(small.wait.cause, "server");
  EXPECT_NEAR(small.share, 100.0 / 412, 1e-9);
  EXPECT_EQ(binding_by_bound({kWagonSets, "pool"}, waits).value().wait.place, "pool/B");
}

// A queue for a desk that is shut at night waits for it to open then: more clerks would have it shorter.
TEST(BindingByBound, CountsWhatWaitsForItToOpen) {
  const std::vector<BindingResource> waits = binding_resources(waits_of(
      {{"desk/server", 20}, {"desk/hours", 70}, {"AB/section", 4}, {"AB/path", 5}, {"AB/possession", 1}}));
  using enum rail::CapacityKind;
  EXPECT_NEAR(binding_by_bound({kServers, "desk"}, waits).value().share, 0.9, 1e-9);
  EXPECT_NEAR(binding_by_bound({kSection, "AB"}, waits).value().share, 0.05, 1e-9);
  EXPECT_NEAR(binding_by_bound({kPaths, "AB"}, waits).value().share, 0.05, 1e-9);
}

// Nobody waited there in the run, as chance had it; or there is nothing that one could wait for.
TEST(BindingByBound, MayBeAPlaceWhereNobodyWaited) {
  using enum rail::CapacityKind;
  const BindingResource bays = binding_by_bound({kBays, "B.lift"}, {}).value();
  EXPECT_EQ(bays.wait.place, "B.lift");
  EXPECT_EQ(bays.wait.cause, "bay");
  EXPECT_EQ(bays.share, 0);
  EXPECT_FALSE(binding_by_bound({kReturns, "pool/A"}, {}));
  EXPECT_FALSE(binding_by_bound({kLocomotives, "district"}, {}));
  EXPECT_FALSE(binding_by_bound({}, {}));
}

}  // namespace
}  // namespace studies
