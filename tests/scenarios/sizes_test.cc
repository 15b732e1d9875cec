// Scenarios of absurd size, made here because no file of that size is worth keeping.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

std::vector<std::string> messages(const std::string& more) {
  std::vector<std::string> texts;
  for (const auto& problem : test_files::load_beside_small(more).problems) texts.push_back(problem.message);
  return texts;
}

TEST(Size, MoreThanAMillionThings) {
  std::string lines;
  for (int i = 0; i < 2000; ++i) {
    lines += fmt::format(
        "lines {{ id: \"{}\" from: \"A\" to: \"B\" gauge_mm: 1435 length_km: 5000 tracks: 1 passing_places: "
        "500 "
        "speed_km_per_day: 800 }}\n",
        i);
  }
  EXPECT_THAT(messages("network {\n" + lines + "}"),
              testing::ElementsAre("1002004 things in one scenario; at most 1000000 are possible"));
}

TEST(Size, MoreThanTwoHundredTrainClasses) {
  std::string classes;
  for (int i = 0; i < 201; ++i) classes += fmt::format("train_classes {{ id: \"c{}\" }}\n", i);
  EXPECT_THAT(messages("network {\n" + classes + "}"), testing::ElementsAre("more than 200 train classes"));
}

TEST(Size, TenThousandPointsAreFine) {
  std::string points;
  for (int i = 0; i < 10000; ++i) points += fmt::format("points {{ id: \"P{}\" gauges_mm: 1435 }}\n", i);
  EXPECT_THAT(messages("network {\n" + points + "}"), testing::IsEmpty());
}

}  // namespace
