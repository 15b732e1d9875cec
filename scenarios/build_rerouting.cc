#include <algorithm>

#include "scenarios/build.h"
#include "scenarios/checks.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

std::vector<std::uint32_t> rerouted(const v1::Rerouting& message, const Names& names,
                                    const rail::ModelInput& input) {
  std::vector<std::uint32_t> services;
  for (const std::string& name : message.services()) services.push_back(names.services.index(name));
  std::sort(services.begin(), services.end());
  if (!services.empty()) return services;
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    if (input.services[s].rule != rail::FormationRule::kEmptyWagons) services.push_back(s);
  }
  return services;
}

}  // namespace

void build_rerouting(const v1::Disruptions& disruptions, const Names& names, rail::ModelInput& input) {
  if (!disruptions.has_rerouting()) return;
  const v1::Rerouting& message = disruptions.rerouting();
  rail::ReroutingInput& rerouting = input.rerouting.emplace();
  rerouting.services = rerouted(message, names, input);
  rerouting.tolerance_s = whole_seconds(message.tolerance());
  if (message.has_publish_every()) rerouting.publish_every_s = whole_seconds(message.publish_every());
  if (message.has_notice()) rerouting.notice_s = whole_seconds(message.notice());
  rerouting.further_routes = message.further_routes();
}

}  // namespace scenarios
