// A broken file for every rule of the validator. Each file says in its first lines what must be found:
//   # expect: <line>:<column>: <part of the message>
// All of it must be found, and nothing else.
#include <gtest/gtest.h>

#include <algorithm>

#include <cstdio>
#include <sstream>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

namespace fs = std::filesystem;

struct Expected {
  int line = 0;
  int column = 0;
  std::string message;
};

std::vector<Expected> expectations(const fs::path& file) {
  std::vector<Expected> all;
  std::istringstream in(test_files::read(file));
  const std::string head = "# expect: ";
  for (std::string line; std::getline(in, line) && line.rfind(head, 0) == 0;) {
    Expected expected;
    int length = 0;
    if (std::sscanf(line.c_str() + head.size(), "%d:%d: %n", &expected.line, &expected.column, &length) !=
        2) {
      ADD_FAILURE() << "no expectation: " << line;
    }
    expected.message = line.substr(head.size() + static_cast<std::size_t>(length));
    all.push_back(std::move(expected));
  }
  return all;
}

bool fits(const Expected& expected, const scenarios::Problem& problem) {
  return expected.line == problem.line && expected.column == problem.column &&
         problem.message.find(expected.message) != std::string::npos;
}

class BrokenFile : public testing::TestWithParam<fs::path> {};

TEST_P(BrokenFile, HasAllItsProblemsAndNoOthers) {
  const std::vector<Expected> expected = expectations(GetParam());
  ASSERT_FALSE(expected.empty());
  const scenarios::LoadResult result = scenarios::Scenario::load(GetParam());
  EXPECT_FALSE(result.scenario.has_value());
  EXPECT_FALSE(test_files::any_io(result.problems));
  std::vector<scenarios::Problem> left = result.problems;
  for (const Expected& one : expected) {
    const auto found =
        std::find_if(left.begin(), left.end(), [&one](const auto& problem) { return fits(one, problem); });
    if (found == left.end()) {
      ADD_FAILURE() << "not found: " << one.line << ":" << one.column << ": " << one.message;
    } else {
      left.erase(found);
    }
  }
  for (const std::string& line : test_files::lines(left)) ADD_FAILURE() << "not expected: " << line;
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) { return info.param.stem().string(); }

INSTANTIATE_TEST_SUITE_P(All, BrokenFile,
                         testing::ValuesIn(test_files::list("tests/scenarios/broken", ".txtpb")), name_of);

TEST(BrokenFiles, TheFileTheyBuildOnIsInOrder) {
  const auto result =
      scenarios::Scenario::load(test_files::in_repository("tests/scenarios/parts/base.txtpb"));
  EXPECT_TRUE(result.scenario.has_value());
}

}  // namespace
