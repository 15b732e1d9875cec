// Studies that are shipped: all their design points are valid scenarios, and those of Khorgos are its
// what-ifs.
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

studies::StudyScenarios shipped(const fs::path& path) {
  scenarios::LoadedStudy loaded = scenarios::load_study(path);
  if (!loaded.study) throw std::runtime_error(scenarios::to_string(loaded.problems.front()));
  return studies::StudyScenarios(std::move(*loaded.study));
}

const fs::path kFolder = fs::path(LANDBRIDGE_ROOT) / "scenarios/studies";

TEST(Studies, HaveValidDesignPoints) {
  int files = 0;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".txtpb") continue;
    ++files;
    EXPECT_NO_THROW(shipped(entry.path()).check_some(1, studies::Backend::kSerial, nullptr)) << entry.path();
  }
  EXPECT_GT(files, 0);
}

TEST(Studies, KhorgosHasTheResultsOfItsWhatIfs) {
  const studies::StudyScenarios study = shipped(kFolder / "khorgos-cranes.txtpb");
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
