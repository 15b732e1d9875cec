#include "tests/support/scenario_runs.h"

#include <stdexcept>

#include "models/replication.h"
#include "scenarios/scenario.h"
#include "studies/run_jobs.h"

namespace support {
namespace {

Runs run_loaded(const scenarios::LoadResult& loaded, int replications, bool records, int threads) {
  std::string problems;
  for (const scenarios::Problem& problem : loaded.problems) problems += to_string(problem) + "\n";
  if (!loaded.scenario) throw std::runtime_error(problems);
  Runs runs;
  runs.model = rail::Model::build(loaded.scenario->model_input());
  runs.replications.resize(static_cast<std::size_t>(replications));
  const auto run_one = [&](int r) {
    rail::ReplicationOptions options;
    options.replication = static_cast<std::uint32_t>(r);
    options.record_trains = options.record_containers = records;
    runs.replications[static_cast<std::size_t>(r)] = rail::run_replication(*runs.model, options);
  };
  const studies::Backend backend = studies::backend_from_environment();
  studies::run_jobs(replications, studies::threads_to_use(threads, backend), backend, nullptr, run_one);
  return runs;
}

}  // namespace

Runs run(const std::string& path, int replications, bool records, int threads) {
  const std::string file = std::string(LANDBRIDGE_ROOT) + "/" + path;
  return run_loaded(scenarios::Scenario::load(file), replications, records, threads);
}

Runs run_text(const std::string& text, int replications, bool records) {
  const std::string name = std::string(LANDBRIDGE_ROOT) + "/text.txtpb";
  return run_loaded(scenarios::Scenario::parse(text, scenarios::Format::kText, name), replications, records,
                    0);
}

}  // namespace support
