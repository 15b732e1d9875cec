// Re-routing: which trains, and by which figures.
#include <map>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr Range kPublished{60, 30 * kDay_s, "s"};

void check_rerouted(Checks& checks, const v1::Rerouting& rerouting) {
  std::map<std::string, int> seen;
  for (int i = 0; i < rerouting.services_size(); ++i) {
    const std::string& name = rerouting.services(i);
    const v1::TrainService* service = checks.known(rerouting, "services", name, checks.names().services, i);
    if (service == nullptr) continue;
    if (!seen.emplace(name, i).second)
      checks.report(rerouting, "services", fmt::format("`{}` is listed twice", name), {}, i);
    if (service->formation().rule() == v1::Formation::EMPTY_WAGONS)
      checks.report(rerouting, "services",
                    fmt::format("`{}` runs without containers: it is not re-routed", name), {}, i);
  }
}

}  // namespace

void validate_rerouting(Checks& checks) {
  if (!checks.scenario().disruptions().has_rerouting()) return;
  const v1::Rerouting& rerouting = checks.scenario().disruptions().rerouting();
  check_rerouted(checks, rerouting);
  if (checks.present(rerouting, "tolerance", "how long a wait is put up with"))
    checks.duration(rerouting, "tolerance", {0, kYear_s, "s"});
  checks.duration(rerouting, "publish_every", kPublished);
  checks.duration(rerouting, "notice", kPublished);
  checks.number(rerouting, "further_routes", {0, 10});
}

}  // namespace scenarios
