// Trains that changes of gauge gather, counted by hand: three trains come and two leave, in a toy.
#include "studies/train_groups.h"

#include <gtest/gtest.h>

#include "tests/support/shipped_scenarios.h"

namespace studies {
namespace {

TEST(TrainGroups, AreHeldAtOneChangeOfGaugeAndUnderWayBehindIt) {
  rail::ModelInput input = support::input_of("toys/one_border");
  ASSERT_EQ(input.points[1].id, "BORDER");
  EXPECT_EQ(step_of_point(input, 1), 1 + 3 + 2);
  EXPECT_EQ(step_of_point(input, 0), 2) << "those that leave together";
  EXPECT_EQ(steps_of_services(*rail::Model::build(input)), std::vector<double>{1 + 3 + 3});
  input.gauge_changes[0].rule = rail::ReformationRule::kFill;
  EXPECT_EQ(steps_of_services(*rail::Model::build(input)), std::vector<double>{1 + 1 + 1});
}

TEST(TrainGroups, AreNoneWhereTrainsAreLiftedAsTheyAre) {
  rail::ModelInput input = support::input_of("toys/one_border");
  input.services[0].reformed_share = 0;
  EXPECT_EQ(step_of_point(input, 1), 1);
  EXPECT_EQ(steps_of_services(*rail::Model::build(input)), std::vector<double>{1});
}

}  // namespace
}  // namespace studies
