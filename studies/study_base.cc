#include "studies/study_base.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "studies/results_hash.h"

namespace studies {

std::optional<scenarios::Scenario> base_of(const StudyFacts& facts) {
  std::error_code ignored;
  if (!std::filesystem::exists(facts.base_file, ignored)) return std::nullopt;
  scenarios::LoadResult loaded = scenarios::load_with(facts.base_file, common_changes(facts));
  if (!loaded.scenario || sha256(loaded.scenario->canonical_bytes()) != base_hash(facts)) return std::nullopt;
  return std::move(loaded.scenario);
}

}  // namespace studies
