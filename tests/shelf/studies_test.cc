// Studies that are shipped: all that they simulate are valid scenarios, and the design points of Khorgos are
// its what-ifs.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <utility>

#include "models/replication.h"
#include "studies/study_scenarios.h"
#include "tests/support/scenario_runs.h"

namespace shelf {
namespace {

namespace fs = std::filesystem;

scenarios::Study shipped(const fs::path& path) {
  scenarios::LoadedStudy loaded = scenarios::load_study(path);
  if (!loaded.study) throw std::runtime_error(scenarios::to_string(loaded.problems.front()));
  return std::move(*loaded.study);
}

const fs::path kFolder = fs::path(LANDBRIDGE_ROOT) / "scenarios/studies";

std::vector<scenarios::Study> all_shipped() {
  std::vector<scenarios::Study> all;
  for (const auto& entry : fs::directory_iterator(kFolder))
    if (entry.path().extension() == ".txtpb") all.push_back(shipped(entry.path()));
  return all;
}

TEST(Studies, AskAndSayHowLongTheAnswerTakes) {
  for (const scenarios::Study& study : all_shipped()) {
    EXPECT_EQ(study.question.back(), '?') << study.name;
    EXPECT_NE(study.takes, "") << study.name;
  }
}

TEST(Studies, HaveValidDesignPoints) {
  int sweeps = 0;
  for (const scenarios::Study& study : all_shipped()) {
    if (study.factors.empty()) continue;
    ++sweeps;
    EXPECT_NO_THROW(studies::StudyScenarios(study).check_some(1, studies::Backend::kSerial, nullptr))
        << study.name;
  }
  EXPECT_GT(sweeps, 0);
}

TEST(Studies, HaveValidVariants) {
  int variants = 0;
  for (const scenarios::Study& study : all_shipped()) {
    EXPECT_TRUE(scenarios::load_with(study.base, study.changes).scenario) << study.name;
    for (const scenarios::Variant& variant : study.variants) {
      ++variants;
      const scenarios::LoadResult loaded = scenarios::load_with(variant.file, variant.changes);
      EXPECT_TRUE(loaded.scenario) << study.name << ": " << scenarios::to_string(loaded.problems.front());
    }
  }
  EXPECT_GT(variants, 0);
}

TEST(Studies, KhorgosHasTheResultsOfItsWhatIfs) {
  const studies::StudyScenarios study(shipped(kFolder / "khorgos-cranes.txtpb"));
  ASSERT_EQ(study.points().size(), 6u);
  for (int point = 0; point < 6; ++point) {
    const auto model = study.build(point).model;
    const support::Runs runs =
        support::run(fmt::format("scenarios/whatif/khorgos-cranes-{}.txtpb", point + 1));
    EXPECT_EQ(rail::canonical_bytes(*model, rail::run_replication(*model, {})),
              rail::canonical_bytes(*runs.model, runs.replications.front()))
        << point;
  }
}

}  // namespace
}  // namespace shelf
