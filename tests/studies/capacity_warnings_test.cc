// What is warned of whatever the step.
#include "studies/capacity_warnings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(CapacityWarnings, NameTrainsThatLeaveByAList) {
  rail::ModelInput input = saturated::two_points();
  EXPECT_THAT(run_warnings({}, input), IsEmpty());
  rail::ServiceInput listed = input.services[0];
  listed.id = "SPECIAL";
  listed.rule = rail::FormationRule::kList;
  input.services.push_back(listed);
  EXPECT_THAT(run_warnings({}, input),
              ElementsAre(HasSubstr("trains of SPECIAL leave on the days of a list")));
}

}  // namespace
}  // namespace studies
