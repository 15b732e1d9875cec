// Bounds of demand that does not become more trains in proportion.
#include "studies/demand_bound.h"

#include <gtest/gtest.h>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

bool everything(const std::string&) { return true; }

std::vector<BoundRow> bound_of(const rail::ModelInput& input, const std::string& id) {
  return demand_bound(
      input, [&](const std::string& other) { return other == id; }, std::vector(input.services.size(), true));
}

// Full trains of ten, of 20,000 containers a year from one flow and 2,000 from the other; twelve paths a day.
rail::ModelInput two_flows_of_a_service() {
  rail::ModelInput input = saturated::two_points();
  rail::ServiceInput& service = input.services[0];
  service.rule = rail::FormationRule::kFullLoad;
  service.interval.reset();
  service.own_containers = 0;
  service.train_feu = 10;
  input.lines[0].paths_per_day = 12;
  input.flows.push_back({"steel", 0, rail::ContainerKind::kDryLaden, 20'000, 40, rail::kNone});
  input.flows.push_back({"food", 0, rail::ContainerKind::kDryLaden, 2'000, 40, rail::kNone});
  return input;
}

// Which of its flows grows does not matter to twelve trains; how many times does.
TEST(DemandBound, IsOfTheFlowThatGrowsAndNotOfItsTrains) {
  const rail::ModelInput input = two_flows_of_a_service();
  const std::vector<BoundRow> all = demand_bound(input, everything, {true});
  ASSERT_GE(all.size(), 1u);
  EXPECT_NEAR(all[0].times_demand, 43'800 / 22'000.0, 1e-4);
  EXPECT_NEAR(all[0].price.value(), 1, 1e-6);
  const std::vector<BoundRow> food = bound_of(input, "food");
  ASSERT_EQ(food.size(), 1u);
  EXPECT_NEAR(food[0].times_demand, (43'800 - 20'000) / 2'000.0, 1e-4);
  EXPECT_EQ(food[0].kind, "paths");
  EXPECT_EQ(food[0].place, "AB");
  EXPECT_FALSE(food[0].price) << "a path more is a train more, of both";
  EXPECT_NEAR(bound_of(input, "steel").at(0).times_demand, (43'800 - 2'000) / 20'000.0, 1e-4);
}

// Eight trains of a timetable, which bring what they carry, and two a day of what grows.
TEST(DemandBound, LeavesTrainsOfATimetableAsManyAsTheyAre) {
  rail::ModelInput input = two_flows_of_a_service();
  input.flows = {{"goods", 0, rail::ContainerKind::kDryLaden, 7'300, 40, rail::kNone}};
  rail::ServiceInput timetable = input.services[0];
  timetable.id = "timetable";
  timetable.rule = rail::FormationRule::kTimetable;
  timetable.own_containers = 10;
  for (int i = 0; i < 56; ++i) timetable.week_times_s.push_back(i * 3 * saturated::kHour);
  input.services.push_back(timetable);
  const std::vector<BoundRow> rows = demand_bound(input, everything, {true, true});
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_NEAR(rows[0].times_demand, 2, 1e-4);
  EXPECT_FALSE(rows[0].price);
  EXPECT_NEAR(demand_bound(input, everything, {true, false}).at(0).times_demand, 6, 1e-4)
      << "were the timetable left undone";
  for (int i = 0; i < 56; ++i) input.services[1].week_times_s[static_cast<std::size_t>(i)] /= 2;
  input.services[1].week_times_s.insert(input.services[1].week_times_s.end(), 56, 6 * 86400);
  EXPECT_EQ(demand_bound(input, everything, {true, true}).at(0).times_demand, 0)
      << "sixteen trains of a timetable alone are too many";
}

// Four trains a day, a quarter full, and six paths.
TEST(DemandBound, KnowsThatTrainsFillFirst) {
  rail::ModelInput input = two_flows_of_a_service();
  input.lines[0].paths_per_day = 6;
  rail::ServiceInput& service = input.services[0];
  service.rule = rail::FormationRule::kRate;
  service.interval = rail::Distribution::constant(6 * saturated::kHour);
  input.flows = {{"goods", 0, rail::ContainerKind::kDryLaden, 3'650, 40, rail::kNone}};
  EXPECT_TRUE(demand_bound(input, everything, {true}).empty()) << "more trains there are not";
  input.lines[0].paths_per_day = 3;
  EXPECT_EQ(demand_bound(input, everything, {true}).at(0).times_demand, 0) << "nor fewer";
}

}  // namespace
}  // namespace studies
