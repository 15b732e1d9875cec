#include "oracle_run.h"

#include <gtest/gtest.h>
#include <tbb/parallel_for.h>

#include <cmath>

#include "models/replication.h"
#include "scenarios/scenario.h"

namespace oracles {

Runs run(const std::string& file, int replications, bool record_trains) {
  const scenarios::LoadResult loaded = scenarios::Scenario::load(std::string(LANDBRIDGE_ORACLES) + "/" + file);
  for (const scenarios::Problem& problem : loaded.problems) ADD_FAILURE() << to_string(problem);
  Runs runs;
  if (!loaded.scenario) return runs;
  runs.model = rail::Model::build(loaded.scenario->model_input());
  runs.replications.resize(static_cast<std::size_t>(replications));
  tbb::parallel_for(0, replications, [&](int r) {
    rail::ReplicationOptions options;
    options.replication = static_cast<std::uint32_t>(r);
    options.record_trains = record_trains;
    runs.replications[static_cast<std::size_t>(r)] = rail::run_replication(*runs.model, options);
  });
  return runs;
}

Estimate estimate(const Runs& runs, const std::function<double(const rail::Observations&)>& number) {
  const auto n = static_cast<double>(runs.replications.size());
  double sum = 0, squares = 0;
  for (const rail::Observations& seen : runs.replications) sum += number(seen);
  const double mean = sum / n;
  for (const rail::Observations& seen : runs.replications) squares += std::pow(number(seen) - mean, 2);
  return {mean, std::sqrt(squares / (n - 1) / n)};
}

void expect_exact(const Estimate& estimate, double exact, double most_relative_error) {
  EXPECT_LE(estimate.standard_error, most_relative_error * exact) << "too few customers for a verdict";
  EXPECT_LE(std::abs(estimate.mean - exact), 3.3 * estimate.standard_error)
      << "mean " << estimate.mean << " +- " << estimate.standard_error << ", exact " << exact;
}

}  // namespace oracles
