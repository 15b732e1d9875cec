// Scenarios as bytes, for callers without Protobuf.
#include "scenarios/merged_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "scenarios/file_io.h"

namespace scenarios {
namespace {

constexpr const char* kToy = LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb";

TEST(MergedBytes, AreThoseOfTheValidScenario) {
  const std::string text = read_file(kToy).bytes;
  const MergedBytes merged = merge_bytes(text, Format::kText, kToy);
  ASSERT_TRUE(merged.problems.empty());
  EXPECT_EQ(merged.binary, Scenario::load(kToy).scenario->canonical_bytes());
}

TEST(MergedBytes, ComeBackFromEveryFormat) {
  const std::string binary =
      Scenario::load(LANDBRIDGE_ROOT "/scenarios/eurasia-2017.txtpb").scenario->canonical_bytes();
  for (const Format format : {Format::kText, Format::kBinary, Format::kJson}) {
    std::string why;
    const auto formatted = in_format(binary, format, why);
    ASSERT_TRUE(formatted) << why;
    EXPECT_EQ(merge_bytes(*formatted, format, "memory").binary, binary);
  }
}

TEST(MergedBytes, WhatIsNoScenarioIsSaid) {
  std::string why;
  EXPECT_FALSE(in_format("\x0f", Format::kText, why));
  EXPECT_FALSE(why.empty());
}

TEST(MergedBytes, TypedChangesAreThoseOfFiles) {
  const std::vector<std::string> changes{"resources/BORDER.customs/servers = 7",
                                         "lines/BROAD/length_km *= 1.2"};
  const std::string text = read_file(kToy).bytes;
  const LoadResult parsed = parse_with(text, Format::kText, kToy, changes);
  ASSERT_TRUE(parsed.scenario);
  EXPECT_EQ(parsed.scenario->canonical_bytes(), load_with(kToy, changes).scenario->canonical_bytes());
  const LoadResult wrong = parse_with(text, Format::kText, kToy, {"resources/BORDER.custom/servers = 7"});
  ASSERT_FALSE(wrong.scenario);
  EXPECT_EQ(wrong.problems.front().file, "change 1");
  EXPECT_THAT(wrong.problems.front().hint, testing::HasSubstr("BORDER.customs"));
}

TEST(SchemaJson, HasFieldsWithTheirTypes) {
  const auto schema = nlohmann::json::parse(schema_json());
  const auto field = [&](const char* message, const std::string& name) {
    for (const auto& one : schema[message])
      if (one["name"] == name) return one;
    return nlohmann::json();
  };
  EXPECT_EQ(field("Line", "length_km")["type"], "double");
  EXPECT_EQ(field("Line", "paths_per_day")["presence"], true);
  EXPECT_EQ(field("Line", "mode")["values"], nlohmann::json({"MODE_UNSPECIFIED", "RAIL", "SEA"}));
  EXPECT_EQ(field("Network", "lines")["repeated"], true);
  EXPECT_EQ(field("Distribution", "gamma")["type"], "Distribution.Gamma");
  EXPECT_EQ(field("Distribution", "gamma")["oneof"], "law");
}

}  // namespace
}  // namespace scenarios
