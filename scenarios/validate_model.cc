// What only the rail model can tell about a scenario that is otherwise in order.
#include <algorithm>

#include "models/model.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr double kMostOwnContainers = 1e8;

// Trains that a re-formation makes must fit the tracks they are made on.
void check_reformed_lengths(Checks& checks, const rail::ModelInput& input) {
  constexpr double kLengthPerFeu_m = 14, kLocomotive_m = 35;  // the schema's defaults
  for (std::size_t i = 0; i < input.gauge_changes.size(); ++i) {
    const rail::GaugeChangeInput& change = input.gauge_changes[i];
    const v1::GaugeChange& message = checks.scenario().processes().gauge_changes(static_cast<int>(i));
    double longest_m = 0;
    for (const v1::TrackGroup& tracks :
         checks.scenario().network().points(static_cast<int>(change.point)).tracks()) {
      if (tracks.gauge_mm() == change.to_gauge_mm) longest_m = std::max(longest_m, tracks.usable_length_m());
    }
    const double length_m = change.train_feu * kLengthPerFeu_m + kLocomotive_m;
    if (change.train_feu == 0 || longest_m == 0 || length_m <= longest_m) continue;
    checks.report(
        message.reformation(), "train_feu",
        fmt::format("new trains of {} FEU are {:.0f} m long; the longest {} mm track of `{}` has {:.0f} m",
                    change.train_feu, length_m, change.to_gauge_mm, message.point(), longest_m));
  }
}

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
  check_reformed_lengths(checks, input);
  validate_routes(checks, input);
}

}  // namespace scenarios
