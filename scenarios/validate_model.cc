// What only the rail model can tell about a scenario that is otherwise in order.
#include <algorithm>

#include "models/model.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

constexpr double kMostOwnContainers = 1e8;

void check_balance(Checks& checks, const rail::ModelInput& input) {
  for (const auto& [matrix, reason] : rail::Model::balance_problems(input)) {
    checks.report(checks.scenario().demand().matrices(static_cast<int>(matrix)), "",
                  fmt::format("matrix `{}` cannot be balanced: {}", input.matrices[matrix].id, reason));
  }
}

double trains_in_run(const rail::ServiceInput& service, double run_s) {
  if (service.interval) return run_s / service.interval->mean();
  return static_cast<double>(service.list_times_s.size()) +
         run_s / (7 * kDay_s) * static_cast<double>(service.week_times_s.size());
}

// Containers that trains bring themselves.
void check_own_containers(Checks& checks, const rail::ModelInput& input) {
  const auto run_s = static_cast<double>(input.spin_up_s + input.counted_s);
  double sum = 0;
  for (const rail::ServiceInput& service : input.services)
    sum += trains_in_run(service, run_s) * std::max(1, service.own_containers);
  if (sum <= kMostOwnContainers) return;
  checks.report(checks.scenario(), "services",
                fmt::format("{:.3g} departures and containers they bring; at most {:.3g} are possible", sum,
                            kMostOwnContainers),
                "is a unit of `interval` wrong?");
}

}  // namespace

void validate_model(Checks& checks, const rail::ModelInput& input) {
  check_own_containers(checks, input);
  check_balance(checks, input);
  validate_routes(checks, input);
}

}  // namespace scenarios
