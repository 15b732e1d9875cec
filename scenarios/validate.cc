#include "scenarios/validate.h"

#include "engine/interruption.h"
#include "scenarios/build.h"

namespace scenarios {

Validated validate(const LoadedFiles& files) {
  Validated result;
  result.problems = files.problems;
  Checks checks(files);
  for (const auto topic :
       {validate_values,    validate_unique_names, validate_provenance,    validate_network,
        validate_lines,     validate_processes,    validate_gauge_changes, validate_hours,
        validate_services,  validate_fleets,       validate_demand,        validate_consolidation,
        validate_seasons,   validate_goods,        validate_disruptions,   validate_costs,
        validate_rerouting, validate_experiment,   validate_published,     validate_size}) {
    des::stop_if_interrupted();
    topic(checks);
  }
  if (files.problems.empty() && !checks.any_problem()) {
    result.input = build_model_input(*files.merged);
    validate_model(checks, result.input);
  }
  for (Problem& problem : checks.take_problems()) result.problems.push_back(std::move(problem));
  sort_problems(result.problems);
  return result;
}

}  // namespace scenarios
