// What is warned of whatever the step.
#include "studies/capacity_warnings.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(CapacityWarnings, NameTrainsThatLeaveByAList) {
  rail::ModelInput input = saturated::two_points();
  EXPECT_THAT(run_warnings({}, input, {true}), IsEmpty());
  rail::ServiceInput listed = input.services[0];
  listed.id = "SPECIAL";
  listed.rule = rail::FormationRule::kList;
  input.services.push_back(listed);
  EXPECT_THAT(run_warnings({}, input, {true, true}),
              ElementsAre(HasSubstr("trains of SPECIAL leave on the days of a list")));
  EXPECT_THAT(run_warnings({}, input, {true, false}), IsEmpty()) << "nobody asks about it";
  for (int i = 1; i < 8; ++i) {
    listed.id = fmt::format("S{}", i);
    input.services.push_back(listed);
  }
  EXPECT_THAT(run_warnings({}, input, std::vector<bool>(input.services.size(), true)),
              ElementsAre(HasSubstr("trains of SPECIAL, S1, S2, S3, S4, S5 and 2 more leave on the days")));
}

CapacityStep step_with(const std::vector<std::pair<double, int>>& left_out_days_of) {
  CapacityStep step;
  for (const auto& [demand, days] : left_out_days_of) {
    CapacityTrial& trial = step.interval.trials.emplace_back();
    trial.demand = demand;
    trial.left_out_days = days;
  }
  return step;
}

TEST(CapacityWarnings, TellLateDemandsApart) {
  EXPECT_THAT(step_warnings(step_with({{8, 140}, {7.914, 126}, {4, 0}}), 0.02),
              ElementsAre(HasSubstr(
                  "at 7.91 and 8.00 times the demand queues settle, if at all, only after the spin-up "
                  "(MSER-5); counting began up to 140 days later for these")));
  EXPECT_THAT(step_warnings(step_with({{1.0012, 7}, {1.0044, 7}}), 0.02),
              ElementsAre(HasSubstr("at 1.001 and 1.004 times")));
  EXPECT_THAT(step_warnings(step_with({{2, 7}}), 0.02),
              ElementsAre(HasSubstr("counting began 7 days later for it;")));
}

}  // namespace
}  // namespace studies
