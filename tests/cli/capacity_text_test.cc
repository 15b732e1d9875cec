// What `landbridge capacity` says of a study that has been made.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/capacity_report.h"
#include "tests/cli/program.h"

namespace {

using testing::HasSubstr;
using testing::Not;

std::string text_of(double carried, double bound) {
  const scenarios::Scenario scenario =
      scenarios::Scenario::load(LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb").scenario.value();
  const auto model = rail::Model::build(scenario.model_input());
  studies::CapacityStudy study;
  study.steps.emplace_back().interval.carried = carried;
  study.bounds.emplace_back().times_demand = bound;
  const studies::CapacityQuestion question;
  return program::in_one_line(cli::capacity_text({scenario, *model, question, study, ""}));
}

// What may be left behind is carried for good, though no railway could carry it.
TEST(CapacityText, SaysWhyMoreThanTheBoundIsCarried) {
  EXPECT_THAT(text_of(1.35, 1.32), HasSubstr("1.35 times are more, since up to 0.5 % may be left behind"));
  EXPECT_THAT(text_of(1.31, 1.32), Not(HasSubstr("times are more")));
}

}  // namespace
