// All scenario files of the repository are in order.
#include <gtest/gtest.h>

#include <algorithm>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

namespace fs = std::filesystem;

class ShippedFile : public testing::TestWithParam<fs::path> {};

TEST_P(ShippedFile, HasNoProblem) {
  const scenarios::LoadResult result = scenarios::Scenario::load(GetParam());
  for (const std::string& line : test_files::lines(result.problems)) ADD_FAILURE() << line;
  EXPECT_TRUE(result.scenario.has_value());
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Corridor, ShippedFile, testing::ValuesIn(test_files::list("scenarios", ".txtpb")),
                         name_of);
INSTANTIATE_TEST_SUITE_P(WhatIf, ShippedFile,
                         testing::ValuesIn(test_files::list("scenarios/whatif", ".txtpb")), name_of);
INSTANTIATE_TEST_SUITE_P(Bench, ShippedFile, testing::ValuesIn(test_files::list("bench", ".txtpb")), name_of);
INSTANTIATE_TEST_SUITE_P(Toys, ShippedFile, testing::ValuesIn(test_files::list("scenarios/toys", ".txtpb")),
                         name_of);

TEST(Schema, TextHoldsEveryFile) {
  const std::string_view schema = scenarios::schema_text();
  for (const char* name : {"common", "calendar", "network", "processes", "services", "demand", "costs",
                           "disruptions", "experiment", "change", "scenario", "study"}) {
    const std::string path = std::string("landbridge/v1/") + name + ".proto";
    const std::string text = test_files::read(test_files::in_repository("scenarios/" + path));
    EXPECT_NE(schema.find("// " + path + "\n\n" + text), std::string_view::npos) << path;
  }
}

}  // namespace
