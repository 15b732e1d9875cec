#include "studies/study_scenarios.h"

#include <fmt/format.h>

#include <utility>

#include "engine/interruption.h"
#include "scenarios/load_written.h"
#include "scenarios/merged_bytes.h"
#include "studies/results_hash.h"

namespace studies {

namespace {

scenarios::LoadResult with(const scenarios::Study& study, const std::vector<std::string>& changes) {
  if (study.base_bytes.empty()) return scenarios::load_written(study.base, changes, changes_written(study));
  return scenarios::parse_with(study.base_bytes, scenarios::Format::kBinary, study.base, changes);
}

}  // namespace

InvalidPoint::InvalidPoint(int point, const std::string& settings, std::vector<scenarios::Problem> problems)
    : std::runtime_error(fmt::format("design point {} ({}) is no valid scenario", point, settings)),
      problems_(std::move(problems)) {}

StudyScenarios::StudyScenarios(scenarios::Study study)
    : study_(std::move(study)), points_(design_points(study_)) {}

scenarios::LoadResult StudyScenarios::base() const { return with(study_, study_.changes); }

scenarios::Scenario StudyScenarios::scenario(int point) const {
  const DesignPoint& values = points_[static_cast<std::size_t>(point)];
  scenarios::LoadResult loaded = with(study_, changes_at(study_, values));
  if (!loaded.scenario) throw InvalidPoint(point, settings_text(study_, values), std::move(loaded.problems));
  return std::move(*loaded.scenario);
}

PointModel StudyScenarios::build(int point) const {
  const scenarios::Scenario valid = scenario(point);
  return {rail::Model::build(valid.model_input()), sha256(valid.canonical_bytes())};
}

void StudyScenarios::check_some(int threads, Backend backend, const std::atomic<bool>* interrupt) const try {
  const std::vector<int> some = points_to_check(points_);
  run_jobs(static_cast<int>(some.size()), threads_to_use(threads, backend), backend, interrupt, [&](int i) {
    const des::InterruptedBy by(interrupt);
    scenario(some[static_cast<std::size_t>(i)]);
  });
} catch (const des::Interrupted&) {  // whoever set it knows
}

}  // namespace studies
