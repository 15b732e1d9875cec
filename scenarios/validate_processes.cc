// Resources and staged processes.
#include <map>
#include <set>
#include <tuple>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

void check_resource(Checks& checks, const v1::Resource& resource) {
  checks.required(resource, "point", resource.point(), checks.names().points);
  checks.number(resource, "servers", {1, 100000});
}

void check_gauge_change_stage(Checks& checks, const v1::Stage& stage) {
  checks.unused(stage,
                {"resource", "duration", "share_of_trains", "inspected_share", "per_inspected_container",
                 "refrigerated_only", "at_closing", "commodities"},
                "a stage of kind GAUGE_CHANGE stands for the gauge change itself");
}

void check_service_stage(Checks& checks, const v1::Process& process, const v1::Stage& stage) {
  const v1::Resource* resource =
      checks.required(stage, "resource", stage.resource(), checks.names().resources);
  if (resource != nullptr && !process.point().empty() && resource->point() != process.point()) {
    checks.report(stage, "resource",
                  fmt::format("resource `{}` is at `{}`, the process at `{}`", resource->id(),
                              resource->point(), process.point()),
                  "name a resource of the same point");
  }
  if (checks.present(stage, "duration")) validate_distribution(checks, stage.duration(), Quantity::kTime);
  checks.number(stage, "share_of_trains", {0, 1});
  checks.number(stage, "inspected_share", {0, 1});
  checks.duration(stage, "per_inspected_container", {0, 30 * kDay_s, "s"});
}

void check_stages(Checks& checks, const v1::Process& process) {
  std::map<std::string, const v1::Stage*> first;
  int gauge_changes = 0;
  for (const v1::Stage& stage : process.stages()) {
    if (checks.text(stage, "name") && !first.emplace(stage.name(), &stage).second) {
      checks.report(stage, "name", fmt::format("duplicate stage `{}`", stage.name()),
                    fmt::format("the first one is at {}", checks.where(*first.at(stage.name()))));
    }
    if (stage.kind() == v1::Stage::GAUGE_CHANGE) {
      ++gauge_changes;
      check_gauge_change_stage(checks, stage);
    } else {
      check_service_stage(checks, process, stage);
    }
  }
  const bool changes = process.role() == v1::Process::CHANGE_OF_GAUGE;
  if (changes && gauge_changes == 0) {
    checks.report_absent(process, "stages",
                         "a process of role CHANGE_OF_GAUGE needs one stage of kind GAUGE_CHANGE");
  } else if (gauge_changes > (changes ? 1 : 0)) {
    checks.report(process, "stages", fmt::format("{} stages of kind GAUGE_CHANGE", gauge_changes),
                  changes ? "there must be exactly one" : "only processes of role CHANGE_OF_GAUGE have one");
  }
}

void check_gauge_change_exists(Checks& checks, const v1::Process& process) {
  if (process.role() != v1::Process::CHANGE_OF_GAUGE) return;
  for (const v1::GaugeChange& change : checks.scenario().processes().gauge_changes()) {
    if (change.point() == process.point()) return;
  }
  checks.report_absent(process, "role", fmt::format("there is no gauge change at `{}`", process.point()),
                       "add one, or use role PASS");
}

// At most one process fits each (point, role, direction).
class Fits {
 public:
  explicit Fits(Checks& checks) : checks_(checks) {}

  void add(const v1::Process& process) {
    for (const v1::Direction direction : {v1::WESTBOUND, v1::EASTBOUND}) {
      if (process.direction() != v1::BOTH_DIRECTIONS && process.direction() != direction) continue;
      const auto [place, added] =
          first_.emplace(std::tuple(process.point(), process.role(), direction), &process);
      if (added) continue;
      checks_.report(
          process, "",
          fmt::format("two processes fit {} trains of role {} at `{}`", v1::Direction_Name(direction),
                      v1::Process::Role_Name(process.role()), process.point()),
          fmt::format("the other one is `{}` at {}", place->second->id(), checks_.where(*place->second)));
      return;
    }
  }

 private:
  Checks& checks_;
  std::map<std::tuple<std::string, int, int>, const v1::Process*> first_;
};

}  // namespace

void validate_processes(Checks& checks) {
  const v1::Processes& processes = checks.scenario().processes();
  for (const v1::Resource& resource : processes.resources()) check_resource(checks, resource);
  Fits fits(checks);
  for (const v1::Process& process : processes.processes()) {
    checks.required(process, "point", process.point(), checks.names().points);
    if (process.role() == v1::Process::ROLE_UNSPECIFIED) {
      checks.report_missing(process, "role", "ORIGIN, PASS, CHANGE_OF_GAUGE or DESTINATION");
    }
    if (process.direction() == v1::DIRECTION_UNSPECIFIED) {
      checks.report_missing(process, "direction", "WESTBOUND, EASTBOUND or BOTH_DIRECTIONS");
    }
    check_stages(checks, process);
    check_gauge_change_exists(checks, process);
    fits.add(process);
  }
}

}  // namespace scenarios
