#include "tests/corridor/engine_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "scenarios/scenario.h"

namespace corridor {
namespace {

// Dense traffic is there from the start, and twice the demand soon.
Days short_time(const std::string& name) {
  if (name == "whatif/background-2017") return {2, 3};
  return name.starts_with("whatif/doubled") ? Days{12, 6} : Days{25, 15};
}

scenarios::Scenario shipped(const std::string& name) {
  return scenarios::Scenario::load(LANDBRIDGE_ROOT "/scenarios/" + name + ".txtpb").scenario.value();
}

// Begun anew so long before its first disruption, of which counting sees some days.
rail::ModelInput around_disruption(const std::string& name) {
  constexpr Days kDays{20, 15};
  const scenarios::Scenario whole = shipped(name);
  const rail::ModelInput input = whole.model_input();
  const std::string text = fmt::format(
      "include: \"scenarios/{}.txtpb\"\n"
      "experiment {{ count_from {{ seconds: {} }} spin_up {{ seconds: {} }} counted {{ seconds: {} }} }}\n",
      name, whole.count_from_utc() - input.spin_up_s + input.disruptions.front().from, kDays.spin_up * kDay_s,
      kDays.counted * kDay_s);
  return scenarios::Scenario::parse(text, scenarios::Format::kText, LANDBRIDGE_ROOT "/around.txtpb")
      .scenario.value()
      .model_input();
}

}  // namespace

bool full_length() { return std::getenv("LANDBRIDGE_FULL_TESTS") != nullptr; }

void shorten(rail::ModelInput& input, Days days) {
  input.spin_up_s = std::min(input.spin_up_s, days.spin_up * kDay_s);
  input.counted_s = std::min(input.counted_s, days.counted * kDay_s);
}

rail::ModelInput as_shipped(const std::string& name) { return shipped(name).model_input(); }

rail::ModelInput input_of(const std::string& name) {
  rail::ModelInput input = as_shipped(name);
  if (full_length() || is_toy(name)) return input;
  if (!input.disruptions.empty()) return around_disruption(name);
  shorten(input, short_time(name));
  return input;
}

std::shared_ptr<const rail::Model> model_of(const std::string& name) {
  return rail::Model::build(input_of(name));
}

Ran run(const rail::Model& model, const rail::EngineOptions& engine, std::uint64_t tie_seed) {
  rail::ReplicationOptions options;
  options.record_trains = options.record_passings = options.record_containers = true;
  options.engine = engine;
  options.tie_seed = tie_seed;
  const rail::Observations seen = rail::run_replication(model, options);
  return {{canonical_bytes(model, seen), canonical_record_bytes(seen)}, seen.engine, seen.passings.size()};
}

}  // namespace corridor
