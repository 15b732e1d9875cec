// What holidays and possessions with dates shut.
#include "studies/dated_closings.h"

#include <gtest/gtest.h>

#include "tests/studies/saturated.h"

namespace studies {
namespace {

constexpr std::int64_t kDay_s = 86400;

rail::OpeningHours open_but(std::vector<rail::OpenInterval> shut) {
  for (rail::OpenInterval& one : shut) one = {one.from * kDay_s, one.to * kDay_s};
  return rail::OpeningHours({{0, rail::kNever}}).without(rail::OpeningHours(std::move(shut)));
}

// Of a run of 65 days: a disruption from day 10 to 12, holidays from 20 to 21 and 27 to 28, less than a week
// apart, on day 40 and from 60 on.
TEST(DatedClosings, AreWhatIsOpenInOtherWeeks) {
  rail::ModelInput input = saturated::two_points();
  saturated::add_inspection(input, 1, saturated::kHour);
  input.hours = {open_but({}), open_but({{10, 12}, {20, 21}, {27, 28}, {40, 41}, {60, 99}}),
                 open_but({{10, 12}})};
  input.resources[0].usual_hours = 0;
  input.resources[0].hours = 1;
  input.resources[0].closures = 2;
  input.lines[0].hours = input.lines[0].usual_hours = 0;
  const std::vector<rail::DisruptionInput> closings = dated_closings(input);
  ASSERT_EQ(closings.size(), 3u);
  std::vector<std::pair<std::int64_t, std::int64_t>> days;
  for (const rail::DisruptionInput& one : closings) {
    days.emplace_back(one.from / kDay_s, one.to / kDay_s);
    EXPECT_EQ(one.id, "closed_days:post");
    EXPECT_EQ(one.resources, std::vector<std::uint32_t>{0});
    EXPECT_TRUE(one.lines.empty());
  }
  EXPECT_EQ(days, (std::vector<std::pair<std::int64_t, std::int64_t>>{{20, 28}, {40, 41}, {60, 65}}));
}

}  // namespace
}  // namespace studies
