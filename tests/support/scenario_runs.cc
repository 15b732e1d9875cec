#include "tests/support/scenario_runs.h"

#include <tbb/parallel_for.h>

#include <stdexcept>

#include "models/replication.h"
#include "scenarios/scenario.h"

namespace support {
namespace {

Runs run_loaded(const scenarios::LoadResult& loaded, int replications, bool records) {
  std::string problems;
  for (const scenarios::Problem& problem : loaded.problems) problems += to_string(problem) + "\n";
  if (!loaded.scenario) throw std::runtime_error(problems);
  Runs runs;
  runs.model = rail::Model::build(loaded.scenario->model_input());
  runs.replications.resize(static_cast<std::size_t>(replications));
  tbb::parallel_for(0, replications, [&](int r) {
    rail::ReplicationOptions options;
    options.replication = static_cast<std::uint32_t>(r);
    options.record_trains = options.record_containers = records;
    runs.replications[static_cast<std::size_t>(r)] = rail::run_replication(*runs.model, options);
  });
  return runs;
}

}  // namespace

Runs run(const std::string& path, int replications, bool records) {
  return run_loaded(scenarios::Scenario::load(std::string(LANDBRIDGE_ROOT) + "/" + path), replications, records);
}

Runs run_text(const std::string& text, int replications, bool records) {
  const std::string name = std::string(LANDBRIDGE_ROOT) + "/text.txtpb";
  return run_loaded(scenarios::Scenario::parse(text, scenarios::Format::kText, name), replications, records);
}

}  // namespace support
