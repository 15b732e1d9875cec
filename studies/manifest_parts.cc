#include "studies/manifest_parts.h"

#include <nlohmann/json.hpp>

#include "studies/build_info.h"
#include "studies/manifest.h"
#include "studies/results_hash.h"

namespace studies {

using Json = nlohmann::ordered_json;

Json program_json() {
  const BuildInfo& build = build_info();
  return {{"name", "landbridge"},
          {"version", build.version},
          {"git_revision", build.git_revision},
          {"compiler", build.compiler},
          {"build_type", build.build_type}};
}

Json scenario_json(const scenarios::Scenario& scenario, const rail::ModelInput& input,
                   const std::string& file) {
  return {{"name", scenario.name()},
          {"file", file},
          {"sha256", sha256(scenario.canonical_bytes())},
          {"count_from", utc_text(scenario.count_from_utc())},
          {"count_until", utc_text(scenario.count_from_utc() + input.counted_s)},
          {"spin_up_s", input.spin_up_s},
          {"counted_s", input.counted_s}};
}

}  // namespace studies
