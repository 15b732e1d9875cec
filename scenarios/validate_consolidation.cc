// Part loads that are gathered into containers.
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr Range kLoadsPerYear{0, 1e8, "loads a year", true};
constexpr Range kShare{0.001, 1};

void check_loads(Checks& checks, const v1::PartLoads& loads) {
  checks.required(loads, "service", loads.service(), checks.names().services);
  checks.number(loads, "loads_per_year", kLoadsPerYear);
  const bool least = checks.number(loads, "least_share", kShare);
  const bool most = checks.number(loads, "most_share", kShare);
  if (least && most && loads.has_most_share() && loads.most_share() < loads.least_share()) {
    checks.report(
        loads, "most_share",
        fmt::format("`most_share` {} is below `least_share` {}", loads.most_share(), loads.least_share()),
        "leave `most_share` out if all are equal");
  }
  checks.duration(loads, "longest_wait", {0, kYear_s, "s", true});
  checks.duration(loads, "stuffing", {0, kYear_s, "s"});
  checks.duration(loads, "unstuffing", {0, kYear_s, "s"});
  if (loads.kind() == v1::EMPTY)
    checks.report(loads, "kind", "containers with loads in them are not empty", "DRY_LADEN or REEFER_LADEN");
  check_container_size(checks, loads, loads.size_ft());
  checks.known(loads, "season", loads.season(), checks.names().seasons);
}

}  // namespace

void validate_consolidation(Checks& checks) {
  for (const v1::PartLoads& loads : checks.scenario().demand().part_loads()) check_loads(checks, loads);
}

}  // namespace scenarios
