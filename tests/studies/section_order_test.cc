// Bounds of sections where headways differ by the classes of two trains: by the order in which most fit.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "models/section_orders.h"
#include "tests/studies/saturated.h"

namespace studies {
namespace {

using rail::ModelInput;
using saturated::kMinute;
using saturated::simulated;

// A service of each class over the one line; headways in minutes, by leader, then follower.
ModelInput classes(const std::vector<std::vector<std::int64_t>>& headways) {
  ModelInput input = saturated::two_points();
  const rail::ServiceInput service = input.services[0];
  input.train_classes.clear();
  input.services.clear();
  for (std::uint32_t i = 0; i < headways.size(); ++i) {
    input.train_classes.push_back({std::string(1, static_cast<char>('a' + i)), 1, 0});
    input.services.push_back(service);
    input.services[i].id = input.train_classes[i].id;
    input.services[i].train_class = i;
    for (std::uint32_t j = 0; j < headways.size(); ++j)
      input.lines[0].headways.push_back({i, j, headways[i][j] * kMinute});
  }
  return input;
}

// 288 of a and one of b a day. b costs its neighbours 5 + 30 min, so it is followed by b, in long groups: all
// take ten minutes. In the order in which they come the one b costs 15 min more.
ModelInput one_in_289() {
  ModelInput input = classes({{10, 5}, {30, 10}});
  input.services[0].interval = rail::Distribution::constant(5 * kMinute);
  input.services[1].interval = rail::Distribution::constant(86400);
  return input;
}

TEST(SectionOrder, HasNoFollowerForAllWhoSuitsEach) {
  const auto model = rail::Model::build(one_in_289());
  const ScenarioBounds bounds = scenario_bounds(*model);
  EXPECT_NEAR(bounds.scenario_mix.at(0).value, 144, 1e-6);
  EXPECT_NEAR(bounds.free_mix.at(0).value, 144, 1e-6);
  EXPECT_NEAR(bounds.of_demand.at(0).value, 144, 1e-6);
  const double trains = simulated(*model);
  EXPECT_LE(trains, 144);
  EXPECT_NEAR(trains, 289 * 1440 / (287 * 10.0 + 35), 0.3);
}

TEST(SectionOrder, HasAPriceOfTheTrackPerTime) {
  const ScenarioBounds bounds = scenario_bounds(*rail::Model::build(one_in_289()));
  const BindingLimit& track = bounds.scenario_mix.at(0).binding.at(0);
  EXPECT_EQ(bounds.capacities[track.limit].kind, rail::CapacityKind::kSection);
  EXPECT_NEAR(track.price * 3600, 6, 1e-6) << "trains an hour";
}

// Max-flow knows no classes: five minutes a train.
TEST(SectionOrder, IsNotSeenByTheCut) {
  const auto model = rail::Model::build(one_in_289());
  const NetworkCut cut = network_cut(*model, rail::Direction::kWestbound);
  EXPECT_NEAR(cut.teu_per_day, 288 * 2 * saturated::kContainers, 1e-3);
}

// In turn they take 2 and 4 minutes, one after its like 10: of as many of each, 480 a day; of three to one
// 2 + 4 + 10 + 10 min for four.
TEST(SectionOrder, PutsTrainsInTurnWhereThatIsQuicker) {
  ModelInput input = classes({{10, 2}, {4, 10}});
  input.services[0].interval = input.services[1].interval = rail::Distribution::constant(330);
  const auto even = rail::Model::build(input);
  EXPECT_NEAR(scenario_bounds(*even).scenario_mix.at(0).value, 480, 1e-6);
  EXPECT_NEAR(simulated(*even), 480, 0.02 * 480);
  input.services[1].interval = rail::Distribution::constant(990);
  EXPECT_NEAR(scenario_bounds(*rail::Model::build(input)).scenario_mix.at(0).value, 4 * 1440 / 26.0, 1e-6);
}

// Where a leader keeps all at the same distance, or all headways are one, no more is needed than their sum.
TEST(SectionOrder, IsLeftAloneWhereItDoesNotMatter) {
  for (const ModelInput& input : {classes({{7, 7}, {20, 20}}), classes({{9, 9}, {9, 9}})}) {
    const auto model = rail::Model::build(input);
    EXPECT_TRUE(rail::capacity_uses(*model).orders.empty());
    const double both =
        static_cast<double>(input.lines[0].headways[0].seconds + input.lines[0].headways[2].seconds);
    EXPECT_NEAR(scenario_bounds(*model).scenario_mix.at(0).value, 2 * 86400 / both, 1e-6);
  }
}

// Single track, 30 min each way: b may follow a after 5 min, and nothing else follows at all. A pair of those
// takes 35 min, and the way back is as long: four trains in 70 min, one after the other 120.
TEST(SectionOrder, TakesBothSidesOfSingleTrack) {
  ModelInput input = classes({{0, 5}, {0, 0}});
  rail::LineInput& line = input.lines[0];
  line.tracks = 1;
  line.length_km = 30;
  line.speed_km_per_day = 1440;
  line.headways = {{0, 1, 5 * kMinute}};
  for (const std::size_t service : {0, 1}) {
    rail::ServiceInput back = input.services[service];
    back.id += " back";
    std::swap(back.origin, back.destination);
    back.direction = rail::Direction::kEastbound;
    input.services.push_back(back);
  }
  EXPECT_NEAR(scenario_bounds(*rail::Model::build(input)).scenario_mix.at(0).value, 4 * 1440 / 70.0, 1e-6);
}

// Trains made behind the change of gauge are of either class: of both in turn, which is quicker than either.
TEST(SectionOrder, ChoosesAmongClassesThatTrainsMayHave) {
  ModelInput input = saturated::two_points();
  rail::GaugeChangeInput& change = saturated::add_break_of_gauge(input);
  change.bays = 50;
  change.lifts_per_hour = 600;
  change.train_feu = saturated::kContainers;
  input.train_classes = {{"a", 1, 0}, {"b", 1, 0}};
  input.lines[0].headway_s = kMinute;
  input.lines[1].headways = {{0, 0, 3600}, {0, 1, 1200}, {1, 0, 1200}, {1, 1, 3600}};
  rail::ServiceInput& one = input.services[0];
  one.reformed_share = 1;
  rail::ServiceInput other = one;
  other.id = "other";
  other.train_class = 1;
  other.interval = rail::Distribution::constant(2500);
  input.services.push_back(other);
  EXPECT_NEAR(scenario_bounds(*rail::Model::build(input)).scenario_mix.at(0).value, 72, 1e-6);
}

// So many trains of each class in a row, over and over: whatever their order it takes no less time than the
// bound says; and that says as much as the best choice of a follower for each, of which every one has one.
RC_GTEST_PROP(SectionOrder, IsBeatenByNoSequence, ()) {
  const auto size = *rc::gen::inRange<std::size_t>(2, 5);
  std::vector<std::vector<std::int64_t>> headways(size);
  for (auto& row : headways)
    row = *rc::gen::container<std::vector<std::int64_t>>(size, rc::gen::inRange<std::int64_t>(1, 60));
  auto trains = *rc::gen::container<std::vector<std::size_t>>(6, rc::gen::inRange<std::size_t>(0, size));
  ModelInput input = classes(headways);
  std::vector<double> counts(size, 0.0);
  for (const std::size_t one : trains) ++counts[one];
  rail::CapacityUses uses = rail::capacity_uses(*rail::Model::build(input));
  uses.trains_per_day = counts;
  const double bound = best_flows(scenario_mix_program(uses)).value;
  std::vector<std::size_t> follower(trains.size());
  std::iota(follower.begin(), follower.end(), 0U);
  std::int64_t best = 1'000'000;
  do {
    std::int64_t pairs = 0, sequence = 0;
    for (std::size_t i = 0; i < trains.size(); ++i) {
      pairs += headways[trains[i]][trains[follower[i]]];
      sequence += headways[trains[follower[i]]][trains[follower[(i + 1) % trains.size()]]];
    }
    best = std::min(best, pairs);
    RC_ASSERT(static_cast<double>(trains.size()) * 1440 / static_cast<double>(sequence) <= bound + 1e-6);
  } while (std::next_permutation(follower.begin(), follower.end()));
  if (!uses.orders.empty())
    RC_ASSERT(std::abs(bound - static_cast<double>(trains.size()) * 1440 / static_cast<double>(best)) < 1e-4);
}

}  // namespace
}  // namespace studies
