// Sums that no machine could hold, or that are slips of the keyboard.
#include <algorithm>

#include "scenarios/build.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr double kMostThings = 1e6;
// Fifty times what goes by rail between China and Europe in a year. All of them could be waiting at once.
constexpr double kMostContainers = 5e7;

double things(const v1::Scenario& scenario) {
  const v1::Network& network = scenario.network();
  double sum = network.points_size() + scenario.services().services_size() + scenario.demand().flows_size() +
               scenario.demand().part_loads_size();
  for (const v1::Line& line : network.lines()) sum += 1.0 + line.passing_places();
  for (const v1::Process& process : scenario.processes().processes()) sum += 1.0 + process.stages_size();
  for (const v1::Matrix& matrix : scenario.demand().matrices()) {
    sum += static_cast<double>(matrix.seeds_size()) * std::max(1, matrix.kinds_size());
  }
  for (const v1::WagonPool& pool : scenario.fleets().wagon_pools()) sum += 1.0 + pool.stock_size();
  for (const v1::TractionDistrict& district : scenario.fleets().traction_districts())
    sum += 1.0 + district.stock_size() + district.lines_size();
  return sum + scenario.processes().resources_size() + scenario.processes().gauge_changes_size();
}

double run_years(const v1::Experiment& experiment) {
  return (static_cast<double>(experiment.spin_up().seconds()) +
          static_cast<double>(experiment.counted().seconds())) /
         kYear_s;
}

// Part loads as well: each is an event, and with a short longest wait a container.
void check_containers(Checks& checks, const v1::Scenario& scenario) {
  const double years = run_years(scenario.experiment());
  const double containers = years * containers_per_year(scenario.demand());
  const double loads = years * loads_per_year(scenario.demand());
  if (containers + loads > kMostContainers) {  // not so if a number is none, which is told elsewhere
    const std::string and_loads = loads > 0 ? fmt::format(" and {:.3g} part loads", loads) : std::string();
    checks.report(scenario, "demand",
                  fmt::format("{:.3g} containers{} in the simulated time; at most {:.3g} are possible",
                              containers, and_loads, kMostContainers),
                  "is a unit wrong? Else simulate fewer years, or a part of the demand");
  }
}

}  // namespace

void validate_size(Checks& checks) {
  const v1::Scenario& scenario = checks.scenario();
  if (const double sum = things(scenario); sum > kMostThings) {
    checks.report(
        scenario, "network",
        fmt::format("{} things in one scenario; at most {} are possible", sum, kMostThings),
        "points, sections, stages, services, stocks of fleets, flows, streams of part loads and seeds "
        "count");
  }
  check_containers(checks, scenario);
}

}  // namespace scenarios
