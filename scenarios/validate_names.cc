// Names that must differ within their kind.
#include "scenarios/validate.h"

namespace scenarios {
namespace {

template <typename T>
void all_differ(Checks& checks, const char* kind, const google::protobuf::RepeatedPtrField<T>& things) {
  std::map<std::string, const T*> first;
  for (const T& thing : things) {
    if (!checks.id(thing)) continue;
    const auto [place, added] = first.emplace(thing.id(), &thing);
    if (!added) {
      checks.report(thing, "id", fmt::format("duplicate {} `{}`", kind, thing.id()),
                    fmt::format("the first one is at {}", checks.where(*place->second)));
    }
  }
}

}  // namespace

void validate_unique_names(Checks& checks) {
  const landbridge::v1::Scenario& scenario = checks.scenario();
  checks.text(scenario, "name");
  all_differ(checks, "point", scenario.network().points());
  all_differ(checks, "line", scenario.network().lines());
  all_differ(checks, "train class", scenario.network().train_classes());
  all_differ(checks, "resource", scenario.processes().resources());
  all_differ(checks, "process", scenario.processes().processes());
  all_differ(checks, "gauge change", scenario.processes().gauge_changes());
  all_differ(checks, "service", scenario.services().services());
  all_differ(checks, "wagon pool", scenario.fleets().wagon_pools());
  all_differ(checks, "traction district", scenario.fleets().traction_districts());
  all_differ(checks, "flow", scenario.demand().flows());
  all_differ(checks, "matrix", scenario.demand().matrices());
  all_differ(checks, "season", scenario.demand().seasons());
  all_differ(checks, "part loads", scenario.demand().part_loads());
  all_differ(checks, "commodity", scenario.demand().commodities());
  all_differ(checks, "watch", scenario.experiment().watches());
  all_differ(checks, "published figure", scenario.experiment().published());
  all_differ(checks, "disruption", scenario.disruptions().disruptions());
  all_differ(checks, "source", scenario.sources());
}

}  // namespace scenarios
